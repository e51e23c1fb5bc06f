import { createContext } from "../../../tests/support/context";
import { failureOf } from "../../../tests/support/failure";
import { startGong, type TestGong } from "../../../tests/support/gong";
import {
  connectionTo,
  type RecordingServer,
  startRecordingServer,
} from "../../../tests/support/recordingServer";
import { blanks, expectRefused } from "../../../tests/support/refusals";

let gong: TestGong;
let wire: RecordingServer;
let elsewhere: RecordingServer;
beforeAll(async () => {
  gong = await startGong({ callCount: 20 });
  wire = await startRecordingServer();
  elsewhere = await startRecordingServer();
});
beforeEach(() => {
  gong.sandbox.clearRequests();
  wire.requests.length = 0;
});
afterEach(() => {
  // Whatever a test tries, nothing may ever arrive at a host that is not the connection's.
  expect(elsewhere.requests).toEqual([]);
});
afterAll(async () => {
  await gong.stop();
  await wire.stop();
  await elsewhere.stop();
});

const minimum = { url: "/v2/workspaces", method: "GET", responseType: "json" };

/** Sends to the server that keeps bytes, and gives what arrived. */
async function onTheWire(inputs: object) {
  const connection = connectionTo(wire.url);
  await gong.run("rawRequest", { connection, ...minimum, ...inputs });
  const [request] = wire.requests;
  if (!request || wire.requests.length !== 1) throw new Error("Not one request arrived.");
  return request;
}

describe("The address of Raw Request", () => {
  it.each([
    ["/v2/calls", "/v2/calls"],
    ["v2/calls", "/v2/calls"],
    [" /v2/calls\n", "/v2/calls"],
    ["?a=1", "/?a=1"],
    ["/v2/a:b/c%2Fd", "/v2/a:b/c%2Fd"],
    ["/@evil.example/x", "/@evil.example/x"],
    ["/v2/../v3", "/v3"],
    ["x\\y", "/x/y"],
  ])("%j leads to %s on the connection's host", async (url, sent) => {
    expect((await onTheWire({ url })).url).toBe(sent);
  });

  it("may be whole when it is on the connection's host", async () => {
    expect((await onTheWire({ url: `${wire.url}/v2/calls?a=1#b` })).url).toBe("/v2/calls?a=1");
  });

  it("stays below the path that the connection has", async () => {
    const connection = connectionTo(`${wire.url}/gong`);
    expect((await onTheWire({ connection, url: "/v2/calls" })).url).toBe("/gong/v2/calls");
    wire.requests.length = 0;
    for (const url of [
      "/../v2/calls",
      `${wire.url}/v2/calls`,
      "/%2e%2e/v2/calls",
      "\\..\\..\\v2",
    ]) {
      const refusal = { label: "URL", says: "on the connection's own host" };
      await expectRefused(gong, "rawRequest", { ...minimum, connection, url }, refusal);
    }
    expect(wire.requests).toEqual([]);
  });

  it.each<[string, (host: string, own: string) => string]>([
    ["another port", (host) => `http://${host}/secret`],
    ["another host", (_, own) => `http://localhost:${own.split(":")[1]}/secret`],
    ["a host that begins alike", (_, own) => `http://${own}.secret.example/`],
    ["another scheme", (_, own) => `https://${own}/secret`],
    ["no scheme", (host) => `//${host}/secret`],
    ["three slashes", (host) => `///${host}/secret`],
    ["backslashes", (host) => `\\\\${host}\\secret`],
    ["a slash and a backslash", (host) => `/\\${host}/secret`],
    ["a scheme without slashes", (host) => `http:${host}/secret`],
    ["a scheme with backslashes", (host) => `http:\\\\${host}\\secret`],
    ["a scheme in capitals", (host) => `HTTP://${host}/secret`],
    ["a user name that looks like the host", (host, own) => `http://${own}@${host}/secret`],
    ["a user name on the own host", (_, own) => `http://secret@${own}/v2/calls`],
    ["a password on the own host", (_, own) => `http://:secret@${own}/v2/calls`],
    ["a file", () => "file:///secret"],
    ["data", () => "data:application/json,secret"],
    ["a script", () => "javascript:secret"],
    ["nothing after the scheme", () => "http://"],
  ])("is refused with %s", async (_, toUrl) => {
    const url = toUrl(elsewhere.url.slice(7), gong.sandbox.url.slice(7));
    await expectRefused(
      gong,
      "rawRequest",
      { ...minimum, url },
      {
        label: "URL",
        says: "must be a path, or an address on the connection's own host",
        hides: "secret",
      },
    );
  });

  it.each<[unknown, string]>([
    ...blanks.map((blank): [unknown, string] => [blank, "is required"]),
    ["/v2\r\nHost: secret", "must be one line"],
    ["/v2\tsecret", "must be one line"],
    ["/v2/\u0000secret", "must be one line"],
    [{ path: "secret" }, "must be text, not an object"],
    [["/secret"], "must be text, not a list"],
    [Buffer.from("/secret"), "must be text, not a file"],
    ["x".repeat(16_001), "at most 16,000 characters"],
    ["/v2/\ud800", "must be text without broken characters"],
  ])("cannot be %p", async (url, says) => {
    await expectRefused(
      gong,
      "rawRequest",
      { ...minimum, url },
      { label: "URL", says, hides: "secret" },
    );
  });

  it("is not left by a redirect", async () => {
    wire.answer((_, response) => void response.writeHead(302, { location: elsewhere.url }).end());
    const connection = connectionTo(wire.url);
    const error = await gong.fail("rawRequest", { ...minimum, connection });
    expect(error).toMatchObject({ status: 302 });
    wire.answer((_, response) => void response.end("{}"));
  });
});

