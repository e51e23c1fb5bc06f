import {
  type BatchTriggerBaseReturn,
  SpectralError,
  type TriggerPayload,
} from "@prismatic-io/spectral";
import { createClient, type GongClient } from "../../client/createClient";
import { isGongError } from "../../client/errors";
import { systemTime } from "../../client/time";
import { listExtensiveCalls } from "../../operations/calls";
import { day, dayOf, formatInstant, minute, second, startOfNextDay } from "../duration";
import type { Range } from "../scan";
import type { Place, Reading, State, Task, TriggerContext } from "../state";
import { playRound } from "../state";
import { type SavedWatch, Watch } from "../watch";
import { addTranscripts, fetchCalls, type SyncedCall } from "./fetchCalls";
import { readWishes, type SyncCallsParams, type SyncWishes } from "./inputs";

/** What the trigger has found out, and what that has cost. */
interface Synced {
  readonly watch?: SavedWatch;
  /** Requests on a day of UTC, when Gong's own count begins anew as far as known (G10). */
  readonly spent?: { readonly day: string; readonly requests: number };
  /** Gong refuses requests before this instant. */
  readonly closedUntil?: number;
  readonly startOver?: string;
}

/** What travels from one round of a run to the next. */
export type SyncPlace = Place<Synced>;

/** Longest wait for Gong's limits. What lasts longer is the daily limit, which no round waits for. */
const maxWaitMs = 2 * minute;
/** After so long without a new call a round ends, far from an execution's 15 minutes. */
const maxSearchMs = 3 * minute;

/**
 * One round of the platform's loop, in the first sync and in every scheduled run: reads pages of
 * calls up to the first that has new ones, and returns those.
 *
 * @throws GongError, GongConnectionError when a page cannot be read; the next run reads it again
 * @throws SpectralError when the saved state is of other calls: going on would return all again
 */
export async function syncRound(
  context: TriggerContext,
  { paginationState }: Pick<TriggerPayload<SyncPlace>, "paginationState">,
  params: SyncCallsParams,
): Promise<BatchTriggerBaseReturn<SyncedCall, SyncPlace>> {
  const wishes = readWishes(params);
  const client = createClient(params.connection, context, { maxWaitMs, wantsKeys: true });
  const { created: items, place } = await playRound(context, paginationState ?? undefined, {
    ...{ trigger: "syncCalls", label: "Sync Calls", isBatched: true },
    subject: `${client.account.baseUrl} ${wishes.workspaceId ?? "all"}`,
    begin: beginning(wishes.startOver),
    read: (state) => readRound(state, client, wishes, context.logger),
  });
  return { items, paginationState: place, polledNoChanges: !place && !items.length };
}

/** What a run begins with: what is saved, or next to nothing where all is to begin again. */
const beginning =
  (startOver: string | undefined): Task<Synced, SyncedCall>["begin"] =>
  (saved, fits, isOwn) => {
    const { spent, startOver: before } = (isOwn && saved.found) || {};
    const isAgain = startOver !== undefined && startOver !== before;
    if (fits && !isAgain) return saved.found;
    if (isOwn && !isAgain) {
      throw new SpectralError(
        "Sync Calls: the saved state belongs to another account, workspace, or version, and continuing would send every call again. Restore the connection and Workspace Id, or change Start Over to start over from First Day.",
      );
    }
    return { spent, startOver };
  };

/** Reads until there is something to return, all is read, or it is time to stop. */
async function readRound(
  { found = {}, run }: State<Synced>,
  client: GongClient,
  wishes: SyncWishes,
  logger: TriggerContext["logger"],
): Promise<Reading<Synced, SyncedCall>> {
  const source = {
    ...{ operation: listExtensiveCalls, aheadMs: 0 },
    list: (window: Range, cursor: string | undefined) => fetchCalls(client, window, cursor, wishes),
  };
  const startedAt = systemTime.now();
  const today = dayOf(startedAt);
  const before = found.spent?.day === today ? found.spent.requests : 0;
  const watch = new Watch<SyncedCall>(source, wishes, run, found.watch);
  let [known, closedUntil = 0] = [found.watch, found.closedUntil];
  let created: SyncedCall[] = [];
  let stop: string | undefined;
  while (watch.window && created.length === 0 && systemTime.now() - startedAt < maxSearchMs) {
    stop = reasonToStop(before + client.requests, closedUntil, wishes);
    if (stop) break;
    try {
      const { fresh } = await watch.readPage();
      created = wishes.withTranscripts ? await addTranscripts(client, fresh) : fresh;
      known = watch.save();
    } catch (error) {
      closedUntil = endOfLimit(error);
    }
  }
  if (stop) logger.info(`Sync Calls: ${stop}`);
  const spent = { day: today, requests: before + client.requests };
  const more = !stop && watch.window !== undefined;
  return { created, more, found: { ...found, spent, closedUntil, watch: known } };
}

/** Why no more requests are to be sent; nothing while the budget has room for a page. */
function reasonToStop(spent: number, closedUntil: number, wishes: SyncWishes): string | undefined {
  const { withTranscripts, budget } = wishes;
  const now = systemTime.now();
  const isClosed = now < closedUntil;
  if (!isClosed && spent + (withTranscripts ? 2 : 1) <= budget) return undefined;
  const reason = isClosed
    ? "stopped, because the company's limit of requests to Gong is used up"
    : `stopped for the day: ${spent} of ${budget} requests are used`;
  const until = Math.ceil((isClosed ? closedUntil : startOfNextDay(now)) / second) * second;
  return `${reason}. It resumes with the first run after ${formatInstant(until)}.`;
}

/** When Gong accepts requests again after a limit that no round waits for. @throws any other error */
function endOfLimit(error: unknown): number {
  const isLimit = isGongError(error) && /^(daily_limit|rate_limited)$/.test(error.code);
  if (!isLimit || error.retryAfterSeconds === undefined) throw error;
  // A wait beyond a day cannot be meant: one request a day does no harm.
  return systemTime.now() + Math.min(Math.max(error.retryAfterSeconds, 1) * second, day);
}
