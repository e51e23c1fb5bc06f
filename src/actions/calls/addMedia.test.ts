import { makeRecording } from "../../../scripts/support/recording";
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
  gong = await startGong({ callCount: 1, processingSeconds: 5 });
  wire = await startRecordingServer();
});
beforeEach(() => {
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
  wire.requests.length = 0;
});
afterAll(async () => {
  await gong.stop();
  await wire.stop();
});

const callId = "7782342274025937895";
const bytes = Buffer.from([0x52, 0x49, 0x46, 0x46, 0, 13, 10, 45, 45, 254, 255]);

let count = 0;
/** The inputs of a call that no test has made before. */
function newCall(): Record<string, unknown> {
  count += 1;
  const host = gong.sandbox.company.users.find(
    ({ active, avatar, settings }) => active && !avatar && settings.telephonyCallsImported,
  );
  return {
    clientUniqueId: `add-media-${count}`,
    primaryUser: host?.id,
    parties: [{ userId: host?.id }],
    direction: "Outbound",
    actualStart: "2026-03-01T09:00:00Z",
  };
}

/** Sends a file to the server that keeps bytes, and gives what arrived. */
async function onTheWire(inputs: object) {
  const connection = connectionTo(wire.url);
  await gong.run("addMedia", { connection, callId, fileName: "a.mp3", ...inputs });
  const [request] = wire.requests;
  if (!request || wire.requests.length !== 1) throw new Error("Not one request arrived.");
  const [head = "", rest = ""] = request.body.toString("latin1").split(/\r\n\r\n(.*)/s);
  return { request, head: Buffer.from(head, "latin1").toString("utf8"), rest };
}

describe("Add Call Media", () => {
  it("uploads the recording of a new call, which Gong then shows with its transcript", async () => {
    const recording = makeRecording(70, 21);
    const created = await gong.run("createNewCall", newCall());
    const id = created.data.callId;
    const fileInput = { data: recording, contentType: "audio/x-wav" };
    const inputs = { callId: id, fileInput, fileName: "recording.wav" };
    const { data } = await gong.run("addMedia", inputs);

    expect(data).toEqual({
      requestId: expect.any(String),
      callId: id,
      url: `https://app.gong.io/call?id=${id}`,
    });
    const file = { field: "mediaFile", fileName: "recording.wav", contentType: "audio/wav" };
    expect(gong.sandbox.requests.slice(1)).toMatchObject([
      {
        method: "PUT",
        path: `/v2/calls/${id}/media`,
        query: {},
        body: { fields: {}, files: [{ ...file, size: recording.length }] },
        status: 201,
      },
    ]);
    expect(await gong.fail("getCallUsingGet", { callId: id })).toMatchObject({ status: 404 });
    gong.sandbox.clock.advance(6_000);
    const { call } = (await gong.run("getCallUsingGet", { callId: id })).data;
    expect(call).toMatchObject({ id, duration: 70, started: "2026-03-01T09:00:00Z" });
    const transcript = await gong.run("getCallTranscript", { callIds: [id] });
    expect(transcript.data.callTranscripts).toMatchObject([{ callId: id }]);
  });

  it("says what is likely when Gong has the same bytes already (G26)", async () => {
    const fileInput = makeRecording(61, 22);
    const [first, second] = [newCall(), newCall()];
    const ids = [await gong.run("createNewCall", first), await gong.run("createNewCall", second)];
    const [one, two] = ids.map(({ data }) => data.callId);
    await gong.run("addMedia", { callId: one, fileInput, fileName: "a.wav" });
    const error = await gong.fail("addMedia", { callId: two, fileInput, fileName: "b.wav" });
    expect(error).toMatchObject({ code: "bad_request", status: 400, attempts: 1 });
    expect(error.message).toContain("Gong accepts a recording only once");
    expect(error.hint).toContain("Gong accepts a recording only once");
  });
});

describe("The upload", () => {
  it("holds the file byte for byte, in a body of exactly the length it says", async () => {
    const { request, rest } = await onTheWire({ fileInput: bytes });
    expect(request.headers["content-length"]).toEqual([String(request.body.length)]);
    expect(request.headers["transfer-encoding"]).toBeUndefined();
    expect(rest.startsWith(`${bytes.toString("latin1")}\r\n--`)).toBe(true);
    expect(request.url).toBe(`/v2/calls/${callId}/media`);
  });

  it("names no type that would begin another header", async () => {
    const contentType = "audio/flac\r\nX-Injected: 1";
    const { head } = await onTheWire({ fileName: "a", fileInput: { data: bytes, contentType } });
    expect(head.split("\r\n").slice(2)).toEqual(["Content-Type: application/octet-stream"]);
  });
});

describe("Add Call Media refuses", () => {
  it("a file that only looks like one of 1.6 GB, before any of it is read", async () => {
    const huge = Buffer.from("x");
    Object.defineProperty(huge, "length", { value: 1.6 * 1024 ** 3 });
    const refusal = { label: "File", says: "must be at most 1.5 GB" };
    const inputs = { callId, fileInput: huge, fileName: "a.mp3" };
    await expectRefused(gong, "addMedia", inputs, refusal);
  });
});
