import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";

/** What waiting depends on, in one place so that tests can move it. */
export interface Time {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** A number from 0 up to but excluding 1. */
  random(): number;
}

/** The machine's own clock. */
export const systemTime: Time = {
  now: () => Date.now(),
  sleep: (milliseconds) => delay(milliseconds),
  random: () => Math.random(),
};

/** Resolves with the promise, or as soon as the signal aborts. */
export async function abortable(promise: Promise<void>, signal?: AbortSignal): Promise<void> {
  if (!signal) return promise;
  if (signal.aborted) return;
  const settled = new AbortController();
  const aborted = once(signal, "abort", { signal: settled.signal }).catch(() => {});
  await Promise.race([promise, aborted]).finally(() => settled.abort());
}

/** One for all, since making a reason anew takes longer than the rest. */
const over = new Error("The time is over.");

/** Does work under a signal that aborts after a time, with an outer one, and when work is done. */
export async function within<Result>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(over), milliseconds);
  try {
    return await work(outer ? AbortSignal.any([outer, signal]) : signal);
  } finally {
    clearTimeout(timer);
    controller.abort(over);
  }
}
