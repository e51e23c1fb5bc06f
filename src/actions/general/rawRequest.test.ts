import { gzipSync } from "node:zlib";
import { createContext } from "../../../tests/support/context";
import {
  minimum,
  partsOf,
  type RawRequests,
  startRawRequests,
} from "../../../tests/support/rawRequest";
import { blanks, expectRefused } from "../../../tests/support/refusals";
import { rawRequestInputs } from "./rawRequestInputs";

let raw: RawRequests;
beforeAll(async () => {
  raw = await startRawRequests();
});
beforeEach(() => {
  raw.gong.sandbox.clearRequests();
  raw.gong.sandbox.faults.clear();
});
afterAll(() => raw.stop());

const bytes = Buffer.from([0, 1, 13, 10]);
const json = "application/json";
const anyType = "application/octet-stream";
const pairs = (...entries: [key: string, value: unknown][]) =>
  entries.map(([key, value]) => ({ key, value }));

describe("Raw Request", () => {
  it("reads an operation of Gong's with the least that is needed", async () => {
    expect(await raw.gong.run("rawRequest", minimum)).toEqual({
      data: { requestId: expect.any(String), workspaces: raw.gong.sandbox.company.workspaces },
    });
    expect(raw.gong.sandbox.requests).toMatchObject([
      { method: "GET", path: "/v2/workspaces", query: {}, body: undefined },
    ]);
  });

  it.each(blanks)("sends nothing of optional inputs that are %p", async (blank) => {
    const keys = Object.keys(rawRequestInputs).filter((key) => !["url", "method"].includes(key));
    const request = await raw.arrived(Object.fromEntries(keys.map((key) => [key, blank])));
    expect(request).toMatchObject({ method: "GET", url: "/v2/workspaces", body: Buffer.alloc(0) });
    const own = ["accept", "accept-encoding", "authorization", "connection", "host", "user-agent"];
    expect(Object.keys(request.headers).sort()).toEqual(own);
  });

  it.each(["POST", "LINK", "PURGE", "PROPFIND"])("sends %s", async (method) => {
    expect((await raw.arrived({ method: ` ${method.toLowerCase()}` })).method).toBe(method);
  });

  it("logs attempts when asked to, without address, header or body", async () => {
    const context = createContext();
    const headers = pairs(["X-Secret", "hush-hush"]);
    await raw.gong.run("rawRequest", { ...minimum, debugRequest: true, headers }, context);
    await raw.gong.run("rawRequest", { ...minimum, debugRequest: false }, context);
    expect(context.lines).toEqual([
      expect.stringMatching(/^debug: Gong: GET \(raw path\) 200 in \d+ ms, attempt 1, request ID /),
    ]);
  });
});

describe("The query", () => {
  it.each<[queryParams: unknown, query: string]>([
    [pairs(["email", "a+b@c.example"]), "?email=a%2Bb%40c.example"],
    [pairs(["título", "会議 🎉"]), "?t%C3%ADtulo=%E4%BC%9A%E8%AD%B0+%F0%9F%8E%89"],
    [pairs(["a&b", "c=d&e#f?g/h"]), "?a%26b=c%3Dd%26e%23f%3Fg%2Fh"],
    [pairs(["id", "1"], ["id", "2"]), "?id=1&id=2"],
    [pairs(["id", ["1", 2]]), "?id=1&id=2"],
    [pairs(["a", 0], ["b", false], ["c", 5n]), "?a=0&b=false&c=5"],
    [pairs(["at", new Date(0)]), "?at=1970-01-01T00%3A00%3A00.000Z"],
    [pairs(["filter", { a: 1 }]), "?filter=%7B%22a%22%3A1%7D"],
    [{ a: "1", b: "", c: null }, "?a=1&b="],
    ['{"id": 7782342274025937895}', "?id=7782342274025937895"],
    [pairs(["long", "x".repeat(15_000)]), `?long=${"x".repeat(15_000)}`],
  ])("of %j", async (queryParams, query) => {
    expect((await raw.arrived({ queryParams })).url).toBe(`/v2/workspaces${query}`);
  });

  it.each([
    ["/v2/x?a=b%20c+d", [], "/v2/x?a=b%20c+d"],
    ["/v2/x?a=b%20c+d", pairs(["e", "f"]), "/v2/x?a=b%20c+d&e=f"],
    ["/v2/x?", pairs(["e", "f"]), "/v2/x?e=f"],
    ["/v2/x?a=1#part", pairs(["e", "f"]), "/v2/x?a=1&e=f"],
    ["/v2/é x", [], "/v2/%C3%A9%20x"],
  ])("is added to what %j has, which stays as written", async (url, queryParams, sent) => {
    expect((await raw.arrived({ url, queryParams })).url).toBe(sent);
  });
});

