import { startGong, type TestGong } from "../../../tests/support/gong";
import {
  connectionTo,
  type RecordingServer,
  startRecordingServer,
} from "../../../tests/support/recordingServer";
import { expectRefused } from "../../../tests/support/refusals";

let gong: TestGong;
let wire: RecordingServer;
beforeAll(async () => {
  gong = await startGong({ callCount: 20 });
  wire = await startRecordingServer();
});
beforeEach(() => {
  gong.sandbox.clearRequests();
  wire.requests.length = 0;
});
afterAll(async () => {
  await gong.stop();
  await wire.stop();
});

const minimum = { url: "/v2/anything", method: "POST", responseType: "json" };
const bytes = Buffer.from([0, 255, 254, 13, 10]);

/** Sends to the server that keeps bytes, and gives what arrived. */
async function onTheWire(inputs: object) {
  const connection = connectionTo(wire.url);
  await gong.run("rawRequest", { connection, ...minimum, ...inputs });
  const [request] = wire.requests;
  if (!request || wire.requests.length !== 1) throw new Error("Not one request arrived.");
  return request;
}

/** The parts of a multipart body: their headers, and what they hold. */
function partsOf({ headers, body }: Awaited<ReturnType<typeof onTheWire>>) {
  const type = headers["content-type"]?.[0] ?? "";
  const [, boundary] = /^multipart\/form-data; boundary=([\w-]+)$/.exec(type) ?? [];
  if (!boundary) throw new Error("This is no multipart body.");
  const parts = body.toString("latin1").split(`--${boundary}`);
  expect([parts[0], parts.at(-1)]).toEqual(["", "--\r\n"]);
  return parts.slice(1, -1).map((part) => {
    const [, head = "", content = ""] = /^\r\n(.*?)\r\n\r\n(.*)\r\n$/s.exec(part) ?? [];
    return {
      head: Buffer.from(head, "latin1").toString("utf8"),
      content: Buffer.from(content, "latin1"),
    };
  });
}

describe("Data of Raw Request", () => {
  it.each<[string, unknown, string, string]>([
    [
      "JSON text, letter by letter",
      '{ "a": 7782342274025937895 }',
      "application/json",
      '{ "a": 7782342274025937895 }',
    ],
    ["other text", "line one\nline two ✓", "text/plain", "line one\nline two ✓"],
    ["broken JSON, which is text", '{"a": ', "text/plain", '{"a": '],
    ["an object", { a: [1, null, "✓"], b: undefined }, "application/json", '{"a":[1,null,"✓"]}'],
    ["a list", ["1", "2"], "application/json", '["1","2"]'],
    ["an empty object", {}, "application/json", "{}"],
    ["an empty list", [], "application/json", "[]"],
    ["zero", 0, "application/json", "0"],
    ["false", false, "application/json", "false"],
    ["a date", new Date(0), "application/json", '"1970-01-01T00:00:00.000Z"'],
    [
      "an object with text as data, which is no file",
      { data: "a" },
      "application/json",
      '{"data":"a"}',
    ],
  ])("is %s", async (_, data, type, body) => {
    const request = await onTheWire({ data });
    expect(request.headers["content-type"]).toEqual([type]);
    expect(request.headers["content-length"]).toEqual([String(Buffer.byteLength(body))]);
    expect(request.body.toString("utf8")).toBe(body);
  });

  it.each<[string, unknown, string]>([
    ["a Buffer", bytes, "application/octet-stream"],
    ["bytes", new Uint8Array(bytes), "application/octet-stream"],
    ["an ArrayBuffer", new Uint8Array(bytes).buffer, "application/octet-stream"],
    ["a step's file", { data: bytes, contentType: "audio/mpeg" }, "audio/mpeg"],
    [
      "a file that went through JSON",
      JSON.parse(JSON.stringify({ data: bytes })),
      "application/octet-stream",
    ],
    [
      "a file with a type that is none",
      { data: bytes, contentType: "a/b\r\nX-Injected: 1" },
      "application/octet-stream",
    ],
  ])("is %s, byte for byte", async (_, data, type) => {
    const request = await onTheWire({ data });
    expect(request.headers["content-type"]).toEqual([type]);
    expect(request.headers).not.toHaveProperty("x-injected");
    expect(request.body).toEqual(bytes);
  });

  it("goes with GET too, where Gong wants it so (G35)", async () => {
    const request = await onTheWire({ method: "GET", data: ["id1", "id2"] });
    expect(request).toMatchObject({ method: "GET", body: Buffer.from('["id1","id2"]') });
    expect(request.headers["content-type"]).toEqual(["application/json"]);
  });

  it("goes with DELETE too (G34)", async () => {
    const request = await onTheWire({ method: "DELETE", data: '{"a":1}' });
    expect(request).toMatchObject({ method: "DELETE", body: Buffer.from('{"a":1}') });
  });

  it("has the type that a header gives it", async () => {
    const headers = [{ key: "content-TYPE", value: "application/x-ndjson" }];
    const request = await onTheWire({ data: '{"a":1}\n{"a":2}', headers });
    expect(request.headers["content-type"]).toEqual(["application/x-ndjson"]);
  });

  const circle: Record<string, unknown> = {};
  circle.self = circle;
  it.each<[string, unknown, string]>([
    ["a circle", circle, "must be text, JSON or a file"],
    ["a big integer inside", { secret: 10n }, "must be text, JSON or a file"],
    ["no number", Number.NaN, "must be text, JSON or a file"],
    ["no number inside", { secret: [Number.POSITIVE_INFINITY] }, "must be text, JSON or a file"],
    ["no date inside", { secret: new Date(Number.NaN) }, "must be text, JSON or a file"],
    ["a file inside", { secret: bytes }, "must be text, JSON or a file"],
    ["a function", () => "secret", "must be text, JSON or a file"],
    ["an empty file", Buffer.alloc(0), "has 0 bytes"],
    ["an empty step's file", { data: Buffer.alloc(0), contentType: "a/b" }, "has 0 bytes"],
  ])("cannot be %s", async (_, data, says) => {
    const refusal = { label: "Data", says, hides: "secret" };
    await expectRefused(gong, "rawRequest", { ...minimum, data }, refusal);
  });

  it.each([
    [{ formData: [{ key: "a", value: "1" }] }],
    [{ fileData: [{ key: "a", value: bytes }] }],
  ])("excludes form and file data", async (form) => {
    for (const data of ["{}", {}, 0, bytes]) {
      await expectRefused(
        gong,
        "rawRequest",
        { ...minimum, data, ...form },
        { label: "Data", says: "must be blank when Form Data or File Data is given" },
      );
    }
  });
});

