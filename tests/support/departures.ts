import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { setImmediate } from "node:timers/promises";

const channel = "http.client.request.start";

/**
 * Runs with a clock of its own, so that nothing depends on how busy this machine is.
 *
 * @returns what the run gave
 */
export async function inFakeTime<Result>(run: () => Promise<Result>): Promise<Result> {
  jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
  try {
    let isOver = false;
    const running = run().finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await jest.advanceTimersByTimeAsync(1);
      await setImmediate();
    }
    return await running;
  } finally {
    jest.useRealTimers();
  }
}

/** When requests to a server left during a run in a time of its own, in milliseconds. */
export async function departuresTo(
  { port }: { readonly port: number },
  run: () => Promise<unknown>,
): Promise<number[]> {
  const departures: number[] = [];
  const onStart = (message: unknown) => {
    const { request } = message as { request: { getHeader(name: string): unknown } };
    if (request.getHeader("host") === `127.0.0.1:${port}`) departures.push(Date.now());
  };
  subscribe(channel, onStart);
  try {
    await inFakeTime(run);
  } finally {
    unsubscribe(channel, onStart);
  }
  return departures;
}

/** Milliseconds between each moment and the next. */
export const gapsOf = (moments: readonly number[]) =>
  moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
