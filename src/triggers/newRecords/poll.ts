import type { TriggerPayload } from "@prismatic-io/spectral";
import { createClient, type GongClient } from "../../client/createClient";
import { systemTime } from "../../client/time";
import { minute } from "../duration";
import {
  beginState,
  isBusy,
  isOver,
  openState,
  type Place,
  type State,
  saveRound,
  type TriggerContext,
} from "../state";
import { type NewRecordsParams, type ResourceType, readWishes } from "./inputs";
import { answeredScorecards } from "./resources/answeredScorecards";
import { calls } from "./resources/calls";
import type { PublicState, Resource, Wishes } from "./resources/resource";
import { transcripts } from "./resources/transcripts";
import { users } from "./resources/users";

/** What the next step finds in `body.data` when the flow does not batch (B2). */
export interface NewRecords {
  /** Records that are new, as Gong gives them. */
  readonly created: readonly object[];
  /** Records that were there before and have changed; users only. */
  readonly updated: readonly object[];
  readonly resourceType: ResourceType;
  /** Whether there is more, which the next polls deliver. */
  readonly more: boolean;
}

/** What a poll gives to the platform. */
interface Polled {
  readonly data: NewRecords;
  readonly place: Place<unknown> | null;
}

const trigger = "newRecords";
/** Time after which a poll reads no other page; an execution has 15 minutes. */
const readWithinMs = 8 * minute;
/** Records, of about a kilobyte each, after which a poll leaves the rest to the next one. */
const enoughForPoll = 1_900;
/** The same for a round of a batched flow, which the next round follows at once. */
const enoughForRound = 100;

const resources: Readonly<Record<ResourceType, Resource<unknown>>> = {
  calls: calls as Resource<unknown>,
  users: users as Resource<unknown>,
  transcripts: transcripts as Resource<unknown>,
  answeredScorecards: answeredScorecards as Resource<unknown>,
};

/**
 * Polls Gong. Without batching a poll reads all that is due and hands it on at once. With batching
 * it is one round of the platform's loop, which drains what is due page by page.
 *
 * @throws GongError, GongConnectionError when anything could not be read. The state stays as it was.
 */
export async function poll(
  context: TriggerContext & { readonly batch?: { readonly enabled: boolean } },
  payload: TriggerPayload,
  params: NewRecordsParams,
): Promise<{ payload: TriggerPayload; polledNoChanges: boolean }> {
  const wishes = readWishes(params);
  const client = createClient(params.connection, context, { wantsKeys: true });
  const isBatched = context.batch?.enabled === true;
  const { paginationState: given, ...rest } = payload;
  const task = { client, wishes, resourceType: params.resourceType, isBatched };
  const { data, place } = await pollFrom(context, task, given as Place<unknown> | undefined);
  return {
    payload: { ...rest, body: { data }, ...(place && { paginationState: place }) },
    polledNoChanges: !given && !place && data.created.length + data.updated.length === 0,
  };
}

interface Task {
  readonly client: GongClient;
  readonly wishes: Wishes;
  readonly resourceType: ResourceType;
  readonly isBatched: boolean;
}

async function pollFrom(
  context: TriggerContext,
  task: Task,
  given: Place<unknown> | undefined,
): Promise<Polled> {
  const { polling, logger } = context;
  const { resourceType, isBatched } = task;
  const nothing = { created: [], updated: [], resourceType, more: false };
  if (given && isOver(polling, given)) return { data: nothing, place: null };
  const startedAt = systemTime.now();
  const begun = given
    ? { state: given.state, wishes: task.wishes }
    : begin(context, task, startedAt);
  if (!begun) {
    logger.info("New Records: a run is on its way already, and this one leaves the work to it.");
    return { data: nothing, place: null };
  }
  const before = begun.state;
  const { created, updated, more, saved } = await resources[resourceType].poll(
    {
      client: task.client,
      wishes: begun.wishes,
      now: before.run,
      enough: isBatched ? enoughForRound : enoughForPoll,
      hasTime: () => systemTime.now() - startedAt < readWithinMs,
    },
    before.found,
  );
  // Without batching a poll is saved together with what it hands on, or not at all.
  const handsOut = isBatched && created.length + updated.length > 0;
  const round = {
    before,
    after: { ...before, found: saved },
    handsOut,
    isEnd: !isBatched || !more,
  };
  const place = saveRound(polling, round, systemTime.now());
  return { data: { created, updated, resourceType, more }, place };
}

/** What a poll begins with. */
interface Begun {
  readonly state: State<unknown>;
  readonly wishes: Wishes;
}

/**
 * The state that a poll begins with. One that does not fit is a reason to start over, not to fail.
 *
 * @returns nothing while another run of a batched flow is on its way
 */
function begin({ polling, logger }: TriggerContext, task: Task, now: number): Begun | undefined {
  const { client, wishes, resourceType, isBatched } = task;
  const subject = [client.account.baseUrl, resourceType, wishes.workspaceId ?? "all"].join(" ");
  const saved = polling.getState();
  const opened = openState<unknown>(saved, trigger, subject);
  if (opened.kind === "fits") {
    if (isBatched && isBusy(opened.state, now)) return undefined;
    return { state: beginState(trigger, subject, now, opened.state), wishes };
  }
  const state = beginState<unknown>(trigger, subject, now);
  if (opened.kind === "none") return { state, wishes };
  const left = readPublicState(saved);
  const found = left && resources[resourceType].takeOver?.(left, wishes, now);
  if (found) return { state: { ...state, found }, wishes };
  logger.warn(
    `New Records: the saved state ${opened.odd}. It starts over, and delivers what is new from now on.`,
  );
  // A look-back date counts where nothing was saved, and not a second time (B3).
  return { state, wishes: { ...wishes, lookBackDate: undefined } };
}

/** What the public component saved (B7): the instant of its last poll and, for users, their IDs. */
function readPublicState(saved: Readonly<Record<string, unknown>>): PublicState | undefined {
  const { lastPolledAt, knownIds } = saved;
  const instant = typeof lastPolledAt === "string" ? Date.parse(lastPolledAt) : Number.NaN;
  if (Number.isNaN(instant)) return undefined;
  return {
    lastPolledAt: instant,
    knownIds: Array.isArray(knownIds) ? knownIds.map(String) : undefined,
  };
}
