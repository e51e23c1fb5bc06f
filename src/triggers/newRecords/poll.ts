import type { TriggerPayload } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { systemTime } from "../../client/time";
import { minute } from "../duration";
import { type Place, playRound, type Reading, type TriggerContext } from "../state";
import { type NewRecordsParams, type ResourceType, readWishes } from "./inputs";
import { answeredScorecards } from "./resources/answeredScorecards";
import { calls } from "./resources/calls";
import type { Resource } from "./resources/resource";
import { transcripts } from "./resources/transcripts";
import { users } from "./resources/users";

/** What the next step finds in `body.data` when the flow does not batch (B2). */
export interface NewRecords extends Required<Omit<Reading<unknown>, "found">> {
  readonly resourceType: ResourceType;
}

/** Time after which a poll reads no other page; an execution has 15 minutes. */
const readWithinMs = 8 * minute;
/** Records, of about a kilobyte each, after which a poll leaves the rest to the next one. */
const enoughForPoll = 1_900;
/** The same for a round of a batched flow, which the next round follows at once. */
const enoughForRound = 100;

const resources = { calls, users, transcripts, answeredScorecards };

/**
 * Polls Gong for all that is due; with batching, for one round of the platform's loop, which drains
 * what is due page by page.
 *
 * @throws GongError, GongConnectionError when anything could not be read. The state stays as it was.
 */
export async function poll(
  context: TriggerContext & { readonly batch?: { readonly enabled: boolean } },
  payload: TriggerPayload,
  params: NewRecordsParams,
): Promise<{ payload: TriggerPayload; polledNoChanges: boolean }> {
  const { resourceType } = params;
  const { paginationState, ...rest } = payload;
  const given = paginationState as Place<unknown> | undefined;
  let wishes = readWishes(params);
  const client = createClient(params.connection, context, { wantsKeys: true });
  const resource: Resource<unknown> = resources[resourceType];
  const isBatched = context.batch?.enabled === true;
  const startedAt = systemTime.now();
  const { place, ...records } = await playRound<unknown, object>(context, given, {
    ...{ trigger: "newRecords", label: "New Records", isBatched },
    subject: [client.account.baseUrl, resourceType, wishes.workspaceId ?? "all"].join(" "),
    begin: (saved, fits) => {
      if (fits || Object.keys(saved).length === 0) return saved.found;
      const found = resource.takeOver?.(saved, wishes, startedAt);
      if (found) return found;
      context.logger.warn(
        "New Records: the saved state belongs to another account, other inputs, or another version. It starts over and delivers what is new from now on.",
      );
      // A look-back date counts where nothing was saved, and not a second time (B3).
      wishes = { ...wishes, since: undefined };
      return undefined;
    },
    read: ({ found, run: now }) => {
      const hasTime = () => systemTime.now() - startedAt < readWithinMs;
      const enough = isBatched ? enoughForRound : enoughForPoll;
      return resource.poll({ client, wishes, now, enough, hasTime }, found);
    },
  });
  const data: NewRecords = { ...records, resourceType };
  const isQuiet = records.created.length + records.updated.length === 0;
  return {
    payload: { ...rest, body: { data }, ...(place && { paginationState: place }) },
    polledNoChanges: !given && !place && isQuiet,
  };
}
