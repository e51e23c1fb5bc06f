import { generateKeyPairSync } from "node:crypto";
import { createContext } from "../../../tests/support/context";
import { startFlow, type TestFlow } from "../../../tests/support/flow";
import { startGong, type TestGong } from "../../../tests/support/gong";
import { shownBy } from "../../../tests/support/shown";

let gong: TestGong;
let flow: TestFlow;
let bare: string;
let signed: { webhookPublicKey: string };
beforeAll(async () => {
  gong = await startGong();
  flow = await startFlow(gong.sandbox);
  bare = gong.sandbox.webhooks.publicKey;
  signed = { webhookPublicKey: bare };
});
afterAll(async () => {
  await flow.stop();
  await gong.stop();
});

const latestCall = () =>
  [...gong.sandbox.company.calls].sort((one, other) => other.startedAt - one.startedAt)[0];

/** What the trigger says: the ID of the call that passes, the code of a refusal, or an error's words. */
const outcome = (
  payload: object,
  inputs: Record<string, unknown> = signed,
  context = createContext(),
) =>
  flow.start(payload, inputs, context).then(
    (result) => `passes: ${result.payload.gong.callId}`,
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

describe("A signed event", () => {
  it("passes with Gong's JSON parsed and everything else as it came", async () => {
    const context = createContext();
    gong.sandbox.clearRequests();
    const payload = await flow.deliver();
    const { payload: passed, ...rest } = await flow.start(payload, signed, context);
    const text = String(payload.rawBody.data);
    expect(passed.body).toEqual({ data: JSON.parse(text), contentType: "application/json" });
    expect(passed).toMatchObject({ ...payload, body: {} });
    expect(passed.gong).toEqual({
      ...{ callId: latestCall()?.id, isTest: false, isPrivate: latestCall()?.isPrivate },
      matchedRules: [],
    });
    expect([rest, context.lines, gong.sandbox.requests]).toEqual([{}, [], []]);
  });

  it.each([
    [false, undefined],
    ["off", undefined],
    [true, "there"],
    [undefined, "there"],
  ])(
    "of a private call comes without the call where Private Calls is %p",
    async (privateCalls, there) => {
      const { id } = gong.sandbox.createCall({ isPrivate: true });
      const { fields, ...rest } = gong.connection as { fields: object };
      const connection = { ...rest, fields: { ...fields, privateCalls } };
      const delivered = await flow.deliver({ callId: id });
      const { payload } = await flow.start(delivered, { ...signed, connection });
      const { body, rawBody, ...kept } = payload;
      expect(body.data && rawBody.data && "there").toBe(there);
      expect(kept.gong).toMatchObject({ callId: id, isPrivate: true });
      expect(kept.gong.leftOut).toBe(there ? undefined : true);
      expect(JSON.stringify(there ? "" : payload)).not.toContain("metaData");
    },
  );

  it("keeps IDs whole that are numbers beyond 2^53", async () => {
    const body = '{"callData":{"metaData":{"id":"7"},"crmId":12345678901234567890,"n":12}}';
    const { payload } = await flow.start(await flow.deliver({ body }), signed);
    expect(payload.body.data.callData).toMatchObject({ crmId: "12345678901234567890", n: 12 });
  });

  it("hands on the names of the rules that match, in their order", async () => {
    const { title, duration } = latestCall() ?? { title: "", duration: 0 };
    const rule = (name: string, field: string, operator: string, value: unknown) => ({
      name,
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

  it("that is a test passes or not, as Test Events says", async () => {
    const test = await flow.deliver({ isTest: true });
    for (const testEvents of [undefined, "pass", ""]) {
      const { payload } = await flow.start(test, { ...signed, testEvents });
      expect(payload.gong.isTest).toBe(true);
    }
    const refusing = { ...signed, testEvents: "refuse" };
    expect(await outcome(test, refusing)).toBe("test_event");
    expect(await outcome(await flow.deliver(), refusing)).toMatch("passes");
  });
});

describe("The raw body", () => {
  it.each<[string, (data: Buffer) => unknown]>([
    ["a Buffer", (data) => data],
    ["text", (data) => data.toString()],
    ["a Buffer that went through JSON", (data) => JSON.parse(JSON.stringify(data))],
    ["bytes that are no Buffer", (data) => new Uint8Array(data)],
  ])("counts as %s, and not a parsed body beside it", async (_, shape) => {
    const payload = await flow.deliver();
    const data = shape(payload.rawBody.data as Buffer);
    const body = { data: { callData: { metaData: { id: "666" } } } };
    const { payload: passed } = await flow.start({ ...payload, rawBody: { data }, body }, signed);
    const { id } = latestCall() ?? {};
    expect([passed.gong.callId, passed.body.data.callData.metaData.id]).toEqual([id, id]);
  });

  it.each([
    ["spaces that a parser drops", '{ "callData" : { "metaData" : { "id" : "7" } } }\r\n'],
    ["letters outside ASCII", '{"callData":{"metaData":{"id":"7","title":"Grüße — 電話 😀"}}}'],
    ["numbers that a parser would write otherwise", '{"callData":{"metaData":{"id":"7"},"n":1.0}}'],
    ["a byte order mark", '\uFEFF{"callData":{"metaData":{"id":"7"}}}'],
  ])("is hashed as it came, with %s", async (_, body) => {
    expect(await outcome(await flow.deliver({ body }))).toBe("passes: 7");
  });

  it("is missed where only a parsed body is there", async () => {
    const payload = await flow.deliver();
    const data = JSON.parse(String(payload.rawBody.data));
    for (const rawBody of [{ data }, { data: null }, undefined]) {
      expect(await outcome({ ...payload, body: { data }, rawBody })).toBe("no_raw_body");
    }
  });

  it.each([
    [6 * 1024 ** 2, "passes: 7"],
    [6 * 1024 ** 2 + 1, "too_large"],
  ])("of %d bytes: %s", async (length, expected) => {
    const [start, end] = ['{"callData":{"metaData":{"id":"7"}},"pad":"', '"}'];
    const body = `${start}${"x".repeat(length - start.length - end.length)}${end}`;
    expect(await outcome(await flow.deliver({ body }))).toBe(expected);
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
    expect(await outcome(payload)).toBe(`passes: ${latestCall()?.id}`);
  });

  it.each([
    [undefined, "no_signature"],
    ["  ", "no_signature"],
    ["Bearer ", "no_signature"],
    ["Basic a2V5OnNlY3JldA==", "unreadable_signature"],
    ["Bearer not-a-token", "unreadable_signature"],
    ["a.b.c", "unreadable_signature"],
  ])("is refused as %j", async (Authorization, code) => {
    const payload = await flow.deliver({ kind: "unsigned" });
    const headers = { ...payload.headers, ...(Authorization !== undefined && { Authorization }) };
    expect(await outcome({ ...payload, headers })).toBe(code);
  });
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
  ] as const)("is refused with the reason: %j is %s", async (order, code) => {
    const error = await flow.refuse(await flow.deliver(order), signed);
    expect(error).toMatchObject({ name: "EventRefusedError", code });
    expect(error.message).toMatch(/^The event was refused: .+\. .+\.$/);
  });

  it("shows neither token nor body nor call in its error", async () => {
    const payload = await flow.deliver({ kind: "forged" });
    const shown = shownBy(await flow.refuse(payload, signed));
    const parts = payload.headers.Authorization?.split(".") ?? [];
    expect(parts).toHaveLength(3);
    for (const part of [...parts, latestCall()?.id, latestCall()?.title, flow.url]) {
      expect(shown).not.toContain(part);
    }
  });
});

describe("The URL that was called", () => {
  const hook = "https://hooks.example.com/trigger/SW5z==";
  const called = async (webhookUrl: string, invoked: object, inputs: object = {}) =>
    outcome({ ...(await flow.deliver({ webhookUrl })), ...invoked }, { ...signed, ...inputs });

  it("is compared with the one that Gong meant, its query string taken from the parameters", async () => {
    const invoked = { invokeUrl: hook, queryParameters: { tenant: "7", mode: "a b" } };
    expect(await called(`${hook}/?mode=a+b&tenant=7`, invoked)).toMatch("passes");
    expect(await called(hook, invoked)).toBe("wrong_url");
  });

  it.each([undefined, "", "no URL"])(
    "is not known as %j, and Webhook URL helps",
    async (invokeUrl) => {
      expect(await called(hook, { invokeUrl })).toBe("unknown_url");
      expect(await called(hook, { invokeUrl }, { webhookUrl: ` ${hook} ` })).toMatch("passes");
    },
  );

  it("does not count beside Webhook URL", async () => {
    const webhookUrl = "https://gong.harbourline.example/hooks/7?tenant=7";
    expect(await called(webhookUrl, {}, { webhookUrl })).toMatch("passes");
    expect(await called(flow.url, {}, { webhookUrl })).toBe("wrong_url");
    expect(await called(webhookUrl, {}, { webhookUrl: "" })).toBe("wrong_url");
    expect(await called(webhookUrl, {}, { webhookUrl: "harbourline" })).toMatch(
      /^Webhook URL must be a web address/,
    );
  });
});

describe("Webhook Public Key", () => {
  it("of another rule refuses genuine events", async () => {
    const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const webhookPublicKey = publicKey.export({ type: "spki", format: "pem" });
    const error = await flow.refuse(await flow.deliver(), { webhookPublicKey });
    expect(error.code).toBe("wrong_signature");
    expect(error.message).toContain("Each rule in Gong has its own key");
  });

  it.each([false, true])("that is none is refused, with Require Signature %s", async (on) => {
    const inputs = { webhookPublicKey: "the key from Gong!", requireSignature: on };
    const error = await flow.refuse(await flow.deliver(), inputs);
    expect([error.name, error.message]).toEqual([
      "InputError",
      expect.stringMatching(/^Webhook Public Key must be /),
    ]);
  });
});
