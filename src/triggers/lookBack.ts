import { day, hour, minute, second, startOfNextDay } from "./duration";

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
 * Calls up to 2 hours late are found at every poll. The half hour more is for web conferences, which
 * Gong lists by their scheduled time (G18) and which may begin later.
 */
export function looksOver(lookBackMs: number): readonly [Look, Look, Look] {
  return [
    { reachMs: 2.5 * hour, everyMs: 0 },
    { reachMs: day + skewMs, everyMs: hour },
    { reachMs: lookBackMs + skewMs, everyMs: day },
  ];
}

/**
 * For each look the instant up to which it is complete. What Gong shows later than that, with a
 * lateness within the look's reach, lies no earlier than that instant less the reach. The next such
 * look begins there, so pauses of any length lose nothing.
 */
export type Complete = readonly [number, number, number];
const deepest = 2;

/** The deepest look that is due, or would be overdue at the next poll if that takes as long again. */
export function dueLook(complete: Complete, now: number, lookBackMs: number): 0 | 1 | 2 {
  const gap = now - complete[0];
  const isDue = (look: 1 | 2) =>
    now - complete[look] + gap > looksOver(lookBackMs)[look].everyMs + minute / 2;
  return isDue(2) ? 2 : isDue(1) ? 1 : 0;
}

/** What is complete after a reading at an instant; the shorter looks are part of a longer one. */
export function completeAt(
  complete: Complete | undefined,
  look: number,
  instant: number,
): Complete {
  const at = (index: number) => (index <= look ? instant : (complete?.[index] ?? instant));
  return [at(0), at(1), at(2)];
}

/**
 * What to do with unknown calls of a range: deliver them always, deliver them unless new records are
 * not wanted, deliver only those that were still going on when the range ended, or only note them.
 */
export type Manner = "always" | "new" | "ongoing" | "note";

/** A stretch of time, `from` inclusive and `to` exclusive, as Gong filters (G18). */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly manner: Manner;
}

/** The way through some ranges, a day of UTC or less at a time, page by page. */
export interface Scan {
  /** What is left to read, in order. The first range begins with the window that is being read. */
  readonly ranges: readonly [Range, ...Range[]];
  /** End of the window. */
  readonly to: number;
  /** Where in the window to go on; at its beginning without one. */
  readonly cursor?: string;
  /** Pages and rows that this listing of the window has had, and the most that Gong counted in it. */
  readonly pages: number;
  readonly rows: number;
  readonly counted: number;
  /** How often the window has lost its cursor (G14). */
  readonly restarts: number;
  /** Whether the window is being read a second time. */
  readonly isAgain?: boolean;
  /** When the scan was planned: up to there it is complete when it ends. */
  readonly until: number;
  readonly look: number;
  /** Windows that end before it are read for the last time, and must have all that Gong counts. */
  readonly wholeBefore: number;
}

/** What is known of the readings before. */
export interface History {
  /** All calls from here on are known. */
  readonly from?: number | undefined;
  readonly complete?: Complete | undefined;
}

/** What a trigger wants to know. */
export interface Wanted {
  /** Everything from here on; without it the look-back, whatever was read before. */
  readonly from?: number | undefined;
  readonly lookBackMs: number;
  /** What to do with calls from before those that are known. */
  readonly older: Manner;
  /** At the first reading, where to begin to deliver; without it that reading only notes. */
  readonly first?: { readonly from: number; readonly manner: Manner } | undefined;
  /** How far ahead Gong may list a call: web conferences stand at their scheduled time (G18). */
  readonly aheadMs: number;
}

