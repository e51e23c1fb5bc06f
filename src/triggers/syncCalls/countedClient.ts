import { type ClientContext, createClient, type GongClient } from "../../client/createClient";
import { systemTime, type Time } from "../../client/time";
import { minuteMs } from "./days";

/**
 * Longest wait for Gong's limits in one round. What lasts longer is the daily limit (G10), which
 * no round waits for.
 */
const maxWaitMs = 2 * minuteMs;

/** A client whose requests are counted, repetitions included. */
export interface CountedClient {
  readonly client: GongClient;
  /** Requests since the last time this was asked. */
  takeCount(): number;
}

/**
 * Makes the client of one round.
 *
 * @throws ConnectionError when the connection cannot be used
 */
export function createCountedClient(
  connection: unknown,
  context: ClientContext,
  time: Time = systemTime,
): CountedClient {
  const client = createClient(connection, context, { maxWaitMs, time, wantsKeys: true });
  let taken = 0;
  return {
    client,
    takeCount: () => {
      const count = client.requests - taken;
      taken = client.requests;
      return count;
    },
  };
}
