import type {
  ActionLogger,
  BatchTriggerBaseReturn,
  PollingState,
  TriggerPayload,
} from "@prismatic-io/spectral";
import type { ClientContext } from "../../client/createClient";
import { isGongError } from "../../client/errors";
import { endlessListing } from "../../client/paging";
import { systemTime } from "../../client/time";
import { listExtensiveCalls } from "../../operations/calls";
import { wantsRest } from "./budget";
import { type CountedClient, createCountedClient } from "./countedClient";
import { dayMs, dayOf, formatInstant, minuteMs, secondMs } from "./days";
import { addTranscripts, fetchCalls, idOf, type SyncedCall } from "./fetchCalls";
import { readWanted, type SyncCallsParams, type Wanted } from "./inputs";
import { nextPage, nextWindow, restartWindow, type Scan, windowOf } from "./plan";
import { remember, unseen } from "./seen";
import {
  beginRun,
  charge,
  endRun,
  isBusy,
  isTakenOver,
  moveOn,
  pause,
  readState,
  repairState,
  type SyncState,
} from "./state";

/** What the platform hands to a round, as far as it is used. */
export interface RoundContext extends ClientContext {
  readonly logger: Pick<ActionLogger, "debug" | "info" | "warn">;
  readonly polling: PollingState;
}

/** What one round gives to the platform. */
export type Round = BatchTriggerBaseReturn<SyncedCall, SyncState>;

/** What a round has come to. */
interface Progress {
  readonly state: SyncState;
  readonly items: readonly SyncedCall[];
}

/**
 * After so long without a new call a round hands over to the next one. Reading on until there is
 * something to hand out keeps rounds few, and lets a quiet run know in its first round that it is
 * quiet; the bound keeps it far from the 15 minutes of an execution.
 */
const longestSearchMs = 3 * minuteMs;

const nothing: Round = { items: [], paginationState: null, polledNoChanges: true };

/**
 * One round of the platform's loop: reads pages of calls up to the first that has new ones, and
 * hands those out together with the state to go on from. The first sync on deploy and every
 * scheduled run are the same loop; each begins where the one before it came to.
 *
 * The state that a later round begins with is the one it is given, never the saved one: a round
 * that is repeated after a crash hands out its page again rather than skip it.
 *
 * @throws GongError, GongConnectionError when a page cannot be read. Nothing of it is handed out
 *   or saved, so the page is read again next time.
 */
export async function syncRound(
  context: RoundContext,
  { paginationState }: Pick<TriggerPayload<SyncState>, "paginationState">,
  params: SyncCallsParams,
): Promise<Round> {
  const { logger, polling } = context;
  const wanted = readWanted(params);
  const saved = readState(polling.getState());
  const now = systemTime.now();
  const given = paginationState ?? saved;
  const usable = given && repairState(given, now, logger);
  const reasonToRest = paginationState
    ? isTakenOver(paginationState, saved) && "a later run has gone on in place of this one."
    : reasonNotToBegin(usable, wanted, now);
  if (reasonToRest) {
    logger.info(`Sync Calls: ${reasonToRest}`);
    return nothing;
  }

  const counted = createCountedClient(params.connection, context);
  const begun = (paginationState && usable) ?? beginRun(usable, wanted, now);
  const { state, items } = await search(begun, counted, wanted, logger);
  polling.setState(state);
  const goesOn = state.beat !== undefined;
  return {
    items: [...items],
    paginationState: goesOn ? state : null,
    polledNoChanges: items.length === 0 && !goesOn,
  };
}

/** Why a run is not to begin, as the rest of a log line; nothing when it is. */
function reasonNotToBegin(
  saved: SyncState | undefined,
  wanted: Wanted,
  now: number,
): string | undefined {
  if (isBusy(saved, now)) return "a run is on its way already, and this one leaves the work to it.";
  const { closedUntil = 0 } = saved ?? {};
  if (now < closedUntil) {
    return `Gong takes no requests. ${goesOnAt(closedUntil)}`;
  }
  return reasonToStop(saved, wanted, now);
}

