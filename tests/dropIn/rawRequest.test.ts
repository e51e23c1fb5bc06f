import { createContext } from "../support/context";
import { minimum, partsOf, type RawRequests, startRawRequests } from "../support/rawRequest";

/** What flows built on the public component rely on in Raw Request (B20, B21, B26, B30). */
let raw: RawRequests;
beforeAll(async () => {
  raw = await startRawRequests();
});
afterAll(() => raw.stop());

const run = (inputs: object, context = createContext()) =>
  raw.gong.run("rawRequest", { connection: raw.connection, ...minimum, ...inputs }, context);
const fail = (inputs: object) =>
  raw.gong.fail("rawRequest", { connection: raw.connection, ...minimum, ...inputs });

/** Answers so and so, one after the other, and with an empty object from then on. */
function answers(...statuses: (number | "cut")[]) {
  raw.wire.requests.length = 0;
  raw.wire.answer((request, response) => {
    const status = statuses.shift() ?? 200;
    if (status === "cut") request.socket.destroy();
    else response.writeHead(status).end("{}");
  });
}

describe("B20 Times and counts of any size are accepted", () => {
  it.each<[object, warnings: number]>([
    [{ maxRetries: 1_000_000 }, 0],
    [{ maxRetries: "", retryDelayMS: null, timeout: "" }, 0],
    [{ retryDelayMS: "900000", timeout: "900000" }, 0],
    [{ maxRetries: -1, retryDelayMS: -1, timeout: -1 }, 0],
    [{ retryDelayMS: 900_001 }, 1],
    [{ timeout: "86400000" }, 1],
    [{ retryDelayMS: "1e9", timeout: 1e12, maxRetries: 99 }, 1],
  ])("%j, with %d warnings", async (inputs, warnings) => {
    const context = createContext();
    answers();
    expect(await run(inputs, context)).toEqual({ data: {} });
    expect(context.lines.filter((line) => line.startsWith("warn: "))).toHaveLength(warnings);
  });
});

describe("B20 With a retry count", () => {
  const rows = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"].flatMap((method) =>
    ([500, 502, 503, 599, "cut"] as const).map((fault) => [method, fault] as const),
  );
  it.each(rows)("%s is repeated after %s", async (method, fault) => {
    answers(fault, fault);
    await run({ method, maxRetries: "2" });
    expect(raw.wire.requests.map((request) => request.method)).toEqual([method, method, method]);
  });

  it.each<[string, number | "cut"]>([
    ["POST", 503],
    ["POST", "cut"],
    ["PATCH", 500],
    ["PATCH", "cut"],
  ])("%s is repeated after %s with Retry On All Errors only", async (method, fault) => {
    answers(fault);
    await fail({ method, maxRetries: 2 });
    expect(raw.wire.requests).toHaveLength(1);
    answers(fault);
    await run({ method, maxRetries: 2, retryAllErrors: "true" });
    expect(raw.wire.requests).toHaveLength(2);
  });
});

describe("B20 Text without a Content-Type", () => {
  it.each([
    ["a=1&b=2", "application/x-www-form-urlencoded"],
    ["a=%C3%A9", "application/x-www-form-urlencoded"],
    ["plain words", "application/x-www-form-urlencoded"],
    ['{"a":1}', "application/json"],
    ['["a"]', "application/json"],
  ])("%j goes as %s", async (data, type) => {
    const request = await raw.arrived({ method: "POST", data });
    expect([request.headers["content-type"], `${request.body}`]).toEqual([[type], data]);
  });

  it("keeps the type that a header gives it", async () => {
    const headers = { "Content-Type": "text/csv" };
    const request = await raw.arrived({ method: "POST", data: "a=1&b=2", headers });
    expect(request.headers["content-type"]).toEqual(["text/csv"]);
  });
});

describe("B21 and B26 An error", () => {
  it.each<[string, string, unknown]>([
    ["json", '{"errors":["no"]}', { errors: ["no"] }],
    ["json", '["no"]', ["no"]],
    ["json", "no", "no"],
    ["json", "<p>no</p>", "<p>no</p>"],
    ["text", "no", "no"],
    ["document", "<p>no</p>", "<p>no</p>"],
    ["arraybuffer", "\0no", Buffer.from("\0no")],
    ["json", "", ""],
  ])("as %s of %j has message, status, headers and data as it came", async (...row) => {
    const [responseType, body, data] = row;
    raw.wire.answer((_, response) => {
      response.writeHead(418, { "retry-after": "7", "x-trace": "t1" }).end(body);
    });
    const error = await fail({ responseType });
    expect(error).toMatchObject({
      message: expect.stringMatching(/^Raw Request failed: Gong returned 418/),
      status: 418,
      headers: { "retry-after": "7", "x-trace": "t1" },
    });
    expect(error.data).toEqual(data);
  });
});

describe("B30 The type of a file part", () => {
  it.each([
    ["x.txt", "text/plain"],
    ["call.mp3", "audio/mpeg"],
    ["data.JSON", "application/json"],
    ["mediaFile", "application/octet-stream"],
  ])("of %s is %s", async (fileName, type) => {
    const fileData = [{ key: "f", value: "text" }];
    const names = { f: fileName };
    const inputs = { method: "POST", fileData, fileDataFileNames: names };
    const [part] = partsOf(await raw.arrived(inputs));
    expect(part?.[0]).toContain(`filename="${fileName}"\r\nContent-Type: ${type}`);
  });
});
