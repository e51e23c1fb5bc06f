import { setTimeout as sleep } from "node:timers/promises";
import axios from "axios";
import type { GongReady } from "./peers/gong";
import { connect } from "./support/component";
import { type Figure, startPeer } from "./support/measure";

const calls = 1_500;
/** Calls until the engine has compiled what it will. */
const warmUpCalls = 500;
/** Longer than the distance between requests at the fastest pace that a connection can state. */
const pauseMs = 2;

/** Processor time of an action against that of a bare axios call of the same request. */
export default async function cpu(): Promise<Figure[]> {
  const { ready, stop } = await startPeer<GongReady>("peers/gong.ts", [
    JSON.stringify({ requestsPerSecond: "none", requestsPerDay: "none" }),
  ]);
  const { run } = connect(ready, 1000);
  const headers = {
    Authorization: `Basic ${Buffer.from(`${ready.accessKey}:${ready.accessKeySecret}`).toString("base64")}`,
  };
  const bare = () => axios.get(`${ready.url}/v2/users/${ready.userId}`, { headers });
  const ours = () => run("getUser", { userId: ready.userId });

  let [ofBare, ofOurs] = [0, 0];
  // By turns, so that whatever else the machine does falls on both.
  for (let index = -warmUpCalls; index < calls; index += 1) {
    const [bareMs, oursMs] = [await processorTime(bare), await processorTime(ours)];
    if (index < 0) continue;
    ofBare += bareMs / calls;
    ofOurs += oursMs / calls;
  }
  stop();
  return [
    {
      name: "processor time of Get User over a bare axios call",
      value: ofOurs / ofBare,
      target: 1.3,
      unit: "×",
      detail: `${ofOurs.toFixed(3)} ms over ${ofBare.toFixed(3)} ms, means of ${calls.toLocaleString("en")} calls, garbage collection included`,
    },
  ];
}

/**
 * Calls leave pauses in which nothing is measured, so that each finds its turn free: the wait for
 * a turn is what keeps to Gong's limit, and no part of making a call.
 *
 * @returns milliseconds
 */
async function processorTime(call: () => Promise<unknown>): Promise<number> {
  await sleep(pauseMs);
  const before = process.cpuUsage();
  await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
