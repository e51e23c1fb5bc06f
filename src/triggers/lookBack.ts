import { day, hour, minute } from "./duration";

/** Names a look, from the shortest to the longest. */
export type Look = 0 | 1 | 2;
/** The look that reads the whole look-back. */
export const deepest = 2;

/**
 * For each look the instant up to which it is complete. What Gong shows later than that, with a
 * lateness within the look's reach, lies no earlier than that instant less the reach. The next such
 * look begins there, so pauses of any length lose nothing.
 */
export type Complete = readonly [number, number, number];

/** Milliseconds between one look and the next: reading all at every poll would use up the day (G10). */
const every = [0, hour, day] as const;
/** Gong's clock and this one may differ by so much. */
const skewMs = 10 * minute;

/**
 * How far back a look reads: Gong shows a call late, with its old start time (G19). Every poll finds
 * calls up to 2 hours late; the half hour more is for web conferences, which Gong lists by their
 * scheduled time (G18) and which may begin later.
 */
export function reachOf(look: Look, lookBackMs: number): number {
  return ([2.5 * hour, day + skewMs, lookBackMs + skewMs] as const)[look];
}

/** The deepest look that is due, or would be overdue at the next poll if that takes as long again. */
export function dueLook(complete: Complete, now: number): Look {
  const gap = now - complete[0];
  const isDue = (look: Look) => now - complete[look] + gap > every[look] + minute / 2;
  return isDue(2) ? 2 : isDue(1) ? 1 : 0;
}

/** What is complete after a reading at an instant; the shorter looks are part of a longer one. */
export function completeAt(before: Complete | undefined, instant: number, look = -1): Complete {
  const at = (index: Look) => (before && index > look ? before[index] : instant);
  return [at(0), at(1), at(2)];
}
