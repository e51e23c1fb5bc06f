import { setTimeout as sleep } from "node:timers/promises";
import axios from "axios";
import type { GongReady } from "./peers/gong";
import { connect } from "./support/component";
import { type Figure, median, startPeer } from "./support/measure";

const callsPerRound = 200;
const rounds = 9;
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

  await measure(bare);
  await measure(ours);
  const bareMs: number[] = [];
  const oursMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bareMs.push(await measure(bare));
    oursMs.push(await measure(ours));
  }
  stop();
  const [ofBare, ofOurs] = [median(bareMs), median(oursMs)];
  return [
    {
      name: "processor time of Get User over a bare axios call",
      value: ofOurs / ofBare,
      target: 1.3,
      unit: "×",
      detail: `${ofOurs.toFixed(3)} ms over ${ofBare.toFixed(3)} ms, medians of ${rounds} rounds of ${callsPerRound} calls`,
    },
  ];
}

/**
 * Calls leave pauses in which nothing is measured, so that each finds its turn free: the wait for
 * a turn is what keeps to Gong's limit, and no part of making a call.
 *
 * @returns milliseconds of processor time for one call
 */
async function measure(call: () => Promise<unknown>): Promise<number> {
  let microseconds = 0;
  for (let index = 0; index < callsPerRound; index += 1) {
    await sleep(pauseMs);
    const before = process.cpuUsage();
    await call();
    const { user, system } = process.cpuUsage(before);
    microseconds += user + system;
  }
  return microseconds / 1000 / callsPerRound;
}
