import { type Spent, spend } from "./budget";
import { dayOf, minuteMs } from "./days";
import { earliestRepeat, finishScan, planScan, type Scan, type Scanned } from "./plan";
import { forget, type Seen } from "./seen";

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
  /** First start time that was ever asked for. */
  readonly from?: number | undefined;
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
  const from = scan && Math.min(firstDay, state.from ?? firstDay);
  return { ...state, run, beat: now, scan, from: from ?? state.from };
}

/** The state after the scan has moved on, or has come to its end. Forgets what nothing meets again. */
export function moveOn(state: SyncState, scan: Scan | undefined): SyncState {
  const scanned = scan || !state.scan ? state.scanned : finishScan(state.scanned, state.scan);
  const earliest = earliestRepeat(scanned, scan);
  return { ...state, scan, scanned, seen: forget(state.seen, dayOf(earliest)) };
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