describe("The headers of Raw Request", () => {
  it("are sent beside the connection's own", async () => {
    const { headers } = await onTheWire({
      headers: [
        { key: " X-One ", value: " 1 " },
        { key: "X-Two", value: 2 },
        { key: "X-Three", value: false },
        { key: "X-Four", value: "naïve\tcafé" },
        { key: "X-Blank", value: "" },
        { key: "accept", value: "text/csv" },
        { key: "constructor", value: "a" },
        { key: "__proto__", value: "b" },
      ],
    });
    expect(headers).toMatchObject({
      "x-one": ["1"],
      "x-two": ["2"],
      "x-three": ["false"],
      "x-four": ["naïve\tcafé"],
      accept: ["text/csv"],
    });
    expect(headers).not.toHaveProperty("x-blank");
    expect(Object.getPrototypeOf({})).not.toHaveProperty("b");
  });

  it.each(["Authorization", "authorization", " AUTHORIZATION "])(
    "never hold another %j than the connection's",
    async (key) => {
      const given = [
        { key, value: "Bearer stolen" },
        { key, value: { a: "list that no header could hold" } },
      ];
      const { headers } = await onTheWire({ headers: given });
      const own = `Basic ${Buffer.from("key:secret").toString("base64")}`;
      expect(headers.authorization).toEqual([own]);
    },
  );

  it.each([
    ["Host", "secret.example"],
    ["host", "secret.example"],
    ["Content-Length", "5"],
    ["Transfer-Encoding", "chunked"],
    ["Connection", "close"],
    ["Upgrade", "h2c"],
    ["Proxy-Authorization", "secret"],
  ])("cannot hold %s", async (key, value) => {
    const says = `must not hold ${key}, which follows from the request itself`;
    const inputs = { ...minimum, headers: [{ key, value }] };
    await expectRefused(gong, "rawRequest", inputs, { label: "Header", says, hides: "secret" });
  });

  it.each<[unknown, unknown, string]>([
    ["X-A", "secret\r\nX-Injected: 1", "at X-A, must have a value of one line"],
    ["X-A", "secret\nX-Injected: 1", "at X-A, must have a value of one line"],
    ["X-A", "secret\rX", "at X-A, must have a value of one line"],
    ["X-A", "secret\u0000", "at X-A, must have a value of one line"],
    ["X-A", "secret\u0085", "at X-A, must have a value of one line"],
    ["X-A", "secret \u{1f389}", "at X-A, must have a value of one line"],
    ["X-A", `secret${"x".repeat(8_000)}`, "at X-A, must have a value of one line"],
    ["X-A", { secret: 1 }, "at X-A, must have a value of one line"],
    ["X-A", ["secret"], "at X-A, must have a value of one line"],
    ["X-A", new Date(0), "at X-A, must have a value of one line"],
    ["X-A", Number.NaN, "at X-A, must have a value of one line"],
    ["X-A\r\nX-Injected", "secret", "must have names of letters, digits and hyphens"],
    ["X-A\n", "secret\r\nx", "must have a value of one line"],
    ["X A", "secret", "must have names of letters, digits and hyphens"],
    ["X:A", "secret", "must have names of letters, digits and hyphens"],
    ["Ünï", "secret", "must have names of letters, digits and hyphens"],
    ["", "secret", "at [0], must have a name for each value"],
    [5, "secret", "must be a list of names and values"],
  ])("cannot hold %p with %p", async (key, value, says) => {
    const inputs = { ...minimum, headers: [{ key, value }] };
    await expectRefused(gong, "rawRequest", inputs, { label: "Header", says, hides: "secret" });
  });
});

