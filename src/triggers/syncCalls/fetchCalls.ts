import type { GongClient } from "../../client/createClient";
import type { CallTranscript, ExtensiveCall } from "../../operations/answers";
import { getTranscripts, listExtensiveCalls } from "../../operations/calls";
import { filterOf, type Range } from "../scan";
import type { SyncWishes } from "./inputs";

/** A call as later steps get it. */
export type SyncedCall = ExtensiveCall & {
  /** What was said; null when Gong has no transcript of the call, absent when none was asked for. */
  readonly transcript?: CallTranscript["transcript"] | null;
};

const on = (names: string) => Object.fromEntries(names.split(" ").map((name) => [name, true]));
const texts = "structure brief outline highlights keyPoints callOutcome";

/** All that Gong has on a call but links to other systems, comments, and recordings. */
const details = {
  exposedFields: {
    parties: true,
    content: on(`${texts} topics trackers trackerOccurrences`),
    interaction: on("speakers video personInteractionStats questions"),
  },
};

/**
 * Reads one page of the calls that began in a window, also without details: List Calls goes by the
 * time that web conferences were scheduled for (G18), not by First Day's. @throws like the client
 */
export function fetchCalls(
  client: GongClient,
  window: Range,
  cursor: string | undefined,
  { withDetails, workspaceId }: Pick<SyncWishes, "withDetails" | "workspaceId">,
) {
  const filter = { ...filterOf(window), workspaceId };
  const body = { filter, contentSelector: withDetails ? details : undefined };
  return client.list(listExtensiveCalls, { body }, { cursor });
}

/** Joins their transcripts to calls of one page (G22), by one request. @throws like the client */
export async function addTranscripts(
  client: GongClient,
  calls: readonly ExtensiveCall[],
): Promise<SyncedCall[]> {
  // An empty list of IDs is refused (G29), and without a list Gong would answer all transcripts.
  if (calls.length === 0) return [];
  const callIds = calls.map(({ metaData }) => String(metaData.id));
  const request = { body: { filter: { callIds } } };
  const { callTranscripts } = await client.list(getTranscripts, request, { fetchAll: true });
  const byId = new Map(callTranscripts.map(({ callId, transcript }) => [`${callId}`, transcript]));
  return calls.map((call) => ({ ...call, transcript: byId.get(`${call.metaData.id}`) ?? null }));
}
