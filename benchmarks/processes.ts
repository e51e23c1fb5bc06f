import type { GongReady } from "./peers/gong";
import { type Figure, startPeer } from "./support/measure";

const processes = 6;
const requests = 100;

/** Processes that know nothing of each other, and share the limit of one company. */
export default async function manyProcesses(): Promise<Figure[]> {
  const gong = await startPeer<GongReady>("peers/gong.ts", [
    JSON.stringify({ requestsPerSecond: 3, requestsPerDay: "none" }),
  ]);
  const callers = await Promise.all(
    Array.from({ length: processes }, () =>
      startPeer<null>("peers/caller.ts", [JSON.stringify(gong.ready), String(requests)]),
    ),
  );
  const startedAt = performance.now();
  await Promise.all(callers.map(({ ask }) => ask("go")));
  const seconds = (performance.now() - startedAt) / 1000;
  const { refused } = await gong.ask<{ refused: number }>("refused");
  for (const { stop } of [gong, ...callers]) stop();

  const all = processes * requests;
  const bound = (all - 1) / 3;
  return [
    {
      name: `requests refused to ${processes} processes with ${requests} requests each, of all sent`,
      value: (refused / (all + refused)) * 100,
      target: 15,
      unit: " %",
      detail: `${refused} refused beside ${all} answered`,
    },
    {
      name: `time of those ${all} requests, over that at 3 a second`,
      value: seconds / bound,
      target: 1.2,
      unit: "×",
      detail: `${seconds.toFixed(0)} s over ${bound.toFixed(0)} s`,
    },
  ];
}
