import { createContext } from "../../../tests/support/context";
import { startFlow, type TestFlow } from "../../../tests/support/flow";
import { startGong, type TestGong } from "../../../tests/support/gong";
import { shownBy } from "../../../tests/support/shown";
import { refusalMessage } from "./refusal";

let gong: TestGong;
let flow: TestFlow;
let signed: { webhookPublicKey: string };
beforeAll(async () => {
  gong = await startGong();
  flow = await startFlow(gong.sandbox);
  signed = { webhookPublicKey: gong.sandbox.webhooks.publicKey };
});
afterAll(async () => {
  await flow.stop();
  await gong.stop();
});

const latestCall = () =>
  [...gong.sandbox.company.calls].sort((one, other) => other.startedAt - one.startedAt)[0];

describe("A signed event", () => {
  it("passes with Gong's JSON parsed and everything else as it came", async () => {
    const payload = await flow.deliver();
    const { payload: passed } = await flow.start(payload, signed);
    const text = (payload.rawBody.data as Buffer).toString();
    expect(passed.body).toEqual({ data: JSON.parse(text), contentType: "application/json" });
    expect(passed.rawBody).toBe(payload.rawBody);
    const { body: _, gong: __, ...rest } = passed;
    expect(rest).toMatchObject({ headers: payload.headers, invokeUrl: flow.url });
    expect(passed.body.data.callData.metaData.title).toBe(latestCall()?.title);
  });

  it("tells beside the body which call it is about", async () => {
    const { payload } = await flow.start(await flow.deliver(), signed);
    expect(payload.gong).toEqual({
      callId: latestCall()?.id,
      isTest: false,
      isPrivate: latestCall()?.isPrivate,
      matchedRules: [],
    });
  });

  it("is answered with 200 by itself, without a request to Gong", async () => {
    gong.sandbox.clearRequests();
    const { response } = await flow.start(await flow.deliver(), signed);
    expect(response).toEqual({ statusCode: 200, contentType: "application/json" });
    expect(gong.sandbox.requests).toEqual([]);
  });

  it("of a private call says so", async () => {
    const { id } = gong.sandbox.createCall({ isPrivate: true });
    const { payload } = await flow.start(await flow.deliver({ callId: id }), signed);
    expect(payload.gong).toMatchObject({ callId: id, isPrivate: true });
  });

  it.each([
    ["beside the call", { isPrivate: true }, { isPrivate: false }, true],
    ["against the call", { isPrivate: false }, { isPrivate: true }, false],
    ["with the call only", {}, { isPrivate: true }, true],
    ["nowhere", {}, {}, false],
  ])("is private as Gong says %s", async (_, beside, metaData, expected) => {
    const body = JSON.stringify({ callData: { metaData: { id: "1", ...metaData } }, ...beside });
    const { payload } = await flow.start(await flow.deliver({ body }), signed);
    expect(payload.gong.isPrivate).toBe(expected);
  });

  it("keeps ids whole that are numbers beyond 2^53", async () => {
    const body = '{"callData":{"metaData":{"id":"7"},"crmId":12345678901234567890,"n":12}}';
    const { payload } = await flow.start(await flow.deliver({ body }), signed);
    expect(payload.body.data.callData).toMatchObject({ crmId: "12345678901234567890", n: 12 });
  });

  it("hands on the names of the rules that match, in their order", async () => {
    const { title, duration } = latestCall() ?? { title: "", duration: 0 };
    const rule = (name: string, field: string, operator: string, value: unknown) => ({
      name,
      match: "all",
      conditions: [{ field, operator, value }],
    });
    const rules = [
      rule("Long", "duration", "atLeast", duration),
      rule("Longer", "duration", "atLeast", duration + 1),
      rule("By title", "title", "is", title.toUpperCase()),
    ];
    const { payload } = await flow.start(await flow.deliver(), { ...signed, rules });
    expect(payload.gong.matchedRules).toEqual(["Long", "By title"]);
  });

  it("that no rule matches passes all the same, with no names", async () => {
    const rules = [
      { name: "Never", conditions: [{ field: "title", operator: "is", value: "No such title" }] },
    ];
    const { payload } = await flow.start(await flow.deliver(), { ...signed, rules });
    expect(payload.gong.matchedRules).toEqual([]);
    expect(payload.body.data.callData.metaData.id).toBe(latestCall()?.id);
  });

  it("is not looked at when a rule cannot be read", async () => {
    const rules = [{ name: "Broken", conditions: [{ field: "mood", operator: "is", value: "x" }] }];
    const error = await flow.refuse(await flow.deliver(), { ...signed, rules });
    expect(error.message).toMatch(/^Automation Rules, at rule "Broken", condition 1, must name/);
  });
});

