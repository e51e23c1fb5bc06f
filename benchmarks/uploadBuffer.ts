import type { GongReady } from "./peers/gong";
import { connect, newCall } from "./support/component";
import { type Figure, megabytes, peakMemory, startPeer } from "./support/measure";

const size = 256 * 1024 ** 2;

/** Memory that uploading a Buffer takes beside the Buffer itself. */
export default async function uploadBuffer(): Promise<Figure[]> {
  const { ready, stop } = await startPeer<GongReady>("peers/gong.ts");
  const execution = connect(ready, 3);
  const callId = await newCall(execution, ready, "buffer");
  const fileInput = Buffer.alloc(size, 1);
  const before = process.memoryUsage().rss;
  await execution.run("addMedia", { callId, fileInput, fileName: "call.wav" });
  const extra = Math.max(0, peakMemory() - before);
  stop();
  return [
    {
      name: "peak memory of uploading a Buffer of 256 MB, over its size",
      value: extra / size,
      target: 0.15,
      unit: "×",
      detail: `${megabytes(extra).toFixed(0)} MB beside the ${megabytes(size)} MB`,
    },
  ];
}
