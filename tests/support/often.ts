import { setImmediate as nextTick } from "node:timers/promises";

/**
 * Does something so many times, with a breath in between: work that takes far too long then ends in
 * the test's time limit, where one long run would only hold up everything.
 */
export async function often(times: number, work: () => void): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    work();
    await nextTick();
  }
}
