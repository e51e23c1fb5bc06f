import {
  type BatchTriggerBaseReturn,
  SpectralError,
  type TriggerPayload,
} from "@prismatic-io/spectral";
import { createClient, type GongClient } from "../../client/createClient";
import { isGongError } from "../../client/errors";
import { systemTime } from "../../client/time";
import type { ExtensiveCall } from "../../operations/answers";
import { listExtensiveCalls } from "../../operations/calls";
import { CallWatch, type SavedWatch } from "../callWatch";
import { day, dayOf, formatInstant, minute, second, startOfNextDay } from "../duration";
import type { Range } from "../lookBack";
import {
  beginState,
  isBusy,
  isOver,
  openState,
  type Place,
  type Round,
  type State,
  saveRound,
  type TriggerContext,
} from "../state";
import { addTranscripts, fetchCalls, idOf, type SyncedCall } from "./fetchCalls";
import { readWanted, type SyncCallsParams, type Wanted } from "./inputs";

/** What the trigger has found out, and what that has cost. */
interface Synced {
  readonly watch?: SavedWatch;
  /** Requests on a day of UTC, when Gong's own count begins anew as far as known (G10). */
  readonly spent?: { readonly day: string; readonly requests: number };
  /** Gong takes no requests before this instant. */
  readonly closedUntil?: number;
  readonly startOver?: string | undefined;
}

type SyncState = State<Synced>;
/** What travels from one round of a run to the next. */
export type SyncPlace = Place<Synced>;

const trigger = "syncCalls";
/** How late Gong may show a call for it to come. */
const lookBackMs = 7 * day;
/** Longest wait for Gong's limits. What lasts longer is the daily limit, which no round waits for. */
const maxWaitMs = 2 * minute;
/**
 * After so long without a new call a round hands over to the next one. Reading on until there is
 * something to hand out keeps rounds few; the bound keeps it far from an execution's 15 minutes.
 */
const maxSearchMs = 3 * minute;

type SyncRound = BatchTriggerBaseReturn<SyncedCall, SyncPlace>;
const nothing: SyncRound = { items: [], paginationState: null, polledNoChanges: true };

/**
 * One round of the platform's loop: reads pages of calls up to the first that has new ones, and
 * hands those out. The first sync on deploy and every scheduled run are the same loop; each begins
 * where the one before it came to.
 *
 * @throws GongError, GongConnectionError when a page cannot be read. Nothing of it is handed out or
 *   saved, so the page is read again next time.
 * @throws SpectralError when the saved state is of other calls: going on would hand out all again
 */
export async function syncRound(
  context: TriggerContext,
  { paginationState }: Pick<TriggerPayload<SyncPlace>, "paginationState">,
  params: SyncCallsParams,
): Promise<SyncRound> {
  const { logger, polling } = context;
  if (paginationState && isOver(polling, paginationState)) return nothing;
  const wanted = readWanted(params);
  const client = createClient(params.connection, context, { maxWaitMs, wantsKeys: true });
  const now = systemTime.now();
  const state = paginationState?.state ?? begin(context, client.account.baseUrl, wanted, now);
  if (!state) return nothing;
  const reader = new Reader(state, client, wanted, logger);
  const { items, ...round } = await reader.search();
  const place = saveRound(polling, round, systemTime.now());
  return {
    items: [...items],
    paginationState: place,
    polledNoChanges: items.length === 0 && place === null,
  };
}

/** The state that a run begins with; nothing when it is not to begin now. */
function begin(
  { logger, polling }: TriggerContext,
  baseUrl: string,
  wanted: Wanted,
  now: number,
): SyncState | undefined {
  const before = openOwn(polling.getState(), `${baseUrl} ${wanted.workspaceId ?? "all"}`, wanted);
  const { closedUntil = 0 } = before.found ?? {};
  let reason = reasonToStop(before.found, wanted, now);
  if (now < closedUntil) reason = `Gong takes no requests. ${goesOnAt(closedUntil)}`;
  if (isBusy(before, now))
    reason = "a run is on its way already, and this one leaves the work to it.";
  if (reason) logger.info(`Sync Calls: ${reason}`);
  return reason ? undefined : beginState(trigger, before.subject, now, before);
}

/** The saved state, or a blank one where nothing was synced yet or all is to begin again. */
function openOwn(
  saved: Record<string, unknown>,
  subject: string,
  { startOver }: Wanted,
): SyncState {
  const opened = openState<Synced>(saved, trigger, subject);
  const state = opened.kind === "none" ? undefined : (opened.state as SyncState | undefined);
  const isAgain = startOver !== undefined && startOver !== state?.found?.startOver;
  if (opened.kind === "fits" && !isAgain) return opened.state;
  if (opened.kind === "unfit" && saved.trigger === trigger && !isAgain) {
    throw new SpectralError(
      `Sync Calls: the saved state ${opened.odd}, and going on would hand out every call again. Put the connection and Workspace Id back as they were. To begin again with First Day, change Start Over.`,
    );
  }
  const { run = 0, found } = state ?? {};
  const blank = beginState<Synced>(trigger, subject, run);
  return { ...blank, found: { ...(found?.spent && { spent: found.spent }), startOver } };
}