describe("An error of Raw Request", () => {
  const echoing = async (inputs: object) => {
    gong.sandbox.faults.next({
      kind: "status",
      status: 400,
      body: { errors: ["robin.vale@northmoor.example and 4255550142 are not known"] },
    });
    return failureOf(gong.run("rawRequest", { ...minimum, method: "POST", ...inputs }));
  };
  const person = { emailAddress: "robin.vale@northmoor.example", phoneNumber: "425 555-0142" };

  it.each<[string, object]>([
    ["Data", { data: JSON.stringify({ people: [person] }) }],
    ["Form Data", { formData: Object.entries(person).map(([key, value]) => ({ key, value })) }],
    [
      "Query Parameter",
      { queryParams: Object.entries(person).map(([key, value]) => ({ key, value })) },
    ],
    ["URL", { url: `/v2/calls?${new URLSearchParams(person)}` }],
  ])("names nobody whom %s named", async (_, inputs) => {
    const error = await echoing(inputs);
    expect(error.gongErrors).toEqual(["[email address] and [phone number] are not known"]);
  });
});

describe("An error of Raw Request that repeats what was sent", () => {
  const echo = async (echoed: string, inputs: object) => {
    const body = { errors: [`not ${echoed}.`], sent: echoed };
    gong.sandbox.faults.next({ kind: "status", status: 400, body });
    const error = await failureOf(
      gong.run("rawRequest", { ...minimum, method: "POST", ...inputs }),
    );
    expect(error.message).not.toContain(echoed);
    return error.data;
  };
  const number = "4155550100";
  const both = (word: string) => expect.objectContaining({ errors: [`not ${word}.`], sent: word });

  it.each<[string, object]>([
    ["form-encoded Data", { data: `a=1&phoneNumber=${number}&b=2` }],
    ["JSON inside of JSON", { data: { filter: JSON.stringify({ phone: number }) } }],
    ["the path", { url: `/v2/x/%2B1${number}` }],
    ["the path after a name", { url: `/v2/phone/${number}` }],
    ["a list in the query", { url: `/v2/x?phoneNumbers=4155550101,${number}` }],
    ["a repeated query parameter", { url: `/v2/x?phone=${number}&phone=4155550101` }],
    ["a repeated field", { formData: ["1", number, "2"].map((value) => ({ key: "tel", value })) }],
    ["a list in Form Data", { formData: [{ key: "a", value: { mobile: [number] } }] }],
  ])("has no phone number of %s", async (_, inputs) => {
    expect(await echo(number, inputs)).toEqual(both("[phone number]"));
  });

  it.each<[string, object]>([
    ["the path", { url: "/v2/x/robin%40corp" }],
    ["a header", { headers: [{ key: "From", value: "robin@corp" }] }],
    ["form-encoded Data", { data: "email=robin%40corp" }],
  ])("has no e-mail address of %s", async (_, inputs) => {
    expect(JSON.stringify(await echo("robin@corp", inputs))).not.toContain("robin");
  });

  it("has no header that may be a key, and no phone number of one", async () => {
    const headers = [
      { key: "X-Api-Key", value: "foreign1" },
      { key: "X-Phone", value: "555-0100" },
      { key: "X-Short", value: "foreign" },
      { key: "Accept-Language", value: "en-GB,en;q=0.5" },
      { key: "Content-Type", value: "application/csv" },
    ];
    expect(await echo("foreign1", { headers })).toEqual(both("[secret]"));
    expect(JSON.stringify(await echo("5550100", { headers }))).not.toContain("5550100");
    const body = { errors: ["foreign application/csv en-GB,en;q=0.5"] };
    gong.sandbox.faults.next({ kind: "status", status: 400, body });
    const error = await failureOf(gong.run("rawRequest", { ...minimum, headers }));
    expect(error.gongErrors).toEqual(body.errors);
  });

  it.each<[string, string, object]>([
    [
      "a part of a cookie",
      "0123456789abcdef0123",
      { headers: { Cookie: "theme=dark; session=0123456789abcdef0123; lang=en" } },
    ],
    [
      "a query parameter",
      "0123456789abcdef0123",
      { url: "/v2/x?access_token=0123456789abcdef0123" },
    ],
    [
      "what looks like a key",
      "aB3aB3aB3aB3aB3aB3aB3",
      { headers: { "X-Own": "aB3aB3aB3aB3aB3aB3aB3" } },
    ],
  ])("has no key in %s", async (_, key, inputs) => {
    expect(await echo(key, inputs)).toEqual(both("[secret]"));
  });

  it("keeps words and ids that are no keys", async () => {
    const headers = [
      { key: "X-Source", value: "hubspot-integration" },
      { key: "X-Workspace-Id", value: "623457276584334" },
      { key: "Idempotency-Key", value: "call-7782342274025937895" },
      { key: "X-Scope", value: "api:calls:read:basic" },
    ];
    const words = headers.map(({ value }) => `no ${value}`);
    gong.sandbox.faults.next({ kind: "status", status: 400, body: { errors: words } });
    const error = await failureOf(gong.run("rawRequest", { ...minimum, headers }));
    expect(error.gongErrors).toEqual(words);
  });

  it("has no key in the request id of a debug line", async () => {
    const key = "sk_live_0123456789abcdef";
    const headers = [{ key: "X-Api-Key", value: key }];
    const body = { requestId: key, errors: ["no"] };
    gong.sandbox.faults.next({ kind: "status", status: 400, body });
    const context = createContext();
    const inputs = { ...minimum, headers, debugRequest: "true" };
    await failureOf(gong.run("rawRequest", inputs, context));
    expect(context.lines.join()).toContain("request id [secret]");
  });

  it("comes at once for thousands of people, and for keys of any length", async () => {
    const phones = Array.from({ length: 50_000 }, (_, index) => `+1425${5_550_000 + index}`);
    const headers = [{ key: "X-Session", value: `sk_live_0123456789abcdef${"=".repeat(6_300)}` }];
    gong.sandbox.faults.next({
      kind: "status",
      status: 400,
      body: { errors: ["no +14255550007"] },
    });
    const inputs = { ...minimum, method: "POST", data: { phones }, headers };
    const error = await failureOf(gong.run("rawRequest", inputs));
    expect(error.gongErrors).toEqual(["no [phone number]"]);
  });

  it.each<[string, (file: Buffer) => object]>([
    ["Data", (data) => ({ data })],
    ["Data with its type", (data) => ({ data: { data, contentType: "audio/mpeg" } })],
    ["Form Data", (value) => ({ formData: [{ key: "phone", value }] })],
    ["File Data", (value) => ({ fileData: [{ key: "phone", value }] })],
  ])("comes for a file of 16 MB as %s without a look at its bytes", async (_, inputs) => {
    const looked = jest.fn(() => number);
    const file = Buffer.alloc(16 * 1024 ** 2, "1");
    Object.defineProperty(file, "phone", { enumerable: true, get: looked });
    wire.answer((_request, response) => void response.writeHead(400).end('{"errors":["no"]}'));
    const connection = connectionTo(wire.url);
    const error = await gong.fail("rawRequest", {
      ...minimum,
      method: "POST",
      connection,
      ...inputs(file),
    });
    wire.answer((_request, response) => void response.end("{}"));
    expect(error).toMatchObject({ gongErrors: ["no"] });
    expect(looked).not.toHaveBeenCalled();
  });
});