describe("The raw body", () => {
  it.each([
    ["a Buffer", (data: Buffer) => data],
    ["text", (data: Buffer) => data.toString("utf8")],
    ["a Buffer that went through JSON", (data: Buffer) => JSON.parse(JSON.stringify(data))],
    ["bytes that are no Buffer", (data: Buffer) => new Uint8Array(data)],
  ])("counts as %s", async (_, shape) => {
    const { rawBody, ...payload } = await flow.deliver();
    const data = shape(rawBody.data as Buffer);
    const { payload: passed } = await flow.start({ ...payload, rawBody: { data } }, signed);
    expect(passed.gong.callId).toBe(latestCall()?.id);
  });

  it.each([
    ["spaces that a parser drops", '{ "callData" : { "metaData" : { "id" : "7" } } }\r\n'],
    ["letters outside ASCII", '{"callData":{"metaData":{"id":"7","title":"Grüße — 電話 😀"}}}'],
    ["numbers that a parser would write otherwise", '{"callData":{"metaData":{"id":"7"},"n":1.0}}'],
    ["a byte order mark", '\uFEFF{"callData":{"metaData":{"id":"7"}}}'],
  ])("is hashed as it came, with %s", async (_, body) => {
    const { payload } = await flow.start(await flow.deliver({ body }), signed);
    expect(payload.gong.callId).toBe("7");
  });

  it("decides, and not a parsed body beside it", async () => {
    const payload = await flow.deliver();
    const other = { data: { callData: { metaData: { id: "666" } } } };
    const { payload: passed } = await flow.start({ ...payload, body: other }, signed);
    expect(passed.gong.callId).toBe(latestCall()?.id);
    expect(passed.body.data.callData.metaData.id).toBe(latestCall()?.id);
  });
});

describe("The Authorization header", () => {
  it.each([
    ["Authorization", ""],
    ["authorization", ""],
    ["AUTHORIZATION", "Bearer "],
    ["aUtHoRiZaTiOn", "bearer "],
    ["Authorization", "BEARER   "],
  ])("is found as %s, with %j before the token", async (headerName, prefix) => {
    const payload = await flow.deliver({ headerName, prefix });
    expect(Object.keys(payload.headers)).toContain(headerName);
    const { payload: passed } = await flow.start(payload, signed);
    expect(passed.gong.callId).toBe(latestCall()?.id);
  });

  it.each([
    ["absent", undefined],
    ["blank", "  "],
    ["a scheme alone", "Bearer "],
  ])("is missed when it is %s", async (_, Authorization) => {
    const payload = await flow.deliver({ kind: "unsigned" });
    const headers = { ...payload.headers, ...(Authorization !== undefined && { Authorization }) };
    expect(await flow.refuse({ ...payload, headers }, signed)).toMatchObject({
      code: "no_signature",
    });
    expect(await flow.refuse({ ...payload, headers: undefined }, signed)).toMatchObject({
      code: "no_signature",
    });
  });

  it.each([["Basic a2V5OnNlY3JldA=="], ["Bearer not-a-token"], ["a.b.c"]])(
    "is unreadable as %s",
    async (Authorization) => {
      const payload = await flow.deliver({ kind: "unsigned" });
      const headers = { ...payload.headers, Authorization };
      expect(await flow.refuse({ ...payload, headers }, signed)).toMatchObject({
        code: "unreadable_signature",
      });
    },
  );
});

