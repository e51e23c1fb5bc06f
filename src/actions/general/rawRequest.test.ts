import { gzipSync } from "node:zlib";
import { createContext } from "../../../tests/support/context";
import { startGong, type TestGong } from "../../../tests/support/gong";
import {
  connectionTo,
  type RecordingServer,
  startRecordingServer,
} from "../../../tests/support/recordingServer";
import { blanks, expectRefused } from "../../../tests/support/refusals";

let gong: TestGong;
let wire: RecordingServer;
beforeAll(async () => {
  gong = await startGong({ callCount: 20 });
  wire = await startRecordingServer();
});
beforeEach(() => {
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
  wire.requests.length = 0;
  wire.answer((_, response) => void response.end("{}"));
});
afterAll(async () => {
  await gong.stop();
  await wire.stop();
});

const minimum = { url: "/v2/workspaces", method: "GET", responseType: "json" };
const raw = (inputs: object, context = createContext()) =>
  gong.run("rawRequest", { ...minimum, ...inputs }, context);

/** Sends to the server that keeps bytes, and gives what arrived. */
async function onTheWire(inputs: object) {
  await raw({ connection: connectionTo(wire.url), ...inputs });
  const [request] = wire.requests;
  if (!request || wire.requests.length !== 1) throw new Error("Not one request arrived.");
  return request;
}

/** Lets the server that keeps bytes answer so. */
async function answered(
  [status, headers, body]: [number, Record<string, string>, string | Buffer],
  inputs: object = {},
) {
  wire.answer((_, response) => void response.writeHead(status, headers).end(body));
  return raw({ connection: connectionTo(wire.url), ...inputs });
}

