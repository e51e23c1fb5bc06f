import { setTimeout as sleep } from "node:timers/promises";
import { action, component } from "@prismatic-io/spectral";
import { createClient } from "@prismatic-io/spectral/dist/clients/http";
import { createExecution } from "../scripts/support/component";
import type { GongReady } from "./peers/gong";
import { connect } from "./support/component";
import { type Figure, startPeer } from "./support/measure";

const calls = 1_500;
/** Calls until the engine has compiled what it will. */
const warmUpCalls = 500;
/** Longer than the distance between requests at the fastest pace that a connection can state. */
const pauseMs = 2;

/** Processor time of an action against the same request through the platform's own HTTP client. */
export default async function cpu(): Promise<Figure[]> {
  const { ready, stop } = await startPeer<GongReady>("peers/gong.ts", [
    JSON.stringify({ requestsPerSecond: "none", requestsPerDay: "none" }),
  ]);
  const { run } = connect(ready, 1000);
  const { accessKey, accessKeySecret } = ready;
  const authorization = `Basic ${Buffer.from(`${accessKey}:${accessKeySecret}`).toString("base64")}`;
  const theirs = theirAction(ready.url, authorization, ready.userId);
  const ours = () => run("getUser", { userId: ready.userId });

  let [ofTheirs, ofOurs] = [0, 0];
  // By turns, so that whatever else the machine does falls on both.
  for (let index = -warmUpCalls; index < calls; index += 1) {
    const [theirsMs, oursMs] = [await processorTime(theirs), await processorTime(ours)];
    if (index < 0) continue;
    ofTheirs += theirsMs / calls;
    ofOurs += oursMs / calls;
  }
  stop();
  return [
    {
      name: "processor time of Get User over the same call through the platform's HTTP client",
      value: ofOurs / ofTheirs,
      target: 1,
      unit: "×",
      detail: `${ofOurs.toFixed(3)} ms over ${ofTheirs.toFixed(3)} ms, means of ${calls.toLocaleString("en")} calls, garbage collection included`,
    },
  ];
}

/** The same request as an action that is made as the platform's documents tell. */
function theirAction(baseUrl: string, authorization: string, userId: string) {
  const get = action({
    display: { label: "Get", description: "Get a user." },
    inputs: {},
    perform: async () => {
      const client = createClient({ baseUrl, headers: { Authorization: authorization } });
      const { data } = await client.get(`/v2/users/${userId}`);
      return { data };
    },
  });
  const display = {
    label: "Theirs",
    description: "Made with the platform's client.",
    iconPath: "",
  };
  const theirs = component({ key: "theirs", display, actions: { get } });
  const { run } = createExecution(theirs as never, {}, () => {});
  return () => run("get", {});
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