describe("Data", () => {
  it.each<[data: unknown, type: string, body: string]>([
    ['{ "a": 7782342274025937895, "b": 1.10 }', json, '{ "a": 7782342274025937895, "b": 1.10 }'],
    [{ a: [1, null, "✓"], b: undefined }, json, '{"a":[1,null,"✓"]}'],
    [["1", "2"], json, '["1","2"]'],
    [{}, json, "{}"],
    [0, json, "0"],
    [false, json, "false"],
    [new Date(0), json, '"1970-01-01T00:00:00.000Z"'],
    [{ data: "text, and no file" }, json, '{"data":"text, and no file"}'],
    [bytes, anyType, "\0\x01\r\n"],
    [{ data: bytes, contentType: "audio/mpeg" }, "audio/mpeg", "\0\x01\r\n"],
    [{ data: bytes, contentType: "a/b\r\nX-Injected: 1" }, anyType, "\0\x01\r\n"],
  ])("%j is sent as %s", async (data, type, body) => {
    const request = await raw.arrived({ method: "POST", data });
    expect(request.headers["content-type"]).toEqual([type]);
    expect(request.headers["content-length"]).toEqual([String(Buffer.byteLength(body))]);
    expect(request.headers).not.toHaveProperty("x-injected");
    expect(request.body.toString("utf8")).toBe(body);
  });

  it.each(["GET", "DELETE"])("goes with %s too (G34, G35)", async (method) => {
    const request = await raw.arrived({ method, data: ["id1"] });
    expect(request).toMatchObject({ method, body: Buffer.from('["id1"]') });
    expect(request.headers["content-type"]).toEqual([json]);
  });
});

describe("A form", () => {
  const field = (name: string) => `Content-Disposition: form-data; name="${name}"`;
  const file = (name: string, fileName: string, type: string) =>
    `${field(name)}; filename="${fileName}"\r\nContent-Type: ${type}`;

  it("holds fields and files, with names and types", async () => {
    const request = await raw.arrived({
      method: "POST",
      formData: pairs(
        ["text", 'line "one"\r\nline two ✓'],
        ["number", 0],
        ["switch", false],
        ["list", ["1", 2]],
        ["twice", "1"],
        ["twice", "2"],
        ["blank", ""],
        ["bytes", bytes],
        ['a"\r\nX-Injected: 1', "1"],
      ),
      fileData: pairs(
        ["mediaFile", { data: bytes, contentType: "audio/mpeg" }],
        ["plain", bytes],
        ["notes", "content ✓"],
        ["empty", ""],
        ["none", null],
      ),
      fileDataFileNames: { mediaFile: 'calls/the "big" 通話.mp3', unknown: "b" },
    });
    expect(partsOf(request)).toEqual([
      [field("text"), 'line "one"\r\nline two ✓'],
      [field("number"), "0"],
      [field("switch"), "false"],
      [field("list"), '["1",2]'],
      [field("twice"), "1"],
      [field("twice"), "2"],
      [field("blank"), ""],
      [`${field("bytes")}\r\nContent-Type: ${anyType}`, bytes.toString()],
      [field("a%22%0D%0AX-Injected: 1"), "1"],
      [file("mediaFile", "the %22big%22 通話.mp3", "audio/mpeg"), bytes.toString()],
      [file("plain", "plain", anyType), bytes.toString()],
      [file("notes", "notes", anyType), "content ✓"],
      [file("empty", "empty", anyType), ""],
    ]);
    expect(request.headers["content-length"]).toEqual([String(request.body.length)]);
  });

  it("names its own boundary, whatever a header says", async () => {
    const headers = pairs(["Content-Type", "multipart/form-data"]);
    const request = await raw.arrived({ method: "POST", formData: pairs(["a", "1"]), headers });
    expect(partsOf(request)).toEqual([[field("a"), "1"]]);
  });
});

