import type { GongReady } from "./peers/gong";
import { connect } from "./support/component";
import { type Figure, megabytes, peakMemory, startPeer } from "./support/measure";

const calls = 10_000;

/** A search through 10,000 calls at the pace of Gong's limit. */
export default async function search(): Promise<Figure[]> {
  const gong = await startPeer<GongReady>("peers/gong.ts", [
    JSON.stringify({ callCount: calls, requestsPerSecond: 3 }),
  ]);
  const { run } = connect(gong.ready, 3);
  const inputs = { toDateTime: "2100-01-01", words: "a word that no call has" };
  const nearly = new Date(Date.now() - 40 * 24 * 3600_000).toISOString();
  // What the first requests load is no part of the search.
  await run("searchCalls", { ...inputs, fromDateTime: nearly, maxLookedThrough: "1" });
  const first = (await gong.ask<{ requests: number }>("requests")).requests;
  const before = peakMemory();
  const startedAt = performance.now();
  const { data } = await run("searchCalls", {
    ...inputs,
    fromDateTime: new Date(Date.now() - 400 * 24 * 3600_000).toISOString(),
    toDateTime: new Date().toISOString(),
    maxLookedThrough: String(2 * calls),
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const memory = peakMemory() - before;
  const requests = (await gong.ask<{ requests: number }>("requests")).requests - first;
  gong.stop();
  const { lookedThrough, complete } = data as { lookedThrough: number; complete: boolean };
  if (!complete) throw new Error(`The search ended after ${lookedThrough} calls.`);
  const bound = (requests - 1) / 3;
  return [
    {
      name: `search through ${calls} calls, time over (requests - 1) / 3 s`,
      value: seconds / bound,
      target: 1.1,
      unit: "×",
      detail: `${lookedThrough} calls in ${seconds.toFixed(1)} s and ${requests} requests`,
    },
    {
      name: "peak memory that the search adds",
      value: megabytes(memory),
      target: 64,
      unit: " MB",
      detail: "whatever the number of calls",
    },
  ];
}
