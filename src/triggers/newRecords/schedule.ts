import { isInstant } from "../saved";
import { day, hour, minute } from "./duration";

/** A stretch of time, `from` inclusive and `to` exclusive, as Gong filters (G18). */
export interface Range {
  readonly from: number;
  /** Infinity where it has no end. */
  readonly to: number;
}

/** A stretch of which all is known that Gong showed at one moment. */
export interface Reading extends Range {
  /** When the listing was begun: what appeared while it was read may be missing from it. */
  readonly readAt: number;
}

/** Everything that was read, oldest first, without gaps, up to no end. */
export type Coverage = readonly Reading[];

/** Gong's clock and this one may differ by so much. */
const skew = 2 * minute;
/** Schedules are not on time to the second. */
const jitter = minute;
/** From this age on a day of the look-back may be read again, one at a poll, so that they spread. */
const earlyAfter = 23 * hour;

/**
 * How late a call may show up to be found at the next poll: 2 hours, and half an hour more, since
 * a web conference is listed by its planned time (G18) and may have begun later.
 */
const lateForNextPoll = 2.5 * hour;
/** How late it may show up to be found within the hour. */
const lateForHour = day;

/**
 * What must be read again now.
 *
 * A call that Gong files at `k` and shows `late` after that, first later than the reading of its
 * place, lies less than `late` before that reading. So what may hold calls up to 2 hours late is
 * the part of each reading after `readAt` - 2 h, and that is due at every poll; the part up to a
 * day before `readAt` is due when the reading is an hour old, and the rest of the look-back, a day
 * of UTC at a time, when it is a day old. This holds whatever was missed in between: after an
 * outage the readings are old, and what is due is longer.
 *
 * @returns newest first; the newest is never missing and has no end
 */
export function dueRanges(coverage: Coverage, now: number, lookBackMs: number): Range[] {
  const newest = coverage.at(-1);
  if (!newest) return [];
  // Due is also what would be overdue at the next poll, if that comes as long after this one as
  // this one came after the last.
  const horizon = now + Math.max(0, now - newest.readAt) - jitter;
  const isOverdue = (interval: number) => (part: Reading) => part.readAt + interval < horizon;

  const everyPoll = partsOf(coverage, Number.NEGATIVE_INFINITY, lateForNextPoll + skew);
  const hourly = partsOf(coverage, lateForNextPoll + skew, lateForHour + skew);
  const daily = daysOf(partsOf(coverage, lateForHour + skew, lookBackMs + skew));
  const overdueDays = daily.filter((parts) => parts.some(isOverdue(day)));
  const early = daily
    .filter((parts) => oldest(parts) + earlyAfter <= now)
    .sort((one, other) => oldest(one) - oldest(other))
    .slice(0, 1);

  return merge([
    ...everyPoll,
    ...(hourly.some(isOverdue(hour)) ? hourly : []),
    ...(overdueDays.length > 0 ? overdueDays : early).map(hull),
  ]);
}

/** The parts of readings whose distance before `readAt` lies between two durations. */
function partsOf(coverage: Coverage, beyond: number, upTo: number): Reading[] {
  return coverage.flatMap(({ from, to, readAt }) => {
    const part = { from: Math.max(from, readAt - upTo), to: Math.min(to, readAt - beyond), readAt };
    return part.from < part.to ? [part] : [];
  });
}

/** Cuts parts at midnights of UTC, and gathers those of a day. */
function daysOf(parts: readonly Reading[]): Reading[][] {
  const days = new Map<number, Reading[]>();
  for (const { from, to, readAt } of parts) {
    for (let start = from; start < to; ) {
      const number = Math.floor(start / day);
      const end = Math.min(to, (number + 1) * day);
      days.set(number, [...(days.get(number) ?? []), { from: start, to: end, readAt }]);
      start = end;
    }
  }
  return [...days.values()];
}

const oldest = (parts: readonly Reading[]): number =>
  Math.min(...parts.map(({ readAt }) => readAt));

function hull(ranges: readonly Range[]): Range {
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  };
}