/** Plans what to read now. @returns nothing when there is nothing, as with a first day ahead */
export function planScan(history: History, wanted: Wanted, now: number): Scan | undefined {
  const { lookBackMs, older, aheadMs } = wanted;
  const { complete } = history;
  const until = Math.floor(now / second) * second;
  const end = until + aheadMs;
  const farthest = looksOver(lookBackMs)[deepest].reachMs;
  const from = wanted.from ?? (complete?.[deepest] ?? until) - farthest;
  if (!complete) {
    const first = { from: end, manner: older, ...wanted.first };
    const ranges: Range[] = [
      { from: Math.min(from, first.from), to: Math.min(first.from, end), manner: older },
      { ...first, to: end },
    ];
    return openScan(ranges, { until, look: deepest, wholeBefore: until - day });
  }
  const look = dueLook(complete, until, lookBackMs);
  const { from: knownFrom = from } = history;
  const begin = Math.max(complete[look] - looksOver(lookBackMs)[look].reachMs, from);
  const ranges: Range[] = [
    { from, to: knownFrom, manner: older },
    { from: from < knownFrom ? Math.max(begin, knownFrom) : begin, to: end, manner: "new" },
  ];
  // What is within the look-back is read again in any case, so its count need not be waited for.
  const wholeBefore = until - (from < knownFrom ? day : farthest);
  return openScan(ranges, { until, look, wholeBefore });
}

/** The window that is being read: a day of UTC, or less. */
export function windowOf({ ranges: [{ from, manner }], to }: Scan): Range {
  return { from, to, manner };
}

/**
 * The scan behind a page. A window that must be whole and has fewer rows than Gong counted is read
 * once more: a call that is deleted between two pages moves another onto a page that was read. Once,
 * since the count includes calls that cannot be seen (G15).
 *
 * @returns nothing at the end of the scan
 */
export function behindPage(
  scan: Scan,
  page: { readonly rows: number; readonly counted: number; readonly cursor?: string | undefined },
): Scan | undefined {
  const read: Scan = {
    ...scan,
    pages: scan.pages + 1,
    rows: scan.rows + page.rows,
    counted: Math.max(scan.counted, page.counted),
  };
  if (page.cursor) return { ...read, cursor: page.cursor };
  const isShort = read.rows < read.counted && read.to <= scan.wholeBefore;
  if (isShort && !scan.isAgain) return { ...atBegin(read), isAgain: true };
  const [first, ...later] = scan.ranges;
  return openScan([{ ...first, from: scan.to }, ...later], scan);
}

/** Whether a listing has had far more pages than its count explains: it would never end. */
export function isEndless({ pages, counted }: Scan): boolean {
  return pages * 100 > 2 * counted + 1_000;
}

/** Halvings of one window: enough to bring a day down to half a minute. */
const maxRestarts = 12;

/**
 * The window from its beginning, half as long, after its cursor was lost (G14): one that takes
 * longer than cursors last would never end.
 *
 * @returns nothing when it was restarted too often
 */
export function restartWindow(scan: Scan): Scan | undefined {
  if (scan.restarts >= maxRestarts) return undefined;
  const [{ from }] = scan.ranges;
  const half = Math.ceil((scan.to - from) / 2 / second) * second;
  return { ...atBegin(scan), to: from + half, restarts: scan.restarts + 1 };
}

function atBegin({ cursor: _, ...scan }: Scan): Scan {
  return { ...scan, pages: 0, rows: 0, counted: 0 };
}

type Course = Pick<Scan, "until" | "look" | "wholeBefore">;

/** The scan of ranges, without those that hold no instant. */
function openScan(
  ranges: readonly Range[],
  { until, look, wholeBefore }: Course,
): Scan | undefined {
  const [first, ...later] = ranges.filter(({ from, to }) => from < to);
  if (!first) return undefined;
  // Windows end at midnight, so that IDs can be kept by day; what lies ahead is one window.
  const midnight = startOfNextDay(first.from);
  const to = midnight >= until ? first.to : Math.min(first.to, midnight);
  const fresh = { pages: 0, rows: 0, counted: 0, restarts: 0 };
  return { ranges: [first, ...later], to, ...fresh, until, look, wholeBefore };
}

/** From here on calls can be met again, by this scan or by a later one. */
export function earliestAgain(
  { complete }: History,
  scan: Scan | undefined,
  lookBackMs: number,
): number {
  const done = scan ? completeAt(complete, scan.look, scan.until) : complete;
  const later = done ? done[deepest] - looksOver(lookBackMs)[deepest].reachMs : Infinity;
  return scan ? Math.min(later, windowOf(scan).from) : later;
}
