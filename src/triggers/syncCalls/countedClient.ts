import { type ClientContext, createClient, type GongClient } from "../../client/createClient";
import { systemTime, type Time } from "../../client/time";
import { minuteMs } from "./days";

/**
 * Longest wait for Gong's limits in one round. What lasts longer is the daily limit (G10), which
 * no round waits for.
 */
const limitWaitMs = 2 * minuteMs;

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
  base: Time = systemTime,
): CountedClient {
  let count = 0;
  const time: Time = {
    now: () => base.now(),
    random: () => base.random(),
    alarm: (milliseconds, ring) => base.alarm(milliseconds, ring),
    // The client waits once before each repetition, and at no other time.
    sleep: async (milliseconds) => {
      count += 1;
      await base.sleep(milliseconds);
    },
  };
  const client = createClient(connection, context, { limitWaitMs, time, wantsKeys: true });
  return {
    client: {
      ...client,
      list: (...args) => {
        count += 1;
        return client.list(...args);
      },
      pages: async function* (...args) {
        // A page or a failure for each request, and nothing else at the end.
        try {
          for await (const page of client.pages(...args)) {
            count += 1;
            yield page;
          }
        } catch (error) {
          count += 1;
          throw error;
        }
      },
    },
    takeCount: () => {
      const taken = count;
      count = 0;
      return taken;
    },
  };
}
