import { second, startOfNextDay } from "./duration";
import { beginOf, type Complete, completeAt, deepest, dueLook, type LookIndex } from "./lookBack";

/** A stretch of time, `from` inclusive and `to` exclusive, as Gong filters (G18). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What holds for a whole scan. */
interface Course {
  /** Unknown records listed from here on are new. Earlier ones are only noted. */
  readonly news: number;
  /** Whether calls that were still going on at `news` are new too. */
  readonly withOngoing?: boolean;
  /** When the scan was planned: up to there it is complete when it ends. */
  readonly until: number;
  readonly look: LookIndex;
}

/** The way through some ranges, a day of UTC or less at a time, page by page. */
export interface Scan extends Course {
  /** What is left to read, in order. The first range begins with the window that is being read. */
  readonly ranges: readonly [Range, ...Range[]];
  /** End of the window. */
  readonly to: number;
  readonly listing: Listing;
}

/** How far the listing of a window has come. */
interface Listing {
  /** Where to go on; at the beginning without one. */
  readonly cursor?: string;
  readonly rows: number;
  /** The most rows that Gong counted. */
  readonly counted: number;
  /** Whether the window is being read a second time. */
  readonly isAgain?: boolean;
}

/** A listing from which nothing was read. */
export const unread: Listing = { rows: 0, counted: 0 };

/** What is known of the readings before. */
export interface History {
  /** All records from here on are known. */
  readonly from?: number | undefined;
  readonly complete?: Complete | undefined;
}

/** What a trigger wants to know. */
export interface Wanted {
  /** Everything from here on, whatever was read before; without it the look-back alone. */
  readonly from?: number | undefined;
  /** Where the first reading begins to deliver; without it, it only notes what is there. */
  readonly since?: number | undefined;
  readonly showNew: boolean;
  /** Milliseconds after a call in which Gong may first show it. */
  readonly lookBackMs: number;
}

/**
 * Plans what to read now.
 *
 * @param aheadMs how far ahead of now Gong may list a record
 * @returns nothing when there is nothing, as with a first day ahead
 */
export function planScan(
  { from: known, complete }: History,
  { from: wantedFrom, since, showNew, lookBackMs }: Wanted,
  aheadMs: number,
  now: number,
): Scan | undefined {
  const until = Math.floor(now / second) * second;
  const end = until + aheadMs;
  const last = complete ?? completeAt(undefined, deepest, until);
  const from = wantedFrom ?? beginOf(last, deepest, lookBackMs);
  if (!complete) {
    const news = wantedFrom ?? since ?? end;
    const range = { from: Math.min(from, news), to: end };
    return openScan([range], { news, until, look: deepest });
  }
  const look = dueLook(complete, until, lookBackMs);
  const begin = Math.max(beginOf(last, look, lookBackMs), from);
  const course = { news: wantedFrom ?? (showNew ? (known ?? from) : end), until, look };
  if (known === undefined || from >= known) return openScan([{ from: begin, to: end }], course);
  const older = { from, to: known };
  return openScan([older, { from: Math.max(begin, known), to: end }], course);
}

/** The window that is being read: a day of UTC, or less. */
export function windowOf({ ranges: [{ from }], to }: Scan): Range {
  return { from, to };
}

/**
 * The scan behind a page. A window that is read for the last time and has fewer rows than Gong
 * counted is read once more: a call that is deleted between two pages moves another onto a page that
 * was read. Only once, since the count includes calls that cannot be seen (G15).
 *
 * @returns nothing at the end of the scan
 */
export function behindPage(
  scan: Scan,
  page: { readonly rows: number; readonly counted: number; readonly cursor: string | undefined },
  lookBackMs: number,
): Scan | undefined {
  const { ranges, to, until, listing } = scan;
  const rows = listing.rows + page.rows;
  const counted = Math.max(listing.counted, page.counted);
  const { cursor } = page;
  if (cursor) return { ...scan, listing: { ...listing, rows, counted, cursor } };
  const isLastTime = to <= beginOf(completeAt(undefined, deepest, until), deepest, lookBackMs);
  if (isLastTime && rows < counted && !listing.isAgain) {
    return { ...scan, listing: { ...unread, isAgain: true } };
  }
  const [first, ...later] = ranges;
  return openScan([{ ...first, from: to }, ...later], scan);
}

/** The scan of ranges, without those that hold no instant. */
function openScan(ranges: readonly Range[], course: Course): Scan | undefined {
  const [first, ...later] = ranges.filter(({ from, to }) => from < to);
  if (!first) return undefined;
  const { from, to } = first;
  // Windows end at midnight, so that IDs can be kept by day; what lies ahead is one window.
  const midnight = startOfNextDay(from);
  const ends = [to, midnight < course.until ? midnight : to, from < course.news ? course.news : to];
  return { ...course, ranges: [first, ...later], to: Math.min(...ends), listing: unread };
}
