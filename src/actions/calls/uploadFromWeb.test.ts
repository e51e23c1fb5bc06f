import { once } from "node:events";
import { makeRecording } from "../../../scripts/support/recording";
import { startGong, type TestGong } from "../../../tests/support/gong";
import { expectRefused } from "../../../tests/support/refusals";
import { startServer } from "../../../tests/support/server";
import { systemTime } from "../../client/time";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 1 });
  jest.spyOn(systemTime, "sleep").mockResolvedValue();
});
beforeEach(() => gong.sandbox.clearRequests());
afterAll(async () => {
  jest.restoreAllMocks();
  await gong.stop();
});

const inputs = (fileUrl: string) => ({
  ...{ clientUniqueId: fileUrl, fileUrl, fileName: "call.wav", direction: "Inbound" },
  ...{ primaryUser: "234599484848423", actualStart: "2026-03-01T09:00:00-07:00" },
});

describe("A recording from the web", () => {
  it("is fetched once, passed on whole, and its length is read on the way", async () => {
    const recording = makeRecording(75, 1_000);
    const server = await startServer((_, response) => {
      response.writeHead(200, { "content-length": recording.length, "content-type": "audio/wav" });
      response.end(recording);
    });
    const { data } = await gong.run("uploadCallRecording", inputs(`${server.url}/1.wav`));
    await server.stop();
    expect(data).toMatchObject({ recordingAdded: true, format: "WAV", seconds: 75 });
    expect(server.arrivals).toHaveLength(1);
    expect(gong.sandbox.requests[1]?.body).toMatchObject({ files: [{ size: recording.length }] });
  });

  it("is fetched again when it has to be sent again, and refused by its first bytes", async () => {
    const recording = makeRecording(75, 2_000);
    const longTail = Buffer.concat([makeRecording(12, 1), Buffer.alloc(1024 ** 2)]);
    let closed: Promise<unknown> | undefined;
    const server = await startServer(({ url }, response) => {
      response.writeHead(200, { "content-type": "audio/wav" });
      if (url !== "/short") return void response.end(recording);
      closed = once(response, "close");
      response.write(longTail);
    });
    gong.sandbox.faults.next({ kind: "status", status: 503, method: "PUT" });
    const { data } = await gong.run("uploadCallRecording", inputs(`${server.url}/1`));
    expect(data).toMatchObject({ recordingAdded: true });
    expect(server.arrivals).toHaveLength(2);
    await expectRefused(gong, "uploadCallRecording", inputs(`${server.url}/short`), {
      label: "File URL",
      says: "is 12 seconds long",
    });
    // Of a file that is refused, no more is fetched.
    await closed;
    await server.stop();
  });
});