/** Why no more requests are to be sent today; nothing while the budget has room for a page. */
function reasonToStop(
  found: Synced | undefined,
  { transcripts, budget }: Wanted,
  now: number,
): string | undefined {
  const spent = spentOn(found, now);
  return spent + (transcripts ? 2 : 1) <= budget
    ? undefined
    : `stopped for the day, ${spent} of ${budget} requests are spent. ${goesOnAt(startOfNextDay(now))}`;
}

const spentOn = (found: Synced | undefined, now: number): number =>
  found?.spent?.day === dayOf(now) ? found.spent.requests : 0;

const goesOnAt = (instant: number): string =>
  `It goes on with the first run after ${formatInstant(Math.ceil(instant / second) * second)}.`;

type Progress = Round<Synced> & { readonly items: readonly SyncedCall[] };

/** Reads on for one round. */
class Reader {
  readonly #watch: CallWatch<ExtensiveCall>;
  #found: Synced;
  #counted = 0;

  constructor(
    private readonly state: SyncState,
    private readonly client: GongClient,
    private readonly wanted: Wanted,
    private readonly logger: TriggerContext["logger"],
  ) {
    const { firstDay, privateCalls } = wanted;
    const source = {
      operation: listExtensiveCalls,
      showNew: true,
      idOf,
      isLeftOut: ({ metaData }: ExtensiveCall) => metaData.isPrivate === true && !privateCalls,
      list: (window: Range, cursor: string | undefined) =>
        fetchCalls(client, window, cursor, wanted),
    };
    const first = { from: firstDay, manner: "new" } as const;
    const range = { from: firstDay, older: "new", first, lookBackMs, aheadMs: 0 } as const;
    this.#found = { ...state.found };
    this.#watch = new CallWatch(source, range, state.run, state.found?.watch);
  }

  /** Reads until there is something to hand out, the scan ends, or it is time to stop. */
  async search(): Promise<Progress> {
    const startedAt = systemTime.now();
    while (this.#watch.window) {
      const now = systemTime.now();
      const reason = reasonToStop(this.#found, this.wanted, now);
      if (reason) return this.#stop(reason);
      const before = this.#watch.save();
      let items: readonly SyncedCall[];
      try {
        items = await this.#readPage();
      } catch (error) {
        this.#charge(now);
        return this.#stopAtLimit(error, before);
      }
      this.#charge(now);
      if (items.length > 0) return this.#progress({ items, before, isEnd: !this.#watch.window });
      if (systemTime.now() - startedAt >= maxSearchMs) return this.#progress({});
    }
    return this.#progress({ isEnd: true });
  }

  async #readPage(): Promise<readonly SyncedCall[]> {
    const { fresh } = await this.#watch.readPage();
    return this.wanted.transcripts ? addTranscripts(this.client, fresh) : fresh;
  }

  /** Puts the requests since the last time on the day's account. */
  #charge(now: number): void {
    const requests = spentOn(this.#found, now) + this.client.requests - this.#counted;
    this.#counted = this.client.requests;
    this.#found = { ...this.#found, spent: { day: dayOf(now), requests } };
  }

  /** A limit that no round can wait for ends the run, and the place in the scan stays. */
  #stopAtLimit(error: unknown, watch: SavedWatch): Progress {
    if (!isGongError(error)) throw error;
    const { code, retryAfterSeconds } = error;
    const isLimit = code === "daily_limit" || code === "rate_limited";
    if (!isLimit || retryAfterSeconds === undefined) throw error;
    // A wait beyond a day cannot be meant: one request a day does no harm.
    const closedUntil = systemTime.now() + Math.min(retryAfterSeconds * second, day);
    this.#found = { ...this.#found, closedUntil };
    const why =
      code === "daily_limit"
        ? "stopped for the day, since the company's daily limit is used up."
        : "stopped, since other work takes up the company's limit.";
    return this.#stop(`${why} ${goesOnAt(closedUntil)}`, watch);
  }

  #stop(reason: string, watch?: SavedWatch): Progress {
    this.logger.info(`Sync Calls: ${reason}`);
    return this.#progress({ isEnd: true, watch });
  }

  #progress({
    items = [],
    isEnd = false,
    watch = this.#watch.save(),
    before = watch,
  }: {
    items?: readonly SyncedCall[];
    isEnd?: boolean;
    watch?: SavedWatch | undefined;
    before?: SavedWatch;
  }): Progress {
    const withWatch = (saved: SavedWatch): SyncState => ({
      ...this.state,
      found: { ...this.#found, watch: saved },
    });
    return {
      items,
      isEnd,
      handsOut: items.length > 0,
      before: withWatch(before),
      after: withWatch(watch),
    };
  }
}
