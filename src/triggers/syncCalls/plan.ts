import { isInstant, isRecord } from "../saved";
import { dayMs, hourMs, minuteMs, secondMs, startOfNextDay } from "./days";
import { isMarks, markOf, splitMarks } from "./marks";

/** Start times from the first instant up to but excluding the second, as Gong filters (G18). */
export type Range = readonly [from: number, to: number];

/**
 * How far back runs look for calls that Gong has shown late (G19), and how often. Looking back a
 * week with every run would spend the day's requests on calls that are known, so the far past is
 * looked at rarely. The intervals are a little shorter than what is promised (a run, an hour, a
 * day), since schedules do not keep the second.
 */
export const looks = [
  { reachMs: 2 * hourMs, everyMs: 0 },
  { reachMs: dayMs, everyMs: 55 * minuteMs },
  { reachMs: 7 * dayMs, everyMs: 23 * hourMs },
] as const;

/**
 * For each look the instant up to which it is complete: whatever Gong shows later than that, with
 * a lateness within the reach, began no earlier than that instant less the reach. So the look
 * after it begins there, and pauses of any length lose nothing.
 */
export type Scanned = readonly [number, number, number];
const deepest = 2;

/** What is known of past scans. */
export interface History {
  /** First start time that was ever asked for. */
  readonly from?: number | undefined;
  readonly scanned?: Scanned | undefined;
}

/** The way through one or two ranges, window by window and page by page. */
export type Scan = {
  /** Ranges still to be read, in order. The first one begins with the window that is being read. */
  readonly left: readonly [Range, ...Range[]];
  /** End of the window that is being read. */
  readonly to: number;
  /** Where in the window to go on; its begin without one. */
  readonly cursor?: string;
  /** Marks of the cursors that the window has had. */
  readonly followed: string;
  /** How often the window has lost its cursor (G14). */
  readonly restarts: number;
  /** The instant that the scan was planned at, up to which it reads. */
  readonly until: number;
  /** Place in `looks` of the longest look that the scan completes; shorter ones come with it. */
  readonly depth: number;
};

/** Whether something is a scan that can be gone on with. */
export function isScan(value: unknown): value is Scan {
  if (!isRecord(value)) return false;
  const { left, to, cursor = "", followed, restarts, until, depth } = value;
  if (!Array.isArray(left) || !left.every((range) => range?.length === 2)) return false;
  const starts: unknown[] = left.flat();
  if (![...starts, to, restarts, until, depth].every(isInstant)) return false;
  const [from, end] = starts as number[];
  return (
    from !== undefined &&
    end !== undefined &&
    starts.every((at, index) => index === 0 || (starts[index - 1] as number) < (at as number)) &&
    // A window of several days would look for all its calls under the first.
    isWithin(to, from + 1, Math.min(end, startOfNextDay(from))) &&
    isWithin(starts.at(-1), 0, until as number) &&
    isWithin(restarts, 0, mostRestarts) &&
    isWithin(depth, 0, deepest) &&
    typeof cursor === "string" &&
    isMarks(followed)
  );
}

function isWithin(value: unknown, least: number, most: number): boolean {
  return least <= (value as number) && (value as number) <= most;
}

/** Windows are not halved below this. */
const shortestWindowMs = minuteMs;
/** Restarts of one window: enough to halve a day down to the shortest one. */
const mostRestarts = 12;

/**
 * Plans what to read now: all from First Day on the first time, later what has come since and the
 * looks back that are due. A First Day that was moved back adds the days before the old one.
 *
 * @param firstDay first start time that is wanted
 * @returns nothing when no start time is left, as with a First Day ahead
 */
export function planScan(history: History, firstDay: number, now: number) {
  const { from = firstDay, scanned } = history;
  const until = Math.floor(now / secondMs) * secondMs;
  if (scanned === undefined) {
    return scanOf([[firstDay, until]], until, deepest);
  }
  const depth = looks.findLastIndex(({ everyMs }, index) => until - scannedAt(index) >= everyMs);
  // The clock was set back: there is nothing to read before it has caught up.
  if (depth < 0) return undefined;

  function scannedAt(index: number): number {
    return scanned?.[index] ?? 0;
  }
  const since = scannedAt(depth) - (looks[depth]?.reachMs ?? 0);
  if (firstDay >= from) return scanOf([[Math.max(firstDay, since), until]], until, depth);
  const ranges: Range[] =
    since > from
      ? [
          [firstDay, from],
          [since, until],
        ]
      : [[firstDay, until]];
  return scanOf(ranges, until, depth);
}

/** The start times that are being read: a day of UTC, or less. */
export function windowOf({ left: [[from]], to }: Scan): Range {
  return [from, to];
}

/**
 * The same window from a cursor on.
 *
 * @returns nothing when the window has had that cursor before: following it would never end
 */
export function nextPage(scan: Scan, cursor: string): Scan | undefined {
  const mark = markOf(cursor);
  if (splitMarks(scan.followed).has(mark)) return undefined;
  return { ...scan, cursor, followed: scan.followed + mark };
}

/** The window after the current one; nothing at the end of the scan. */
export function nextWindow({ left, to, until, depth }: Scan): Scan | undefined {
  const [[, end], ...later] = left;
  return scanOf(to < end ? [[to, end], ...later] : later, until, depth);
}

/**
 * The window from its begin, after its cursor was lost (G14), and half as long: a window that
 * takes longer than cursors last, or than a day's requests, would never come to its end.
 *
 * @returns nothing when it was restarted too often
 */
export function restartWindow({ cursor: _, ...scan }: Scan): Scan | undefined {
  if (scan.restarts >= mostRestarts) return undefined;
  const [from, to] = windowOf(scan);
  const half = Math.ceil((to - from) / 2 / secondMs) * secondMs;
  return {
    ...scan,
    to: Math.min(to, from + Math.max(half, shortestWindowMs)),
    followed: "",
    restarts: scan.restarts + 1,
  };
}

/**
 * The scan up to a midnight, from the begin of its window on. It completes the shortest look only.
 *
 * @returns nothing where nothing is left
 */
export function endAt({ left }: Scan, midnight: number): Scan | undefined {
  const ranges = left.map(([from, to]): Range => [from, Math.min(to, midnight)]);
  return scanOf(ranges, midnight, 0);
}

/** What is scanned once a scan has come to its end. */
export function finishScan(scanned: Scanned | undefined, { until, depth }: Scan): Scanned {
  const at = (index: number): number => (index <= depth ? until : (scanned?.[index] ?? until));
  return [at(0), at(1), at(2)];
}

/** The earliest start time of calls that this scan or a later one can meet again. */
export function earliestRepeat(scanned: Scanned | undefined, scan: Scan | undefined): number {
  const after = scan ? finishScan(scanned, scan) : scanned;
  const laterScans = after ? after[deepest] - looks[deepest].reachMs : Number.NEGATIVE_INFINITY;
  return scan ? Math.min(laterScans, windowOf(scan)[0]) : laterScans;
}

/** The scan of ranges, without those that hold no instant. */
function scanOf(ranges: readonly Range[], until: number, depth: number): Scan | undefined {
  const [first, ...later] = ranges.filter(([from, to]) => from < to);
  if (!first) return undefined;
  const [from, end] = first;
  // Windows end with the day of UTC, so that a window tells which day its calls are noted under.
  const to = Math.min(end, startOfNextDay(from));
  return { left: [first, ...later], to, followed: "", restarts: 0, until, depth };
}
