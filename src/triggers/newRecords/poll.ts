import type { ActionLogger, TriggerPayload } from "@prismatic-io/spectral";
import { type ClientContext, createClient, type GongClient } from "../../client/createClient";
import { systemTime, type Time } from "../../client/time";
import { minute } from "./duration";
import { type NewRecordsParams, type ResourceType, readWishes } from "./inputs";
import { answeredScorecards } from "./resources/answeredScorecards";
import { calls } from "./resources/calls";
import type { Found, Resource, Wishes } from "./resources/resource";
import { transcripts } from "./resources/transcripts";
import { users } from "./resources/users";
import { makeState, openState, subjectOf } from "./state";

/** What a poll needs of the context that the platform hands over. */
export interface PollContext extends ClientContext {
  readonly logger: Pick<ActionLogger, "debug" | "info" | "warn">;
  readonly polling: {
    getState(): Record<string, unknown>;
    setState(state: Record<string, unknown>): void;
  };
}

/** What the next step finds in the body. */
export interface NewRecords {
  readonly resourceType: ResourceType;
  /** As Gong gave them. */
  readonly records: readonly object[];
  /** Ids of the records that are new. */
  readonly newIds: readonly string[];
  /** Ids of the records that were there before, and have changed. */
  readonly changedIds: readonly string[];
  /** Whether there is more, which the next polls deliver. */
  readonly more: boolean;
}

/** What a poll stands on, which simulations replace. */
export interface Ground {
  readonly time: Time;
  readonly connect: typeof createClient;
}

/** Time after which a poll begins no other listing; an execution has 15 minutes. */
const beginWithinMs = 8 * minute;

const resources: Readonly<Record<ResourceType, Resource<unknown>>> = {
  calls,
  users,
  transcripts,
  answeredScorecards,
};

/** Makes the function that the platform calls on schedule. */
export function createPoll(
  { time, connect }: Ground = { time: systemTime, connect: createClient },
) {
  return async <Payload extends TriggerPayload>(
    context: PollContext,
    payload: Payload,
    params: NewRecordsParams,
  ) => {
    const startedAt = Math.floor(time.now());
    const { resourceType } = params;
    const wishes = readWishes(params, startedAt);
    const client = connect(params.connection, context, { time, wantsKeys: true });
    const resource = resources[resourceType];
    const subject = subjectOf(client.account.baseUrl, resourceType, resource, wishes);
    const {
      saved,
      savedAt = startedAt,
      ...delivered
    } = wishes.showNew || resourceType === "users"
      ? await pollFrom(context, { client, wishes, subject, resource, time })
      : nothing(context);
    // Last, so that a poll that fails leaves the state of before.
    context.polling.setState({ ...makeState(subject, savedAt, saved) });
    const data: NewRecords = { resourceType, ...delivered };
    return {
      payload: { ...payload, body: { data, contentType: "application/json" } },
      polledNoChanges: data.records.length === 0,
    };
  };
}

interface Task {
  readonly client: GongClient;
  readonly wishes: Wishes;
  readonly subject: string;
  readonly resource: Resource<unknown>;
  readonly time: Time;
}

/** What was found, and when its state was saved where that is not now. */
type FoundAt = Found<unknown> & { readonly savedAt?: number };

const none = { records: [], newIds: [], changedIds: [], more: false };

/** Goes on from the saved state; one that cannot be used is a reason to start over, not to fail. */
async function pollFrom(
  { logger, polling }: PollContext,
  { client, wishes, subject, resource, time }: Task,
): Promise<FoundAt> {
  const now = () => Math.floor(time.now());
  const startedAt = now();
  const opened = openState(polling.getState(), subject, resource, startedAt);
  if (opened.odd) logger.warn(`New Records: the saved state ${opened.odd}.`);
  if (opened.kind === "early") {
    const { saved, savedAt } = opened;
    return { ...none, saved, savedAt };
  }
  const poll = {
    client,
    // What First Run asks for was delivered once, and is not delivered again.
    wishes: opened.kind === "none" ? wishes : { ...wishes, since: undefined },
    now,
    hasTime: () => now() - startedAt < beginWithinMs,
  };
  return resource.poll(poll, opened.kind === "saved" ? opened.saved : undefined);
}

function nothing({ logger }: PollContext): FoundAt {
  logger.warn(
    "New Records: Show New Records is off, and of the resource types only users change, so there is nothing to deliver.",
  );
  return { ...none, saved: undefined };
}
