import { createContext } from "../support/context";
import { startFlow, type TestFlow } from "../support/flow";
import { startGong, type TestGong } from "../support/gong";

let gong: TestGong;
let flow: TestFlow;
let signed: { webhookPublicKey: string };
beforeAll(async () => {
  gong = await startGong({ callCount: 3 });
  flow = await startFlow(gong.sandbox);
  signed = { webhookPublicKey: gong.sandbox.webhooks.publicKey };
});
afterAll(async () => {
  await flow.stop();
  await gong.stop();
});

const json = "application/json";
const event = { callData: { metaData: { id: "7", title: "Renewal" } }, isTest: true };
const openLine =
  "debug: Webhook Public Key is blank, so signatures are not checked and any request to this flow's URL starts it.";

/** What the platform hands a trigger for a body, parsed or not. */
const request = (data: unknown, raw: unknown = data, contentType = json) => ({
  headers: { "Content-Type": contentType, "X-Other": "1" },
  queryParameters: { tenant: "7" },
  rawBody: { data: raw, contentType },
  body: { data, contentType },
  pathFragment: "part",
});

const payloads: [string, object][] = [
  ["a webhook of another system", request({ order: 7, lines: [{ id: 1 }] }, '{"order":7}')],
  ["a list", request([1, "two", null], '[1,"two",null]')],
  ["an object without fields", request({}, "{}")],
  ["a number", request(7, "7")],
  ["false", request(false, "false")],
  ["null", request(null, "null")],
  ["an event without a call", request({ callData: {} }, '{"callData":{}}')],
  ["an event without an ID", request({ callData: { metaData: { id: "" } } })],
  ["an event whose ID is a number", request({ callData: { metaData: { id: 7 } } })],
  ["another thing named gong", request({ gong: { callId: "7" } })],
  ["text", request("hello", "hello", "text/plain")],
  ["text that is almost JSON", request('{"callData":', '{"callData":', "text/plain")],
  ["a form", request({ callData: "1" }, "callData=1", "application/x-www-form-urlencoded")],
  [
    "bytes",
    request(Buffer.from([0, 255, 7]), Buffer.from([0, 255, 7]), "application/octet-stream"),
  ],
  ["bytes that are no UTF-8", request("", Buffer.from([0x7b, 0xff, 0x7d]))],
  ["JSON of 100,000 levels", request("[".repeat(100_000), "[".repeat(100_000))],
  ["text of 7 MB", request(" ".repeat(7 * 1024 ** 2))],
  [
    "an event of 7 MB as text",
    request(JSON.stringify({ ...event, pad: "x".repeat(7 * 1024 ** 2) })),
  ],
  ["an empty body", request("", "")],
  ["blank bytes", request({}, Buffer.alloc(0))],
  ["a scheduled run", { headers: {}, queryParameters: {}, rawBody: {}, body: {}, invokeUrl: "" }],
  ["a run without any body", { rawBody: undefined, body: undefined, headers: undefined }],
];

describe("B9: without a public key", () => {
  it.each(payloads)("%s passes as it came, without an answer of its own", async (_, payload) => {
    const context = createContext();
    for (const inputs of [{}, { webhookPublicKey: " \n", testEvents: "refuse" }]) {
      const result = await flow.start(payload, inputs, context);
      expect(Object.keys(result)).toEqual(["payload"]);
      expect(result.payload).toMatchObject(payload);
      expect(result.payload).not.toHaveProperty("gong");
    }
    expect(context.lines).toEqual([openLine, openLine]);
  });

  it.each<[string, object]>([
    ["parsed", request(event, JSON.stringify(event))],
    ["parsed, without its bytes", { ...request(event), rawBody: undefined }],
    ["as text", request(JSON.stringify(event))],
    ["as bytes", request(Buffer.from(JSON.stringify(event)))],
    ["as bytes beside a blank body", request("", Buffer.from(JSON.stringify(event)))],
    ["in Gong's form with a byte order mark", request(`\uFEFF${JSON.stringify(event)}`)],
  ])("an event of Gong's passes as it came, %s, with gong beside it", async (_, payload) => {
    const conditions = [{ field: "title", operator: "is", value: "renewal" }];
    const rules = [{ name: "Renewals", conditions }];
    const { payload: passed, ...rest } = await flow.start(payload, { rules });
    const gongPart = { callId: "7", isTest: true, isPrivate: false, matchedRules: ["Renewals"] };
    expect(rest).toEqual({});
    expect(passed).toMatchObject(payload);
    expect(passed.gong).toEqual(gongPart);
  });
});

