import type { Page } from "../operations/answers";
import { day, formatInstant, hour, minute, second, startOfNextDay } from "./duration";

/** How far back to look, from the shortest reach to the longest. */
type Look = 0 | 1 | 2;
/** The look that reads the whole look-back. */
export const deepest = 2;

/**
 * For each look the instant up to which it is complete. The next one begins its reach before that
 * instant, so pauses of any length lose nothing.
 */
type Complete = readonly [number, number, number];

/** Milliseconds between looks: reading all at every poll would use up the day's requests (G10). */
const every = [0, hour, day] as const;
/** Gong's clock and this one may differ by so much. */
const skewMs = 10 * minute;

/**
 * How far back a look reads, since Gong shows calls late (G19): every poll 2 hours, and half an hour
 * more for web conferences, which stand at their scheduled time (G18) and may begin later.
 */
export function reachOf(look: Look, lookBackMs: number): number {
  return ([2.5 * hour, day + skewMs, lookBackMs + skewMs] as const)[look];
}

/** The deepest look that is due, or would be overdue at the next poll if that takes as long again. */
function dueLook(complete: Complete, now: number): Look {
  const gap = now - complete[0];
  const isDue = (look: Look) => now - complete[look] + gap > every[look] + minute / 2;
  return isDue(2) ? 2 : isDue(1) ? 1 : 0;
}

/** What is complete after a reading at an instant; the shorter looks are part of a longer one. */
export function completeAt(before: Complete | undefined, instant: number, look = -1): Complete {
  const at = (index: Look) => (before && index > look ? before[index] : instant);
  return [at(0), at(1), at(2)];
}

/** A stretch of time, `from` inclusive and `to` exclusive, as Gong filters (G18). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A stretch of time as Gong's filters name it. */
export function filterOf({ from, to }: Range) {
  return { fromDateTime: formatInstant(from), toDateTime: formatInstant(to) };
}

/** The listing of a window before its first page. */
export const unread = {
  /** Where to resume; at the beginning without one. */
  cursor: undefined as string | undefined,
  rows: 0,
  /** The most rows that Gong counted. */
  counted: 0,
  /** Whether the window is being read a second time. */
  isAgain: false,
};

/** The way through a stretch of time, in windows of a day of UTC or less: the one that is read now. */
export interface Scan extends Range, Readonly<typeof unread> {
  readonly end: number;
  /** Unknown records listed from here on are new. Earlier ones are only noted. */
  readonly news: number;
  /** Whether calls that were still going on at `news` are new too. */
  readonly withOngoing?: boolean;
  /** When the scan was planned: what its look, if not of older days, is complete up to at its end. */
  readonly until: number;
  readonly look?: Look;
}

/** What is known of the readings before. */
export interface History {
  /** All records from here on are known. */
  readonly from?: number;
  readonly complete?: Complete;
}

/** What a trigger wants to know. */
export interface Wanted {
  /** Everything from here on, whatever was read before; without it the look-back alone. */
  readonly from?: number;
  /** Where the first reading begins to deliver; without it, it only notes what is there. */
  readonly since?: number | undefined;
  readonly showNew: boolean;
  /** Private calls that are left out stay unknown, so that they come once they are public. */
  readonly includePrivate: boolean;
  /** Milliseconds after a call in which Gong may first show it. */
  readonly lookBackMs: number;
}

/**
 * Plans what to read now: older days that are wanted by now, else what is due; nothing before a first
 * day ahead. @param aheadMs how far ahead of now Gong may list a record
 */
export function planScan(
  { from: known, complete }: History,
  { from: wantedFrom, since, showNew, lookBackMs }: Wanted,
  aheadMs: number,
  now: number,
): Scan | undefined {
  const until = Math.floor(now / second) * second;
  const end = until + aheadMs;
  const from = wantedFrom ?? (complete?.[deepest] ?? until) - reachOf(deepest, lookBackMs);
  if (!complete) {
    const news = wantedFrom ?? since ?? end;
    return openWindow({ from: Math.min(from, news), end, news, until, look: deepest });
  }
  if (known !== undefined && from < known) {
    return openWindow({ from, end: known, news: wantedFrom ?? known, until });
  }
  const look = dueLook(complete, until);
  const begin = Math.max(complete[look] - reachOf(look, lookBackMs), from);
  const news = wantedFrom ?? (showNew ? begin : end);
  return openWindow({ from: begin, end, news, until, look });
}

/**
 * The scan behind a page; nothing at its end. A window that is read for the last time and has fewer
 * rows than Gong counted is read once more: a call that is deleted between two pages moves another
 * onto a page that was read. Only once, since the count includes calls that cannot be seen (G15).
 */
export function behindPage(
  scan: Scan,
  { records }: Page,
  recordCount: number,
  lookBackMs: number,
): Scan | undefined {
  const { cursor, totalRecords, currentPageSize } = records ?? {};
  // Gong's own size of the page, from which the client may have left out private calls (G62).
  const rows = scan.rows + Number(currentPageSize ?? recordCount);
  // Without a count a listing is as long as it turns out to be (G47).
  const counted = Math.max(scan.counted, Number(totalRecords ?? rows));
  if (cursor) return { ...scan, rows, counted, cursor: String(cursor) };
  const isLastTime = scan.to <= scan.until - reachOf(deepest, lookBackMs);
  if (isLastTime && rows < counted && !scan.isAgain) return { ...scan, ...unread, isAgain: true };
  return openWindow({ ...scan, from: scan.to });
}

/** The scan at the beginning of a window; nothing at its end. */
function openWindow(course: Omit<Scan, "to" | keyof typeof unread>): Scan | undefined {
  const { from, end, news, until } = course;
  if (from >= end) return undefined;
  // Windows end at midnight, so that IDs can be kept by day; what lies ahead is one window.
  const midnight = startOfNextDay(from);
  const ends = [end, midnight < until ? midnight : end, from < news ? news : end];
  return { ...course, ...unread, to: Math.min(...ends) };
}
