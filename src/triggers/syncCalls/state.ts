import type { ActionLogger } from "@prismatic-io/spectral";
import { isInstant } from "../saved";
import { type Spent, spend } from "./budget";
import { dayMs, dayOf, minuteMs } from "./days";
import {
  earliestRepeat,
  endAt,
  finishScan,
  isScan,
  looks,
  planScan,
  type Scan,
  type Scanned,
} from "./plan";
import { forget, isSeen, keptDays, lastKnownDay, type Seen, wholeDays } from "./seen";

/**
 * All that the trigger knows, small and whole. Within a run it travels as `paginationState`, so
 * that a round that is repeated does just what it did before; after every round it is saved as
 * polling state as well, where the next run finds it. Instants are milliseconds since 1970.
 */
export type SyncState = {
  /** Whose state it is: a flow keeps the state of a trigger that it had before. */
  readonly trigger: "syncCalls";
  readonly version: 1;
  /** The latest run, by the instant it began. */
  readonly run: number;
  /** When that run was last heard of; absent once it has ended. */
  readonly beat?: number | undefined;
  /** The workspace that the calls are of; absent for all. */
  readonly workspaceId?: string | undefined;
  /** First start time that was ever asked for, and read from. */
  readonly from?: number | undefined;
  /** The First Day before `from` that the scan adds; where the scan is lost, it is added again. */
  readonly adds?: number | undefined;
  readonly scanned?: Scanned | undefined;
  /** The scan that is not at its end yet. */
  readonly scan?: Scan | undefined;
  /** Calls handed out that a scan can meet again. */
  readonly seen: Seen;
  readonly spent?: Spent | undefined;
  /** Gong takes no requests before this instant. */
  readonly closedUntil?: number | undefined;
};

/**
 * How long a run that is not heard of counts as going on: longer than the 15 minutes that an
 * execution may take.
 */
const longestSilenceMs = 20 * minuteMs;

/** The state that was saved; nothing on the first run, or after a trigger of another kind. */
export function readState(saved: Record<string, unknown>): SyncState | undefined {
  return saved.trigger === "syncCalls" && saved.version === 1 ? (saved as SyncState) : undefined;
}

/** Whether a state tells what calls are known, and up to where calls were read. */
function isWhole({ seen, scan, scanned = [0, 0, 0] }: SyncState): boolean {
  const instants: unknown[] = [scanned];
  return (
    isSeen(seen) &&
    instants.flat().every(isInstant) &&
    scanned.length === 3 &&
    (scan === undefined || isScan(scan))
  );
}

/**
 * The state that can be gone on from. One that is damaged, or of a clock that was ahead, does not
 * tell up to where calls were read. The last day that calls were handed out of does, since that day
 * had come: what Gong has shown since its beginning is read again, and told from what is known.
 * Where no day is known all begins again with First Day. What is known of a day that is damaged is
 * of no use, that of others is. A clock that is behind looks the same: the other was ahead of it.
 *
 * @param logger told once, when the state is not taken as it is
 */
export function repairState(
  state: SyncState,
  now: number,
  logger: Pick<ActionLogger, "warn">,
): SyncState {
  const { seen, scan, adds, from = 0, scanned = [], closedUntil = 0 } = state;
  const whole = isWhole(state);
  // Gong is never waited for longer than a day.
  const latest = () =>
    Math.max(...scanned, scan?.until ?? 0, scan?.left.at(-1)?.[1] ?? 0, closedUntil - dayMs);
  const hasFrom = isInstant(from) && from <= now + minuteMs;
  if (whole && latest() <= now + minuteMs) {
    if (hasFrom) return state;
    logger.warn(
      "Sync Calls: the saved state is damaged. It takes First Day for what was asked for before.",
    );
    return { ...state, from: undefined };
  }
  logger.warn(
    `Sync Calls: the saved state is ${whole ? "of a clock that was ahead of this one" : "damaged"}. It goes on from the last day that it knows calls of.`,
  );
  const known = wholeDays(seen);
  const lastDay = lastKnownDay(known);
  const until = Math.min(now, lastDay);
  const reached = whole ? (scan ? finishScan(state.scanned, scan) : state.scanned) : undefined;
  // Where this clock is behind, calls from before the kept days would be taken for new.
  const keptFrom = lastKnownDay(known, keptDays);
  const goesOn = looks.map(({ reachMs }, index) =>
    Math.min(reached?.[index] ?? until, Math.max(until, keptFrom + reachMs)),
  );
  // No look back comes to the days that First Day was moved back by. Those before the last day are
  // still to be read, or have all been.
  const isAdding = isInstant(adds) && isScan(scan);
  const rest = isAdding ? endAt(scan, lastDay) : undefined;
  const knownFrom = hasFrom ? state.from : undefined;
  return {
    ...state,
    from: isAdding && !rest ? adds : knownFrom,
    seen: known,
    scanned: goesOn as unknown as Scanned,
    scan: rest,
    closedUntil: undefined,
  };
}

/**
 * Whether another run is on its way. Two runs at once would hand out calls twice, and a first sync
 * takes longer than any schedule waits.
 */
export function isBusy(saved: SyncState | undefined, now: number): boolean {
  return saved?.beat !== undefined && Math.abs(now - saved.beat) < longestSilenceMs;
}

/** Whether a run that began later has gone on from the saved state in place of this one. */
export function isTakenOver(state: SyncState, saved: SyncState | undefined): boolean {
  return saved !== undefined && saved.run > state.run;
}

/**
 * The state that a run begins with: an unfinished scan goes on, else one is planned. Calls of
 * another workspace are other calls, so a change begins again; only the day's requests stay.
 */
export function beginRun(
  saved: SyncState | undefined,
  wanted: { readonly firstDay: number; readonly workspaceId?: string | undefined },
  now: number,
): SyncState {
  const { firstDay, workspaceId } = wanted;
  const state: SyncState =
    saved && saved.workspaceId === workspaceId
      ? saved
      : { trigger: "syncCalls", version: 1, run: 0, workspaceId, seen: {}, spent: saved?.spent };
  const run = Math.max(now, (saved?.run ?? 0) + 1);
  if (state.scan) return { ...state, run, beat: now };
  const scan = planScan(state, firstDay, now);
  const from = state.from ?? (scan && firstDay);
  const adds = scan && from !== undefined && firstDay < from ? firstDay : undefined;
  return { ...state, run, beat: now, scan, from, adds };
}

/** The state after the scan has moved on, or has come to its end. Forgets what nothing meets again. */
export function moveOn(state: SyncState, scan: Scan | undefined): SyncState {
  const ended = scan ? undefined : state.scan;
  const scanned = ended ? finishScan(state.scanned, ended) : state.scanned;
  const seen = forget(state.seen, dayOf(earliestRepeat(scanned, scan)));
  const from = (ended && state.adds) ?? state.from;
  return { ...state, scan, scanned, seen, from };
}

/** The state with more requests on the day's account. */
export function charge(state: SyncState, requests: number, now: number): SyncState {
  return { ...state, spent: spend(state.spent, requests, now) };
}

/** The state between two rounds. */
export function pause(state: SyncState, now: number): SyncState {
  return { ...state, beat: now };
}

/** The state after a run, whether it came to the end of its scan or stopped on the way. */
export function endRun({ beat: _, ...state }: SyncState): SyncState {
  return state;
}
