import type { GongReady } from "./peers/gong";
import { connect } from "./support/component";
import { type Figure, megabytes, peakMemory, startPeer } from "./support/measure";

const size = 1024 ** 3;
const count = 5;

/** Memory that uploading recordings of 5 GB in all takes, one after another. */
export default async function recordings(): Promise<Figure[]> {
  const gong = await startPeer<GongReady>("peers/gong.ts");
  const source = await startPeer<{ url: string }>("peers/recording.ts", [String(size)]);
  const { run } = connect(gong.ready, 3);
  const before = process.memoryUsage().rss;
  for (let number = 1; number <= count; number += 1) {
    const { data } = await run("uploadCallRecording", {
      clientUniqueId: `recording-${number}`,
      fileUrl: `${source.ready.url}?${number}`,
      fileName: "call.wav",
      primaryUser: gong.ready.userId,
      direction: "Inbound",
      actualStart: "2026-03-01T09:00:00Z",
    });
    if (!(data as { recordingAdded: boolean }).recordingAdded) throw new Error("It was not added.");
  }
  const extra = Math.max(0, peakMemory() - before);
  gong.stop();
  source.stop();
  return [
    {
      name: "peak memory of uploading recordings of 5 GB from File URLs, one after another",
      value: megabytes(extra),
      target: 64,
      unit: " MB",
      detail: `${count} calls with ${megabytes(size)} MB each`,
    },
  ];
}