describe("Raw Request refuses", () => {
  it.each<[string, unknown, string, string]>([
    ...blanks.flatMap((blank): [string, unknown, string, string][] => [
      ["method", blank, "Method", "is required, for example GET"],
      ["responseType", blank, "Response Type", "is required, for example json"],
    ]),
    ["method", "secret", "Method", "must be one of GET, POST, PUT"],
    ["method", "GET /secret HTTP/1.1\r\n", "Method", "must be one of"],
    ["method", "CONNECT", "Method", "must be one of"],
    ["method", ["GET"], "Method", "must be one of"],
    ["responseType", "secret", "Response Type", "must be one of json, text, arraybuffer, document"],
    ["responseType", "stream", "Response Type", "must be one of json"],
    ["queryParams", "a=secret", "Query Parameter", "must be a list of names and values"],
    ["headers", "X-A: secret", "Header", "must be a list of names and values"],
    ["timeout", "soon", "Timeout", "must be a number from 0 to 900000"],
    ["timeout", -1, "Timeout", "must be a number from 0 to 900000"],
    ["timeout", 900_001, "Timeout", "must be a number from 0 to 900000"],
    ["timeout", Number.NaN, "Timeout", "must be a number"],
    ["timeout", [5], "Timeout", "must be a number"],
    ["debugRequest", "secret", "Debug Request", "must be true or false"],
    ["retryDelayMS", "secret", "Retry Delay (ms)", "must be a number from 0 to 300000"],
    ["retryDelayMS", 300_001, "Retry Delay (ms)", "must be a number from 0 to 300000"],
    ["retryAllErrors", "secret", "Retry On All Errors", "must be true or false"],
    ["maxRetries", "secret", "Max Retry Count", "must be a whole number from 0 to 10"],
    ["maxRetries", 1.5, "Max Retry Count", "must be a whole number from 0 to 10"],
    ["maxRetries", 11, "Max Retry Count", "must be a whole number from 0 to 10"],
    ["useExponentialBackoff", "secret", "Use Exponential Backoff", "must be true or false"],
  ])("%s of %p", async (key, value, label, says) => {
    const inputs = { ...minimum, [key]: value };
    await expectRefused(gong, "rawRequest", inputs, { label, says, hides: "secret" });
  });

  it("a field in one line, whatever its name and length", async () => {
    const key = `robin@x.example\r\n\u2028b${"c".repeat(1_000)}`;
    const fileData = [{ key, value: "no file" }];
    const error = await gong.fail("rawRequest", { ...minimum, method: "POST", fileData });
    expect(error.message).toMatch(/^File Data, at \[email address\] bc{83}, must be /);
  });
});