describe("The answer", () => {
  it.each<[string, number, Record<string, string>, string | Buffer, unknown]>([
    ["json", 200, {}, '{"id": 7782342274025937895}', { id: "7782342274025937895" }],
    ["json", 200, { "content-encoding": "gzip" }, gzipSync('{"a": 1}'), { a: 1 }],
    ["json", 204, {}, "", ""],
    ["text", 200, {}, '{ "a": 7782342274025937895 }', '{ "a": 7782342274025937895 }'],
    ["arraybuffer", 204, {}, "", Buffer.alloc(0)],
    ["arraybuffer", 200, {}, bytes, bytes],
  ])("as %s of %d", async (responseType, status, headers, body, data) => {
    expect(await raw.answered([status, headers, body], { responseType })).toEqual({ data });
  });

  it("is a file with its type as arraybuffer", async () => {
    const answer = [200, { "content-type": "audio/mpeg" }, bytes] as const;
    const result = await raw.answered(answer, { responseType: "arraybuffer" });
    expect(result).toEqual({ data: bytes, contentType: "audio/mpeg" });
  });
});

describe("Raw Request refuses before anything is sent", () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  const noJson: [string, unknown][] = [
    ["a circle", circle],
    ["no number", Number.NaN],
    ["no number inside", { a: [Number.POSITIVE_INFINITY] }],
    ["no date inside", { a: new Date(Number.NaN) }],
    ["a file inside", { a: bytes }],
    ["a Map", new Map([["secret", 1]])],
    ["a Set inside", { a: new Set(["secret"]) }],
    ["an Error", new Error("secret")],
    ["a function", () => "secret"],
    ["broken characters", "secret \ud800"],
    ["broken characters inside", { a: ["secret \ud800"] }],
  ];
  it.each([
    ...noJson,
    ["JSON with a number that would arrive as null", '{"a": "secret", "b": [1e999]}'],
  ] as typeof noJson)("Data that is %s", async (_, data) => {
    const refusal = { label: "Data", says: "must", hides: "secret" };
    await expectRefused(raw.gong, "rawRequest", { ...minimum, method: "POST", data }, refusal);
  });

  it.each([...noJson, ["a file", bytes], ["a step's file", { data: bytes }]] as typeof noJson)(
    "a query parameter that is %s",
    async (_, value) => {
      const refusal = { label: "Query Parameter", says: /^Query Parameter, at a/, hides: "secret" };
      const inputs = { ...minimum, queryParams: pairs(["a", value]) };
      await expectRefused(raw.gong, "rawRequest", inputs, refusal);
    },
  );

  const file = pairs(["mediaFile", bytes]);
  it.each<[object, label: string, says: string]>([
    [{ data: "{}", formData: pairs(["a", "1"]) }, "Data", "must be blank when Form Data or File"],
    [{ data: 0, fileData: file }, "Data", "must be blank when Form Data or File"],
    [{ formData: "secret" }, "Form Data", "must be a list of names and values"],
    [{ formData: { a: { b: new Map() } } }, "Form Data", "at a, must be"],
    [{ fileData: { a: ["secret"] } }, "File Data", "at a, must be a file from an earlier step"],
    [{ fileDataFileNames: { a: new Map() } }, "File Data File Names", "at a, must be"],
    [{ method: "" }, "Method", "is required, for example GET"],
    [{ method: "GET /secret HTTP/1.1\r\n" }, "Method", "must be"],
    [{ method: "CONNECT" }, "Method", "must be"],
    [{ method: ["GET"] }, "Method", "must be text"],
    [{ retryDelayMS: "secret" }, "Retry Delay (ms)", "must be a number"],
    [{ maxRetries: "secret" }, "Max Retry Count", "must be a number"],
  ])("%j", async (inputs, label, says) => {
    const refused = { ...minimum, ...inputs };
    await expectRefused(raw.gong, "rawRequest", refused, { label, says, hides: "secret" });
  });

  it("a field in one line, whatever its name and length", async () => {
    const key = `robin@x.example\r\n\u2028b${"c".repeat(1_000)}`;
    const inputs = { ...minimum, method: "POST", fileData: pairs([key, 5]) };
    const { message } = await raw.gong.fail("rawRequest", inputs);
    expect(message).toMatch(/^File Data, at \[email address\] bc{83}, must be /);
  });
});