describe("Raw Request", () => {
  it("reads an operation with the least that is needed", async () => {
    const result = await raw({});
    expect(result).toEqual({
      data: { requestId: expect.any(String), workspaces: gong.sandbox.company.workspaces },
    });
    expect(gong.sandbox.requests).toMatchObject([
      { method: "GET", path: "/v2/workspaces", query: {}, body: undefined },
    ]);
  });

  it("sends every kind of input in one request", async () => {
    const { method, url, headers, body } = await onTheWire({
      url: "v2/anything?fixed=1",
      method: "post",
      data: '{"filter": {"callIds": ["1"]}}',
      formData: [],
      fileData: [{ key: "", value: "" }],
      fileDataFileNames: [],
      queryParams: [{ key: "added", value: 2 }],
      headers: [{ key: "X-Correlation-Id", value: 42 }],
      responseType: "JSON",
      timeout: "5000",
      debugRequest: "true",
      retryDelayMS: "10",
      retryAllErrors: "false",
      maxRetries: "2",
      useExponentialBackoff: "true",
    });
    expect([method, url]).toEqual(["POST", "/v2/anything?fixed=1&added=2"]);
    expect(headers).toMatchObject({
      "x-correlation-id": ["42"],
      "content-type": ["application/json"],
      accept: ["application/json"],
      authorization: [`Basic ${Buffer.from("key:secret").toString("base64")}`],
      "content-length": ["30"],
    });
    expect(body.toString()).toBe('{"filter": {"callIds": ["1"]}}');
  });

  it.each(blanks)("sends nothing of optional inputs that are %p", async (blank) => {
    const optional = [
      ...["data", "formData", "fileData", "fileDataFileNames", "queryParams", "headers"],
      ...["timeout", "debugRequest", "retryDelayMS", "retryAllErrors", "maxRetries"],
      "useExponentialBackoff",
    ];
    const request = await onTheWire(Object.fromEntries(optional.map((key) => [key, blank])));
    expect(request).toMatchObject({ method: "GET", url: "/v2/workspaces", body: Buffer.alloc(0) });
    expect(Object.keys(request.headers).sort()).toEqual([
      "accept",
      "accept-encoding",
      "authorization",
      "connection",
      "host",
      "user-agent",
    ]);
  });

  it.each(["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "LINK", "UNLINK", "PURGE"])(
    "sends %s",
    async (method) => {
      expect((await onTheWire({ method })).method).toBe(method);
    },
  );

  it("runs on OAuth", async () => {
    const connection = gong.oauthConnection(["api:workspaces:read"]);
    expect((await raw({ connection })).data.workspaces).not.toHaveLength(0);
    const error = await gong.fail("rawRequest", { ...minimum, connection, url: "/v2/users" });
    expect(error).toMatchObject({ code: "missing_scope", scope: "api:users:read" });
  });

  it("logs attempts when asked to, without address, header or body", async () => {
    const context = createContext();
    await raw(
      {
        url: "/v2/workspaces",
        debugRequest: true,
        headers: [{ key: "X-Secret", value: "hush-hush" }],
      },
      context,
    );
    expect(context.lines).toEqual([
      expect.stringMatching(/^debug: Gong: GET \(raw path\) 200 in \d+ ms, attempt 1, request id /),
    ]);
    await raw({ debugRequest: false }, context);
    expect(context.lines).toHaveLength(1);
  });
});

describe("The query of Raw Request", () => {
  it.each<[string, unknown, string]>([
    ["a plus sign", [{ key: "email", value: "a+b@c.example" }], "?email=a%2Bb%40c.example"],
    [
      "Unicode",
      [{ key: "título", value: "会議 🎉" }],
      "?t%C3%ADtulo=%E4%BC%9A%E8%AD%B0+%F0%9F%8E%89",
    ],
    [
      "signs that mean something",
      [{ key: "a&b", value: "c=d&e#f?g/h" }],
      "?a%26b=c%3Dd%26e%23f%3Fg%2Fh",
    ],
    [
      "a name that comes twice",
      [
        { key: "id", value: "1" },
        { key: "id", value: "2" },
      ],
      "?id=1&id=2",
    ],
    [
      "numbers and switches",
      [
        { key: "a", value: 0 },
        { key: "b", value: false },
      ],
      "?a=0&b=false",
    ],
    ["a date", [{ key: "at", value: new Date(0) }], "?at=1970-01-01T00%3A00%3A00.000Z"],
    ["a list", [{ key: "ids", value: ["1", 2] }], "?ids=%5B%221%22%2C2%5D"],
    ["an object", { a: "1", b: "" }, "?a=1"],
    ["JSON", '{"id": 7782342274025937895}', "?id=7782342274025937895"],
  ])("holds %s", async (_, queryParams, query) => {
    expect((await onTheWire({ queryParams })).url).toBe(`/v2/workspaces${query}`);
  });

  it.each([
    ["/v2/x?a=b%20c+d", [], "/v2/x?a=b%20c+d"],
    ["/v2/x?a=b%20c+d", [{ key: "e", value: "f" }], "/v2/x?a=b%20c+d&e=f"],
    ["/v2/x?", [{ key: "e", value: "f" }], "/v2/x?e=f"],
    ["/v2/x?a=1#part", [{ key: "e", value: "f" }], "/v2/x?a=1&e=f"],
    ["/v2/é x", [], "/v2/%C3%A9%20x"],
  ])("is added to what %j has, which stays as written", async (url, queryParams, sent) => {
    expect((await onTheWire({ url, queryParams })).url).toBe(sent);
  });

  it("makes no address that is longer than servers take", async () => {
    const inputs = { ...minimum, queryParams: [{ key: "a", value: "x".repeat(16_000) }] };
    const says = "must keep the whole address at 16,000 characters or less";
    await expectRefused(gong, "rawRequest", inputs, { label: "Query Parameter", says });
    const { url } = await onTheWire({ queryParams: [{ key: "a", value: "x".repeat(15_000) }] });
    expect(url).toHaveLength("/v2/workspaces?a=".length + 15_000);
  });

  it.each([
    ["a file", Buffer.from("secret")],
    ["a step's file", { data: Buffer.from("secret") }],
    ["no number", Number.NaN],
    ["no date", new Date(Number.NaN)],
    ["a function", () => "secret"],
    ["broken characters", "secret \ud800"],
    ["a big integer inside", { a: 10n }],
  ])("cannot hold %s", async (_, value) => {
    const inputs = { ...minimum, queryParams: [{ key: "a", value }] };
    const refusal = { label: "Query Parameter", says: /, at a, must be /, hides: "secret" };
    await expectRefused(gong, "rawRequest", inputs, refusal);
  });
});

describe("The answer to Raw Request", () => {
  const json = { "content-type": "application/json" };

  it("keeps numbers beyond 2^53 whole", async () => {
    const { data } = await answered([
      200,
      json,
      '{"integrationId": 7782342274025937895, "a": 1.5}',
    ]);
    expect(data).toEqual({ integrationId: "7782342274025937895", a: 1.5 });
  });

  it.each(["text", "document"])("is what came, as %s", async (responseType) => {
    const { data } = await answered([200, json, '{ "a": 7782342274025937895 }'], { responseType });
    expect(data).toBe('{ "a": 7782342274025937895 }');
  });

  it("is a file as arraybuffer, byte for byte and with its type", async () => {
    const bytes = Buffer.from([0, 255, 254, 13, 10]);
    const result = await answered([200, { "content-type": "audio/mpeg" }, bytes], {
      responseType: "arraybuffer",
    });
    expect(result).toEqual({ data: bytes, contentType: "audio/mpeg" });
  });

  it("is unpacked", async () => {
    const packed = gzipSync('{"a": 1}');
    const { data } = await answered([200, { ...json, "content-encoding": "gzip" }, packed]);
    expect(data).toEqual({ a: 1 });
  });

  it.each([
    [204, "json"],
    [200, "json"],
    [202, "text"],
    [204, "document"],
  ])("can be empty (%d as %s)", async (status, responseType) => {
    expect(await answered([status, {}, ""], { responseType })).toEqual({ data: "" });
  });

  it("can be empty as a file", async () => {
    const { data } = await answered([204, {}, ""], { responseType: "arraybuffer" });
    expect(data).toEqual(Buffer.alloc(0));
  });

  it("to HEAD has no body", async () => {
    expect(await answered([200, json, ""], { method: "HEAD" })).toEqual({ data: "" });
  });

  it.each([
    ["a web page", "<!DOCTYPE html><p>Sign in</p>"],
    ["half an answer", '{"requestId": "abc", "wor'],
    ["text", "OK"],
  ])("is an error when it is %s and was to be JSON, with what to look at", async (_, body) => {
    gong.sandbox.clearRequests();
    wire.answer((_request, response) => void response.end(body));
    const connection = connectionTo(wire.url);
    const error = await gong.fail("rawRequest", { ...minimum, connection });
    expect(error).toMatchObject({ name: "GongError", code: "unreadable_answer" });
    expect(error.message).toContain("choose text under Response Type");
    expect(error.hint).toContain("choose text under Response Type");
    expect(error.message).not.toContain("Sign in");
  });

  it("is a web page when text was asked for", async () => {
    const { data } = await answered([200, {}, "<p>Sign in</p>"], { responseType: "text" });
    expect(data).toBe("<p>Sign in</p>");
  });

  it.each(["json", "text", "arraybuffer", "document"])(
    "with an error status gives Gong's words, asked for as %s",
    async (responseType) => {
      const inputs = { ...minimum, url: "/v2/calls/7", responseType };
      const error = await gong.fail("rawRequest", inputs);
      expect(error).toMatchObject({
        name: "GongError",
        code: "not_found",
        status: 404,
        gongErrors: ["Call ID 7 was not found"],
        requestId: expect.any(String),
      });
      expect(error.message).toContain('Raw Request failed: Gong answered 404, "Call ID 7 was not');
    },
  );

  it.each([
    [301, { location: "https://elsewhere.example/" }],
    [307, { location: "/v2/calls" }],
  ])("is not followed elsewhere (%d)", async (status, headers) => {
    wire.answer((_, response) => void response.writeHead(status, headers).end());
    const connection = connectionTo(wire.url);
    expect(await gong.fail("rawRequest", { ...minimum, connection })).toMatchObject({ status });
    expect(wire.requests).toHaveLength(1);
  });
});
