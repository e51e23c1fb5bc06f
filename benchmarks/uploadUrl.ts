import type { GongReady } from "./peers/gong";
import { connect, newCall } from "./support/component";
import { type Figure, megabytes, peakMemory, startPeer } from "./support/measure";

const size = 1.5 * 1024 ** 3;

/** Memory that passing on a recording of 1.5 GB takes. */
export default async function uploadUrl(): Promise<Figure[]> {
  const gong = await startPeer<GongReady>("peers/gong.ts");
  const source = await startPeer<{ url: string }>("peers/recording.ts", [String(size)]);
  const execution = connect(gong.ready, 3);
  const callId = await newCall(execution, gong.ready, "url");
  const before = process.memoryUsage().rss;
  await execution.run("addMedia", { callId, fileUrl: source.ready.url, fileName: "call.wav" });
  const extra = Math.max(0, peakMemory() - before);
  gong.stop();
  source.stop();
  return [
    {
      name: "peak memory of passing on 1.5 GB from a File URL",
      value: megabytes(extra),
      target: 64,
      unit: " MB",
      detail: `${megabytes(size)} MB passed through`,
    },
  ];
}
