import { failureOf } from "../../../tests/support/failure";
import { minimum, type RawRequests, startRawRequests } from "../../../tests/support/rawRequest";
import { type RecordingServer, startRecordingServer } from "../../../tests/support/recordingServer";
import { expectRefused } from "../../../tests/support/refusals";

let raw: RawRequests;
let elsewhere: RecordingServer;
beforeAll(async () => {
  raw = await startRawRequests();
  elsewhere = await startRecordingServer();
});
afterEach(() => {
  // Whatever a test tries, nothing may ever arrive at a host that is not the connection's.
  expect(elsewhere.requests).toEqual([]);
});
afterAll(async () => {
  await raw.stop();
  await elsewhere.stop();
});

describe("The address", () => {
  it.each([
    ...["http://{host}/secret", "https://{host}/secret", "//{host}/secret", "\\\\{host}\\secret"],
    ...[
      ...["/\\{host}/secret", "http:{host}/secret", "http:\\\\{host}\\secret"],
      ...["HTTP://{host}/secret"],
    ],
    ...["http://{own}@{host}/secret", "http://secret@{own}/v2", "http://:secret@{own}/v2"],
    ...["file:///secret", "data:application/json,secret", "javascript:secret", "http://"],
  ])("%j is refused", async (template) => {
    const hosts = { "{host}": elsewhere.url.slice(7), "{own}": raw.gong.sandbox.url.slice(7) };
    const url = Object.entries(hosts).reduce(
      (text, [from, to]) => text.replace(from, to),
      template,
    );
    const says = "must be a path, or an address on the connection's own host";
    const refusal = { label: "URL", says, hides: "secret" };
    await expectRefused(raw.gong, "rawRequest", { ...minimum, url }, refusal);
  });
});

describe("Headers", () => {
  const oneLine = "must have a name of letters, digits, and hyphens, and a value of one line";
  it("are sent beside the connection's own", async () => {
    const headers = Object.entries({
      " X-One ": " 1 ",
      "X-Two": 2,
      "X-Three": false,
      "X-Four": "naïve\tcafé",
      "X-Five": ["a", "b"],
      "X-Blank": "",
      accept: "text/csv",
      toString: "a",
      Trailers: "b",
    }).map(([key, value]) => ({ key, value }));
    expect((await raw.arrived({ headers })).headers).toMatchObject({
      "x-one": ["1"],
      "x-two": ["2"],
      "x-three": ["false"],
      "x-four": ["naïve\tcafé"],
      "x-five": ['["a","b"]'],
      "x-blank": [""],
      accept: ["text/csv"],
      tostring: ["a"],
      trailers: ["b"],
    });
  });

  it.each([
    ...["Authorization", "authorization", " AUTHORIZATION ", "Proxy-Authorization", "Host"],
    ...[
      ...["Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "Upgrade", "Expect"],
      ...["TE"],
    ],
  ])("leave out %p, which follows from the request", async (key) => {
    const plain = await raw.arrived({ method: "POST", data: "{}" });
    const request = await raw.arrived({ method: "POST", data: "{}", headers: { [key]: "7" } });
    expect(request).toEqual(plain);
  });

  it.each<[unknown, unknown, string]>([
    ["Trailer", "secret", "must not contain Trailer"],
    ["__proto__", "secret", "must not contain __proto__"],
    ["constructor", "secret", "must not contain constructor"],
    ["X-A", "secret\r\nX-Injected: 1", oneLine],
    ["X-A", "secret\nX-Injected: 1", oneLine],
    ["X-A", "secret\u0000", oneLine],
    ["X-A", "secret \u{1f389}", oneLine],
    ["X-A", new Map([["secret", 1]]), "at X-A"],
    ["X-A", Number.NaN, "at X-A"],
    ["X-A\r\nX-Injected", "secret", oneLine],
    ["X A", "secret", oneLine],
    ["X:A", "secret", oneLine],
    ["Ünï", "secret", oneLine],
    ["", "secret", "at [0], must have a name for each value"],
    [5, "secret", "must be a list of names and values"],
  ])("cannot hold %p with %p", async (key, value, says) => {
    const inputs = { ...minimum, headers: [{ key, value }] };
    await expectRefused(raw.gong, "rawRequest", inputs, { label: "Header", says, hides: "secret" });
  });
});

describe("An error that repeats what was sent", () => {
  const address = "robin.vale@northmoor.example";
  const number = "+14255550142";
  const session = "0123456789abcdef0123";

  it.each<[string, sent: string, inputs: object]>([
    ["an address in Data", address, { data: JSON.stringify({ people: [{ email: address }] }) }],
    ["a number in Data", number, { data: { phoneNumber: number } }],
    ["an address in Form Data", address, { formData: { email: address } }],
    ["a number in Query Parameter", number, { queryParams: { phone: number } }],
    ["an address in the path", address, { url: `/v2/x/${encodeURIComponent(address)}` }],
    ["an address in a header", address, { headers: { From: address } }],
    ["a key in a header", "foreign1", { headers: { "X-Api-Key": "foreign1" } }],
    ["a part of a cookie", session, { headers: { Cookie: `theme=dark; session=${session}` } }],
    ["a key in the query", session, { url: `/v2/x?access_token=${session}` }],
  ])("does not show %s", async (_, sent, inputs) => {
    const body = { errors: [`no ${sent}.`], sent };
    raw.gong.sandbox.faults.next({ kind: "status", status: 400, body });
    const run = raw.gong.run("rawRequest", { ...minimum, method: "POST", ...inputs });
    const { message, data } = await failureOf(run);
    expect(message + JSON.stringify(data)).not.toContain(sent.replace("+", ""));
    expect(data).toMatchObject({ errors: [expect.stringMatching(/^no \[[a-z ]+\]\.$/)] });
  });

  it("shows words and IDs that are no keys", async () => {
    const headers = [
      { key: "X-Source", value: "hubspot-integration" },
      { key: "X-Workspace-Id", value: "623457276584334" },
      { key: "Idempotency-Key", value: "call-7782342274025937895" },
      { key: "X-Api-Key", value: "foreign" },
      { key: "Content-Type", value: "application/csv" },
    ];
    const words = headers.map(({ value }) => `no ${value}`);
    raw.gong.sandbox.faults.next({ kind: "status", status: 400, body: { errors: words } });
    const error = await failureOf(raw.gong.run("rawRequest", { ...minimum, headers }));
    expect(error.gongErrors).toEqual(words);
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
    const asked = { method: "POST", ...inputs(file) };
    const run = raw.answered([400, {}, '{"errors":["no"]}'], asked);
    expect(await failureOf(run)).toMatchObject({ gongErrors: ["no"] });
    expect(looked).not.toHaveBeenCalled();
  });
});
