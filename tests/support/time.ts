import type { Time } from "../../src/client/time";

/** A clock that nobody waits for: sleeping moves it on, and says for how long. */
export interface FakeTime extends Time {
  /** Milliseconds of every sleep, in order. */
  readonly waits: number[];
  /** Moves it on by milliseconds that something else takes; alarms stay silent. */
  advance(milliseconds: number): void;
  /** Moves it on to where every alarm that is set has rung. */
  ringAlarms(): void;
}

/** Makes one. @param start where it stands; @param random what it gives for chance */
export function fakeTime(start = "2026-03-01T09:00:00Z", random = 0.5): FakeTime {
  let now = Date.parse(start);
  const waits: number[] = [];
  const alarms = new Map<() => void, number>();
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
    alarm: (milliseconds, ring) => {
      alarms.set(ring, now + milliseconds);
      return () => void alarms.delete(ring);
    },
    ringAlarms: () => {
      now = Math.max(now, ...alarms.values());
      const rung = [...alarms.keys()];
      alarms.clear();
      for (const ring of rung) ring();
    },
  };
}