describe("B10: a value of rules that is not ours", () => {
  const condition = { field: "title", operator: "is", value: "x" };
  it.each<unknown>([
    "some text",
    "{",
    7,
    true,
    { anything: 1 },
    { rules: "x" },
    { rules: [{ field: "title" }] },
    [null],
    ["a"],
    [{ name: "Rule", conditions: [] }],
    [{ name: "Rule", conditions: [{ ...condition, operator: "greaterThan" }] }],
    [{ name: "Rule", conditions: [{ ...condition, field: "mood" }] }],
    JSON.stringify({ conditions: [condition] }),
  ])("means no rules, with one warning: %j", async (rules) => {
    const context = createContext();
    const payload = await flow.deliver();
    const { payload: passed } = await flow.start(payload, { ...signed, rules }, context);
    expect(passed.gong.matchedRules).toEqual([]);
    expect(context.lines).toEqual([
      expect.stringMatching(/^warn: Automation Rules.* No rules apply to this run\.$/),
    ]);
    const other = await flow.start(request({ order: 7 }), { rules });
    expect(other.payload.body.data).toEqual({ order: 7 });
  });

  it.each<unknown>([undefined, null, "", " ", {}, [], { rules: [] }, { rules: null }, "[]"])(
    "may be blank, which needs no warning: %j",
    async (rules) => {
      const context = createContext();
      const payload = await flow.deliver();
      const { payload: passed } = await flow.start(payload, { ...signed, rules }, context);
      expect([passed.gong.matchedRules, context.lines]).toEqual([[], []]);
    },
  );
});

describe("B11: a simulated test run of the designer", () => {
  const simulated = () => Object.assign(createContext(), { isSimulatedTestExecution: true });

  it.each(payloads)("passes before any check: %s", async (_, payload) => {
    for (const inputs of [
      signed,
      { requireSignature: true },
      { ...signed, requireSignature: "true" },
    ]) {
      const context = simulated();
      const { payload: passed } = await flow.start(payload, inputs, context);
      expect(passed).toMatchObject(payload);
      expect(context.lines).toEqual([
        "info: This is a simulated test run: its signature was not checked.",
      ]);
    }
  });

  it("passes when its made-up event is forged, or a test", async () => {
    const inputs = { ...signed, testEvents: "refuse" };
    for (const order of [{ kind: "forged" }, { isTest: true }] as const) {
      const { payload } = await flow.start(await flow.deliver(order), inputs, simulated());
      expect(payload.gong.callId).toMatch(/^\d+$/);
    }
  });

  it("is not claimed by a value that is not true", async () => {
    const context = Object.assign(createContext(), { isSimulatedTestExecution: false });
    await expect(flow.start(request(event), signed, context)).rejects.toThrow("Authorization");
  });
});

describe("With a public key", () => {
  it.each(payloads)("%s is refused when it is unsigned", async (_, payload) => {
    expect(await flow.refuse({ ...payload, headers: {} }, signed)).toMatchObject({
      code: "no_signature",
    });
  });

  it.each(['{"order":7}', "[]", "7", "hello", ""])("what Gong signed passes: %j", async (body) => {
    const { payload } = await flow.start(await flow.deliver({ body }), signed);
    expect(payload.body.data).toEqual(/^[a-z]|^$/.test(body) ? body : JSON.parse(body));
    expect(payload).not.toHaveProperty("gong");
  });
});

describe("Require Signature", () => {
  it.each(["", " ", "\n\t", null, undefined])(
    "refuses everything without a key: %j",
    async (key) => {
      for (const requireSignature of [true, "true"]) {
        const inputs = { webhookPublicKey: key, requireSignature };
        for (const payload of [await flow.deliver(), request({ order: 7 })]) {
          const error = await flow.refuse(payload, inputs);
          expect(error).toMatchObject({ name: "EventRefusedError", code: "no_key" });
          expect(error.message).toMatch(/Require Signature is on, and Webhook Public Key is blank/);
        }
      }
    },
  );
});
