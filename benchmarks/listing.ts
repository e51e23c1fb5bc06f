import type { GongReady } from "./peers/gong";
import { connect } from "./support/component";
import { type Figure, startPeer } from "./support/measure";

const pages = 60;

/** A whole listing against a server that refuses a fourth request in any second. */
export default async function listing(): Promise<Figure[]> {
  const gong = await startPeer<GongReady>("peers/gong.ts", [
    JSON.stringify({ callCount: pages * 100, requestsPerSecond: 3 }),
  ]);
  const { run } = connect(gong.ready, 3);
  const startedAt = performance.now();
  const { data } = await run("listCallsUsingGet", {
    fromDateTime: "2000-01-01T00:00:00Z",
    toDateTime: "2100-01-01T00:00:00Z",
    fetchAll: "true",
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const { refused } = await gong.ask<{ refused: number }>("refused");
  gong.stop();

  const read = (data as { calls: unknown[] }).calls.length;
  if (read !== pages * 100) throw new Error(`The listing read ${read} calls.`);
  const bound = (pages - 1) / 3;
  return [
    {
      name: `listing of ${pages} pages, time over (pages - 1) / 3 s`,
      value: seconds / bound,
      target: 1.05,
      unit: "×",
      detail: `${seconds.toFixed(2)} s over ${bound.toFixed(2)} s`,
    },
    {
      name: "requests refused during that listing",
      value: refused,
      target: 0,
      unit: "",
      detail: "by a server that counts every sliding second",
    },
  ];
}
