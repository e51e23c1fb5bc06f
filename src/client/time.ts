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
