import { setTimeout as delay } from "node:timers/promises";

/** What waiting depends on, in one place so that tests can move it. */
export interface Time {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** Rings once after so many milliseconds, unless what it returns is called before. */
  alarm(milliseconds: number, ring: () => void): () => void;
  /** A number from 0 up to but excluding 1. */
  random(): number;
}

/** The machine's own clock. */
export const systemTime: Time = {
  now: () => Date.now(),
  sleep: (milliseconds) => delay(milliseconds),
  alarm: (milliseconds, ring) => {
    const timer = setTimeout(ring, milliseconds);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