/** Joins what touches. @returns newest first */
function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((one, other) => one.from - other.from)) {
    const older = merged.at(-1);
    if (older && range.from <= older.to) merged[merged.length - 1] = hull([older, range]);
    else merged.push({ from: range.from, to: range.to });
  }
  return merged.reverse();
}

/**
 * Makes the newest range longer where that costs nothing: a page holds 100 rows (G12), and where
 * few calls are made there is room in it for hours that are not due yet.
 *
 * @param rowsIn how many rows are known to be in a range that begins and ends with an hour
 */
export function fillPage(
  ranges: readonly Range[],
  coverage: Coverage,
  rowsIn: (range: Range) => number,
): Range[] {
  const [newest] = ranges;
  const begin = coverage[0]?.from;
  if (!newest || begin === undefined) return [...ranges];
  let from = Math.ceil(newest.from / hour) * hour;
  let rows = rowsIn({ from, to: Number.POSITIVE_INFINITY });
  while (from > begin) {
    const earlier = from - hour;
    rows += rowsIn({ from: earlier, to: from });
    // Some room is left for rows that are not known yet.
    if (rows * 1.1 + 10 > pageRows) break;
    from = earlier;
  }
  return merge([{ from: Math.max(from, begin), to: newest.to }, ...ranges]);
}

const pageRows = 100;

/** The coverage after a range was read. A first one begins it; others touch or overlap it. */
export function markRead(coverage: Coverage, range: Range, readAt: number): Coverage {
  const around = coverage.flatMap((reading) => [
    { ...reading, to: Math.min(reading.to, range.from) },
    { ...reading, from: Math.max(reading.from, range.to) },
  ]);
  const readings = [...around, { ...range, readAt }]
    .filter(({ from, to }) => from < to)
    .sort((one, other) => one.from - other.from);
  return joinAlike(readings);
}

function joinAlike(readings: readonly Reading[]): Coverage {
  const joined: Reading[] = [];
  for (const reading of readings) {
    const before = joined.at(-1);
    if (before?.readAt === reading.readAt) {
      joined[joined.length - 1] = { ...before, to: reading.to };
    } else joined.push(reading);
  }
  return joined;
}

/** The coverage without what was read after it left the look-back: nothing new is awaited there. */
export function dropFinished(coverage: Coverage, lookBackMs: number): Coverage {
  const open = coverage.findIndex(({ to, readAt }) => readAt - lookBackMs - skew < to);
  const [first, ...rest] = coverage.slice(open);
  if (!first) return [];
  const from = Math.max(first.from, Math.floor(first.readAt - lookBackMs - skew));
  return [{ ...first, from }, ...rest];
}

/** The coverage as it is saved: where each reading begins, and when it was made. */
export type SavedCoverage = readonly (readonly [from: number, readAt: number])[];

/** What `openCoverage` takes to go on from here. */
export function saveCoverage(coverage: Coverage): SavedCoverage {
  return coverage.map(({ from, readAt }) => [from, readAt]);
}

/** Longer than any look-back: none reaches further back from the first reading. */
const longestKept = 31 * day;

/** Whether something is what `saveCoverage` gave, for at least one reading. */
export function isSavedCoverage(value: unknown): value is SavedCoverage {
  if (!Array.isArray(value) || value.length === 0) return false;
  const isReading = (entry: unknown) =>
    Array.isArray(entry) && entry.length === 2 && entry.every(isInstant);
  return (
    value.every(
      (entry, index) => isReading(entry) && (index === 0 || value[index - 1][0] < entry[0]),
    ) && value[0][1] - value[0][0] <= longestKept
  );
}

/** @param now readings of a clock that was ahead count as made now */
export function openCoverage(saved: SavedCoverage, now: number): Coverage {
  return joinAlike(
    saved.map(([from, readAt], index) => ({
      from,
      to: saved[index + 1]?.[0] ?? Number.POSITIVE_INFINITY,
      readAt: Math.min(readAt, now),
    })),
  );
}