describe("A form of Raw Request", () => {
  it("holds fields and files, with names and types", async () => {
    const request = await onTheWire({
      formData: [
        { key: "text", value: 'line "one"\r\nline two ✓' },
        { key: "number", value: 0 },
        { key: "switch", value: false },
        { key: "date", value: new Date(0) },
        { key: "list", value: ["1", 2] },
        { key: "twice", value: "1" },
        { key: "twice", value: "2" },
        { key: "blank", value: "" },
      ],
      fileData: [
        { key: "mediaFile", value: { data: bytes, contentType: "audio/mpeg" } },
        { key: "plain", value: bytes },
        { key: "text", value: "content ✓" },
        { key: "typed", value: { data: bytes, contentType: "a/b\r\nX-Injected: 1" } },
      ],
      fileDataFileNames: { mediaFile: 'calls/the "big" 通話.mp3' },
    });
    expect(partsOf(request)).toEqual([
      {
        head: 'Content-Disposition: form-data; name="text"',
        content: Buffer.from('line "one"\r\nline two ✓'),
      },
      { head: 'Content-Disposition: form-data; name="number"', content: Buffer.from("0") },
      { head: 'Content-Disposition: form-data; name="switch"', content: Buffer.from("false") },
      {
        head: 'Content-Disposition: form-data; name="date"',
        content: Buffer.from("1970-01-01T00:00:00.000Z"),
      },
      { head: 'Content-Disposition: form-data; name="list"', content: Buffer.from('["1",2]') },
      { head: 'Content-Disposition: form-data; name="twice"', content: Buffer.from("1") },
      { head: 'Content-Disposition: form-data; name="twice"', content: Buffer.from("2") },
      {
        head: 'Content-Disposition: form-data; name="mediaFile"; filename="the %22big%22 通話.mp3"\r\nContent-Type: audio/mpeg',
        content: bytes,
      },
      {
        head: 'Content-Disposition: form-data; name="plain"; filename="plain"\r\nContent-Type: application/octet-stream',
        content: bytes,
      },
      {
        head: 'Content-Disposition: form-data; name="text"; filename="text"\r\nContent-Type: application/octet-stream',
        content: Buffer.from("content ✓"),
      },
      {
        head: 'Content-Disposition: form-data; name="typed"; filename="typed"\r\nContent-Type: application/octet-stream',
        content: bytes,
      },
    ]);
    expect(request.headers["content-length"]).toEqual([String(request.body.length)]);
  });

  it("holds bytes as a field when they are given as Form Data", async () => {
    const request = await onTheWire({ formData: [{ key: "raw", value: bytes }] });
    expect(partsOf(request)).toEqual([
      {
        head: 'Content-Disposition: form-data; name="raw"\r\nContent-Type: application/octet-stream',
        content: bytes,
      },
    ]);
  });

  it("names its own boundary, whatever a header says", async () => {
    const request = await onTheWire({
      formData: [{ key: "a", value: "1" }],
      headers: [{ key: "Content-Type", value: "multipart/form-data" }],
    });
    expect(partsOf(request)).toHaveLength(1);
  });

  it("cannot be broken out of by a name", async () => {
    const request = await onTheWire({
      formData: [{ key: 'a"\r\nX-Injected: 1\r\n\r\n', value: "1" }],
    });
    expect(partsOf(request)).toEqual([
      {
        head: 'Content-Disposition: form-data; name="a%22%0D%0AX-Injected: 1"',
        content: Buffer.from("1"),
      },
    ]);
  });

  it("is whole again when it is sent again", async () => {
    let count = 0;
    wire.answer((_, response) => {
      count += 1;
      response.writeHead(count === 1 ? 503 : 200).end("{}");
    });
    await gong.run("rawRequest", {
      ...minimum,
      connection: connectionTo(wire.url),
      method: "PUT",
      fileData: { mediaFile: bytes },
      maxRetries: 1,
      retryAllErrors: "true",
    });
    const contents = wire.requests.map((request) => partsOf(request)[0]?.content);
    expect(contents).toEqual([bytes, bytes]);
    wire.answer((_, response) => void response.end("{}"));
  });

  it("uploads a recording to Gong", async () => {
    const error = await gong.fail("rawRequest", {
      ...minimum,
      url: "/v2/calls/7/media",
      method: "PUT",
      fileData: { mediaFile: { data: bytes, contentType: "audio/mpeg" } },
      fileDataFileNames: { mediaFile: "a.mp3" },
    });
    expect(error.gongErrors).toEqual(["Call ID 7 was not found"]);
    expect(gong.sandbox.requests).toMatchObject([
      {
        body: {
          fields: {},
          files: [{ field: "mediaFile", fileName: "a.mp3", contentType: "audio/mpeg", size: 5 }],
        },
      },
    ]);
  });

  const file = [{ key: "mediaFile", value: bytes }];
  it.each<[object, string, string | RegExp]>([
    [{ formData: "secret" }, "Form Data", "must be a list of names and values"],
    [{ formData: ["secret"] }, "Form Data", "must be a list of names and values"],
    [{ formData: [{ key: "", value: "secret" }] }, "Form Data", "at [0], must have a name"],
    [{ formData: { a: Number.NaN } }, "Form Data", "at a, must be text, not a number"],
    [{ formData: { a: { b: 10n } } }, "Form Data", "at a, must be text, JSON or a file"],
    [{ formData: { a: () => "secret" } }, "Form Data", "at a, must be text, not a function"],
    [{ fileData: Buffer.from("secret") }, "File Data", "must be a list of names and values"],
    [{ fileData: { a: 5 } }, "File Data", "at a, must be a file from an earlier step"],
    [{ fileData: { a: ["secret"] } }, "File Data", "at a, must be a file from an earlier step"],
    [{ fileData: { a: Buffer.alloc(0) } }, "File Data", "at a, has 0 bytes"],
    [{ fileData: { "..": bytes } }, "File Data", "must be the name of a file"],
    [{ fileDataFileNames: { a: "b.mp3" } }, "File Data File Names", "must come with File Data"],
    [
      { fileData: file, fileDataFileNames: { a: "b" } },
      "File Data File Names",
      "must name fields that File Data has, for example mediaFile: recording.mp3",
    ],
    [
      { fileData: file, fileDataFileNames: { mediaFile: { a: "secret" } } },
      "File Data File Names",
      "at mediaFile, must be text, not an object",
    ],
    [
      { fileData: file, fileDataFileNames: { mediaFile: "a\r\nsecret" } },
      "File Data File Names",
      "must be one line",
    ],
    [
      { fileData: file, fileDataFileNames: { mediaFile: "/" } },
      "File Data File Names",
      "must be the name of a file",
    ],
  ])("cannot be made of %p", async (inputs, label, says) => {
    const refusal = { label, says, hides: "secret" };
    await expectRefused(gong, "rawRequest", { ...minimum, ...inputs }, refusal);
  });
});
