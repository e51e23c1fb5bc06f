import type { Instant } from "./time";

/** The one clock of a sandbox: limits, cursors, tokens and processing all read it. */
export interface Clock {
  now(): Instant;
  /** Stops the clock where it is; `advance` still moves it. */
  freeze(): void;
  advance(milliseconds: number): void;
}

/** @param source where time comes from until the clock is frozen; Date.now for a real one */
export function createClock(source: () => Instant = Date.now): Clock {
  let ahead = 0;
  let frozenAt: Instant | undefined;
  return {
    now: () => (frozenAt ?? source()) + ahead,
    freeze() {
      frozenAt ??= source();
    },
    advance(milliseconds) {
      if (!(milliseconds >= 0)) throw new RangeError("A clock only moves forward");
      ahead += milliseconds;
    },
  };
}
