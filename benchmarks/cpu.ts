import { setTimeout as sleep } from "node:timers/promises";
import axios from "axios";
import type { GongReady } from "./peers/gong";
import { connect } from "./support/component";
import { type Figure, median, startPeer } from "./support/measure";

const callsPerRound = 200;
const rounds = 15;
/** Rounds until the engine has compiled what it will. */
const warmUpRounds = 5;
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

  for (let round = 0; round < warmUpRounds; round += 1) await measure(bare, ours);
  const bareMs: number[] = [];
  const oursMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [ofBare, ofOurs] = await measure(bare, ours);
    bareMs.push(ofBare);
    oursMs.push(ofOurs);
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

type Call = () => Promise<unknown>;

/**
 * Makes the two calls by turns, so that whatever else the machine does falls on both.
 *
 * @returns milliseconds of processor time for one call of each
 */
async function measure(one: Call, other: Call): Promise<[one: number, other: number]> {
  let [ofOne, ofOther] = [0, 0];
  for (let index = 0; index < callsPerRound; index += 1) {
    ofOne += await processorTime(one);
    ofOther += await processorTime(other);
  }
  return [ofOne / callsPerRound, ofOther / callsPerRound];
}

/**
 * Calls leave pauses in which nothing is measured, so that each finds its turn free: the wait for
 * a turn is what keeps to Gong's limit, and no part of making a call.
 */
async function processorTime(call: Call): Promise<number> {
  await sleep(pauseMs);
  const before = process.cpuUsage();
  await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
