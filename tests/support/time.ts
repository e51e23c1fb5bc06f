import type { Time } from "../../src/client/time";

/** A clock without waiting: sleeping moves it on, and says for how long. */
export interface FakeTime extends Time {
  /** Milliseconds of every sleep, in order. */
  readonly waits: number[];
  /** Moves it on by milliseconds that something else takes. */
  advance(milliseconds: number): void;
}

/** Makes one. @param start where it stands; @param random what it gives for chance */
export function fakeTime(start = "2026-03-01T09:00:00Z", random = 0.5): FakeTime {
  let now = Date.parse(start);
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    random: () => random,
  };
}