describe("An event that is not genuine", () => {
  it.each([
    [{ kind: "unsigned" }, "no_signature"],
    [{ kind: "forged" }, "wrong_signature"],
    [{ kind: "expired" }, "expired"],
    [{ kind: "wrongUrl" }, "wrong_url"],
    [{ kind: "tampered" }, "wrong_body"],
    [{ kind: "algNone" }, "wrong_algorithm"],
    [{ kind: "hs256" }, "wrong_algorithm"],
    [{ without: ["exp"] }, "no_expiry"],
    [{ without: ["webhook_url"] }, "no_url"],
    [{ without: ["body_sha256"] }, "no_body_hash"],
  ] as const)("is refused: %j is %s", async (order, code) => {
    const payload = await flow.deliver(order);
    const error = await flow.refuse(payload, signed);
    expect(error).toMatchObject({ name: "EventRefusedError", code, message: refusalMessage(code) });
  });

  it("shows neither token nor body nor call in its error", async () => {
    const payload = await flow.deliver({ kind: "forged" });
    const shown = shownBy(await flow.refuse(payload, signed));
    const { authorization } = Object.fromEntries(
      Object.entries(payload.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    for (const part of authorization?.split(".") ?? []) expect(shown).not.toContain(part);
    expect(authorization?.split(".")).toHaveLength(3);
    expect(shown).not.toContain(latestCall()?.id);
    expect(shown).not.toContain(latestCall()?.title);
    expect(shown).not.toContain(flow.url);
  });

  it("is refused when its body was changed in a byte that means nothing", async () => {
    const { rawBody, ...payload } = await flow.deliver();
    const data = Buffer.concat([rawBody.data as Buffer, Buffer.from(" ")]);
    const error = await flow.refuse({ ...payload, rawBody: { data } }, signed);
    expect(error.code).toBe("wrong_body");
  });

  it("is refused when the parsed body is all there is", async () => {
    const { rawBody, ...payload } = await flow.deliver();
    const data = JSON.parse(String(rawBody.data));
    for (const raw of [{ data }, { data: null }, undefined]) {
      const error = await flow.refuse({ ...payload, body: { data }, rawBody: raw }, signed);
      expect(error.code).toBe("no_raw_body");
    }
  });

  it.each([
    ["no bytes", Buffer.alloc(0)],
    ["blank text", ""],
    ["no bytes that went through JSON", { type: "Buffer", data: [] }],
  ])("is not the parsed body when what was signed is empty: %s", async (_, data) => {
    const payload = await flow.deliver({ body: "" });
    const body = { data: { callData: { metaData: { id: "666" } } } };
    const error = await flow.refuse({ ...payload, body, rawBody: { data } }, signed);
    expect(error.code).toBe("not_an_event");
    // The signature itself is right: the same event with other bytes is refused for them.
    const other = { data: JSON.stringify(body.data) };
    const changed = await flow.refuse({ ...payload, body, rawBody: other }, signed);
    expect(changed.code).toBe("wrong_body");
  });

  it("is refused with the signature of another event", async () => {
    const one = await flow.deliver({ body: '{"callData":{"metaData":{"id":"1"}}}' });
    const other = await flow.deliver({ body: '{"callData":{"metaData":{"id":"2"}}}' });
    const error = await flow.refuse({ ...one, headers: other.headers }, signed);
    expect(error.code).toBe("wrong_body");
  });

  it("is refused with every single character of its token changed", async () => {
    const payload = await flow.deliver();
    const token = payload.headers.Authorization ?? "";
    // The last characters of a part may hold bits that base64 leaves unused.
    const lastOfParts = [...token].flatMap((sign, at) => (sign === "." ? [at - 1] : []));
    const places = [...token].flatMap((sign, at) =>
      sign === "." || lastOfParts.includes(at) || at >= token.length - 1 ? [] : [at],
    );
    for (const at of places) {
      const sign = token[at] === "A" ? "B" : "A";
      const Authorization = token.slice(0, at) + sign + token.slice(at + 1);
      const error = await flow.refuse({ ...payload, headers: { Authorization } }, signed);
      expect(error.name).toBe("EventRefusedError");
    }
    expect(places.length).toBeGreaterThan(400);
  });
});

describe("What is no event", () => {
  it.each([
    ["an empty object", "{}"],
    ["an event without a call", '{"callData":{}}'],
    ["a call without an id", '{"callData":{"metaData":{"title":"x"}}}'],
    ["a blank id", '{"callData":{"metaData":{"id":""}}}'],
    ["a list", "[]"],
    ["null", "null"],
    ["text", "hello"],
    ["a form", "callData=1"],
  ])("is refused, signed or not: %s", async (_, body) => {
    const payload = await flow.deliver({ body });
    expect(await flow.refuse(payload, signed)).toMatchObject({ code: "not_an_event" });
    expect(await flow.refuse(payload)).toMatchObject({ code: "not_an_event" });
  });

  it("is refused when its bytes are no UTF-8", async () => {
    const data = Buffer.from([0x7b, 0xff, 0x7d]);
    const error = await flow.refuse({ rawBody: { data }, body: { data: {} } });
    expect(error.code).toBe("not_an_event");
  });

  it.each([
    ["nothing", undefined, undefined],
    ["null", { data: null }, { data: null }],
    ["blank text", { data: "" }, { data: "" }],
    ["no bytes", { data: Buffer.alloc(0) }, { data: {} }],
  ])("ends a scheduled run before its next step: %s", async (_, rawBody, body) => {
    const run = { headers: {}, queryParameters: {}, invokeUrl: "", rawBody, body };
    for (const inputs of [signed, {}]) {
      const error = await flow.refuse(run, inputs);
      expect(error).toMatchObject({ code: "no_event", message: refusalMessage("no_event") });
      expect(error.message).toContain("schedule");
    }
  });
});

describe("Test Events", () => {
  it.each([
    [undefined, true],
    ["pass", true],
    ["", true],
    ["refuse", false],
  ])("set to %j", async (testEvents, passes) => {
    const payload = await flow.deliver({ isTest: true });
    const inputs = { ...signed, testEvents };
    if (passes) {
      expect((await flow.start(payload, inputs)).payload.gong.isTest).toBe(true);
    } else {
      expect(await flow.refuse(payload, inputs)).toMatchObject({ code: "test_event" });
    }
    expect((await flow.start(await flow.deliver(), inputs)).payload.gong.isTest).toBe(false);
  });

  it("takes no other word", async () => {
    const error = await flow.refuse(await flow.deliver(), { testEvents: "ignore" });
    expect(error.message).toBe("Test Events must be one of pass, refuse, for example pass.");
  });
});

describe("Without a key", () => {
  it("events pass unsigned, with one warning for each run", async () => {
    const context = createContext();
    const payload = await flow.deliver({ kind: "unsigned" });
    const { payload: passed } = await flow.start(payload, { webhookPublicKey: " " }, context);
    expect(passed.gong.callId).toBe(latestCall()?.id);
    expect(context.lines).toHaveLength(1);
    expect(context.lines[0]).toMatch(/^warn: Webhook Public Key is blank, so whoever knows/);
  });

  it("a parsed body is enough", async () => {
    const data = { callData: { metaData: { id: "7" } }, isTest: false };
    const { payload } = await flow.start({ rawBody: undefined, body: { data } });
    expect(payload).toMatchObject({ body: { data }, gong: { callId: "7" } });
  });

  it("a parsed body is enough beside a raw one that is empty", async () => {
    const data = { callData: { metaData: { id: "7" } } };
    const { payload } = await flow.start({ rawBody: { data: "" }, body: { data } });
    expect(payload).toMatchObject({ body: { data }, gong: { callId: "7" } });
  });

  it("nothing is logged with one", async () => {
    const context = createContext();
    await flow.start(await flow.deliver(), signed, context);
    expect(context.lines).toEqual([]);
  });
});
