import { day, hour, minute } from "./duration";

/**
 * How far back from the last complete reading Gong is asked again, and how often. Gong shows a call
 * late, with its old start time (G19). Reading the whole look-back at every poll would use up the
 * day's requests (G10), so the far past is read rarely.
 */
interface Look {
  readonly reachMs: number;
  readonly everyMs: number;
}

/** Gong's clock and this one may differ by so much. */
const skewMs = 10 * minute;

/**
 * Every poll finds calls up to 2 hours late. The half hour more is for web conferences, which Gong
 * lists by their scheduled time (G18) and which may begin later.
 */
const looksOver = (lookBackMs: number): readonly [Look, Look, Look] => [
  { reachMs: 2.5 * hour, everyMs: 0 },
  { reachMs: day + skewMs, everyMs: hour },
  { reachMs: lookBackMs + skewMs, everyMs: day },
];

/** Names a look, from the shortest to the longest. */
export type LookIndex = 0 | 1 | 2;
/** The look that reads the whole look-back. */
export const deepest = 2;

/**
 * For each look the instant up to which it is complete. What Gong shows later than that, with a
 * lateness within the look's reach, lies no earlier than that instant less the reach. The next such
 * look begins there, so pauses of any length lose nothing.
 */
export type Complete = readonly [number, number, number];

/** Where a look begins to read. */
export function beginOf(complete: Complete, look: LookIndex, lookBackMs: number): number {
  return complete[look] - looksOver(lookBackMs)[look].reachMs;
}

/** The deepest look that is due, or would be overdue at the next poll if that takes as long again. */
export function dueLook(complete: Complete, now: number, lookBackMs: number): LookIndex {
  const gap = now - complete[0];
  const isDue = (look: LookIndex) =>
    now - complete[look] + gap > looksOver(lookBackMs)[look].everyMs + minute / 2;
  return isDue(2) ? 2 : isDue(1) ? 1 : 0;
}

/** What is complete after a reading at an instant; the shorter looks are part of a longer one. */
export function completeAt(
  complete: Complete | undefined,
  look: LookIndex | undefined,
  instant: number,
): Complete {
  const isRead = (index: LookIndex) => look !== undefined && index <= look;
  const at = (index: LookIndex) => (isRead(index) ? instant : (complete?.[index] ?? instant));
  return [at(0), at(1), at(2)];
}