/** Why no more requests are to be sent today; nothing while the budget has room for a page. */
function reasonToStop(
  state: SyncState | undefined,
  { transcripts, budget }: Wanted,
  now: number,
): string | undefined {
  const restUntil = wantsRest(state?.spent, transcripts ? 2 : 1, budget, now);
  return restUntil === undefined
    ? undefined
    : `stopped for the day, ${state?.spent?.requests} of ${budget} requests are spent. ${goesOnAt(restUntil)}`;
}

function goesOnAt(instant: number): string {
  return `It goes on with the first run after ${formatInstant(Math.ceil(instant / secondMs) * secondMs)}.`;
}

/** Reads on until there is something to hand out, the scan ends, or it is time to stop. */
async function search(
  begun: SyncState,
  counted: CountedClient,
  wanted: Wanted,
  logger: RoundContext["logger"],
): Promise<Progress> {
  const startedAt = systemTime.now();
  let state = begun;
  for (;;) {
    const { scan } = state;
    if (!scan) {
      logger.debug("Sync Calls: the scan has come to its end.");
      return { state: endRun(state), items: [] };
    }
    const now = systemTime.now();
    const reason = reasonToStop(state, wanted, now);
    if (reason) {
      logger.info(`Sync Calls: ${reason}`);
      return { state: endRun(state), items: [] };
    }
    let items: readonly SyncedCall[] = [];
    try {
      ({ state, items } = await readPage(state, scan, counted, wanted));
    } catch (error) {
      state = afterRefusal(state, scan, error, logger);
    }
    state = charge(state, counted.takeCount(), now);
    if (state.beat === undefined || (!state.scan && items.length > 0)) {
      return { state: endRun(state), items };
    }
    if (items.length > 0 || systemTime.now() - startedAt >= longestSearchMs) {
      return { state: pause(state, systemTime.now()), items };
    }
  }
}

/** Reads one page, and moves on behind it. @throws like the client, having changed nothing */
async function readPage(
  state: SyncState,
  scan: Scan,
  { client }: CountedClient,
  wanted: Wanted,
): Promise<Progress> {
  const { calls, records } = await fetchCalls(client, scan, wanted);
  const day = dayOf(windowOf(scan)[0]);
  const open = wanted.privateCalls ? calls : calls.filter(({ metaData }) => !metaData.isPrivate);
  const fresh = unseen(state.seen, day, open, idOf);
  const items = wanted.transcripts ? await addTranscripts(client, fresh) : fresh;
  const remembered = { ...state, seen: remember(state.seen, day, fresh.map(idOf)) };
  return { items, state: moveOn(remembered, onward(scan, records?.cursor)) };
}

/** Where the scan goes on behind a page. @throws GongError when a window goes round in circles */
function onward(scan: Scan, cursor: string | undefined): Scan | undefined {
  if (!cursor) return nextWindow(scan);
  const next = nextPage(scan, `${cursor}`) ?? restartWindow(scan);
  if (next) return next;
  throw endlessListing(listExtensiveCalls, "the same cursor twice");
}

/**
 * The state after an answer that is part of the work: an expired cursor begins its window again,
 * and a limit that no round can wait for ends the run. The place in the scan stays.
 *
 * @throws the error when it is none of these
 */
function afterRefusal(
  state: SyncState,
  scan: Scan,
  error: unknown,
  logger: RoundContext["logger"],
): SyncState {
  if (!isGongError(error)) throw error;
  if (error.code === "cursor_expired" && scan.cursor !== undefined) {
    const again = restartWindow(scan);
    if (!again) throw error;
    return { ...state, scan: again };
  }
  const { code, retryAfterSeconds } = error;
  const isLimit = code === "daily_limit" || code === "rate_limited";
  if (!isLimit || retryAfterSeconds === undefined) throw error;
  // A wait beyond a day would come from a broken clock: whoever asks once a day does no harm.
  const closedUntil = systemTime.now() + Math.min(retryAfterSeconds * secondMs, dayMs);
  const why =
    code === "daily_limit"
      ? "stopped for the day, since the company's daily limit is used up."
      : "stopped, since other work takes up the company's limit.";
  logger.info(`Sync Calls: ${why} ${goesOnAt(closedUntil)}`);
  return endRun({ ...state, closedUntil });
}
