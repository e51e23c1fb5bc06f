import { createPublicKey, generateKeyPairSync } from "node:crypto";
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
    [{ without: ["exp"] }, "no_expiry"],
    [{ without: ["webhook_url"] }, "no_url"],
    [{ without: ["body_sha256"] }, "no_body_hash"],
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

  it("is refused with every single character of its token changed", async () => {
    const payload = await flow.deliver();
    const token = payload.headers.Authorization ?? "";
    // The last character of a part may hold bits that base64 leaves unused.
    const places = [...token].flatMap((sign, at) =>
      sign === "." || token[at + 1] === "." || at >= token.length - 1 ? [] : [at],
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

describe("The URL that was called", () => {
  const hook = "https://hooks.example.com/trigger/SW5z==";
  const called = async (
    configured: string,
    invoked: object,
    inputs: Record<string, unknown> = {},
  ) =>
    outcome(
      { ...(await flow.deliver({ webhookUrl: configured })), ...invoked },
      { ...signed, ...inputs },
    );

  it.each([
    [hook, hook],
    [`${hook}?tenant=7&mode=a%20b`, `${hook}?mode=a+b&tenant=7`],
    [`${hook}?list=1&list=2`, `${hook}?list=1&list=2`],
    [hook, `${hook}/`],
    [`${hook}/`, hook],
    [hook, hook.replace("==", "%3d%3D")],
    [hook, hook.replace("hooks.example.com/", "HOOKS.example.COM:443/").replace("https", "HTTPS")],
    [`${hook}#part`, hook],
    ["https://hooks.example.com", "https://hooks.example.com/"],
    ["https://hooks.example.com/a%zz", "https://hooks.example.com/a%zz"],
    ["https://bücher.example/電話", "https://xn--bcher-kva.example/%E9%9B%BB%E8%A9%B1"],
  ])("%s is the one that Gong meant: %s", async (configured, invokeUrl) => {
    expect(await called(configured, { invokeUrl, queryParameters: {} })).toMatch("passes");
  });

  it.each([
    [hook, hook.replace("SW5z", "sw5z")],
    [hook, `${hook}//`],
    [hook, `${hook}/more`],
    [hook, hook.replace("https", "http")],
    [hook, hook.replace("hooks.", "hook.")],
    [hook, hook.replace(".com/", ".com:8443/")],
    [hook, hook.replace(".com/", ".com.evil.example/")],
    [hook, `${hook}?tenant=7`],
    [`${hook}?tenant=7`, hook],
    [`${hook}?tenant=7`, `${hook}?tenant=8`],
    [`${hook}?tenant=7`, `${hook}?tenant=7&tenant=7`],
    [`${hook}?list=1&list=2`, `${hook}?list=2&list=1`],
    ["https://hooks.example.com/a%2Fb", "https://hooks.example.com/a/b"],
    ["https://hooks.example.com/a/b", "https://hooks.example.com/a/c/../d"],
    ["hooks.example.com/trigger", "https://hooks.example.com/trigger"],
    ["nonsense", "https://hooks.example.com/trigger"],
  ])("%s is another one than %s", async (configured, invokeUrl) => {
    expect(await called(configured, { invokeUrl, queryParameters: {} })).toBe("wrong_url");
  });

  it("takes its query string from the parameters where it came without one", async () => {
    const queryParameters = { tenant: "7", mode: "a b" };
    const configured = `${hook}?tenant=7&mode=a+b`;
    expect(await called(configured, { invokeUrl: hook, queryParameters })).toMatch("passes");
    expect(await called(hook, { invokeUrl: hook, queryParameters })).toBe("wrong_url");
    const other = { invokeUrl: configured, queryParameters: { tenant: "8" } };
    expect(await called(configured, other)).toMatch("passes");
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
  const pemOf = (base64: string) =>
    createPublicKey({ key: Buffer.from(base64, "base64"), format: "der", type: "spki" })
      .export({ format: "pem", type: "spki" })
      .toString();
  const inLines = (text: string, end: string) => text.replace(/.{64}/g, `$&${end}`);
  const spki = (pair: { publicKey: { export(o: object): Buffer | string } }) =>
    pair.publicKey.export({ type: "spki", format: "der" }).toString("base64" as never);
  const rsa = (modulusLength: number) => generateKeyPairSync("rsa", { modulusLength });

  it.each<[string, (key: string) => string]>([
    ["bare base64, as Gong shows it", (key) => key],
    ["in lines", (key) => inLines(key, "\n")],
    ["in lines of another system", (key) => inLines(key, "\r\n")],
    ["with spaces for line breaks", (key) => inLines(key, " ")],
    ["with literal line breaks", (key) => inLines(key, "\\r\\n")],
    ["with blanks around it", (key) => `\n\t ${key} \r\n`],
    ["in quotation marks, without its padding", (key) => `"${key.replace(/=+$/, "")}"`],
    ["PEM", pemOf],
    ["PEM of another system", (key) => pemOf(key).replaceAll("\n", "\r\n")],
    ["PEM with spaces for line breaks", (key) => pemOf(key).replaceAll("\n", " ")],
    ["PEM without any line break", (key) => pemOf(key).replaceAll("\n", "")],
    ["PEM as text in JSON", (key) => JSON.stringify(pemOf(key))],
    ["PEM without its last line", (key) => pemOf(key).replace(/-----END.*/, "")],
  ])("is read: %s", async (_, paste) => {
    const inputs = { webhookPublicKey: paste(bare) };
    expect(await outcome(await flow.deliver(), inputs)).toMatch("passes");
    expect(await outcome(await flow.deliver({ kind: "forged" }), inputs)).toBe("wrong_signature");
  });

  it("of another rule refuses genuine events", async () => {
    const error = await flow.refuse(await flow.deliver(), { webhookPublicKey: spki(rsa(2048)) });
    expect(error.code).toBe("wrong_signature");
    expect(error.message).toContain("Each rule in Gong has its own key");
  });

  const noBase64 = "in base64 with or without PEM lines";
  const notWhole = "whole and nothing beside it";
  const privatePem = () => rsa(2048).privateKey.export({ type: "pkcs8", format: "pem" });
  it.each<[string, () => unknown, string]>([
    ["words", () => "the key from Gong!", noBase64],
    ["a URL", () => "https://app.gong.io/keys/1", noBase64],
    [
      "a certificate",
      () => "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
      noBase64,
    ],
    ["half a key", () => bare.slice(0, -200), notWhole],
    ["a key that lacks its end", () => bare.replace(/=+$/, "").slice(0, -8), notWhole],
    ["two keys", () => bare.replace(/=+$/, "") + bare, notWhole],
    ["base64 of something else", () => "aGVsbG8gd29ybGQ=", notWhole],
    ["a private key", () => privatePem().toString(), "not a private key"],
    ["a small RSA key", () => spki(rsa(1024)), "an RSA key of at least 2048 bits"],
    [
      "a key for another algorithm",
      () => spki(generateKeyPairSync("ec", { namedCurve: "P-256" })),
      "an RSA key of at least 2048 bits",
    ],
    ["an object", () => ({ kty: "RSA" }), "must be text, not an object"],
  ])("is refused by its label: %s", async (_, key, words) => {
    for (const requireSignature of [false, true]) {
      const inputs = { webhookPublicKey: key(), requireSignature };
      const error = await flow.refuse(await flow.deliver(), inputs);
      expect(error.name).toBe("InputError");
      expect(error.message).toMatch(/^Webhook Public Key must be /);
      expect(error.message).toMatch(words);
      expect(error.message.length).toBeLessThan(200);
    }
  });
});
