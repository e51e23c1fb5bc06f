import type { GongClient } from "../../client/createClient";
import type { CallTranscript, ExtensiveCall } from "../../operations/answers";
import { getTranscripts, listExtensiveCalls } from "../../operations/calls";
import type { CallPage } from "../callWatch";
import { formatInstant } from "../duration";
import type { Range } from "../lookBack";
import type { Wanted } from "./inputs";

/** A call as it is handed out. */
export type SyncedCall = ExtensiveCall & {
  /** What was said; null when Gong has no transcript of the call, absent when none was asked for. */
  readonly transcript?: CallTranscript["transcript"] | null;
};

/** All that Gong has on a call but links to other systems, comments and recordings. */
const details = {
  exposedFields: {
    parties: true,
    content: {
      structure: true,
      topics: true,
      trackers: true,
      trackerOccurrences: true,
      brief: true,
      outline: true,
      highlights: true,
      callOutcome: true,
      keyPoints: true,
    },
    interaction: { speakers: true, video: true, personInteractionStats: true, questions: true },
  },
};

/**
 * Reads one page of the calls that began in a window. Calls without details come from the same
 * operation as those with: List Calls chooses web conferences by the time they were scheduled for
 * (G18), and the two would not agree on what First Day means.
 *
 * @throws like the client
 */
export function fetchCalls(
  client: GongClient,
  { from, to }: Range,
  cursor: string | undefined,
  { details: withDetails, workspaceId }: Pick<Wanted, "details" | "workspaceId">,
): Promise<CallPage<ExtensiveCall>> {
  const range = { fromDateTime: formatInstant(from), toDateTime: formatInstant(to) };
  const contentSelector = withDetails ? details : undefined;
  const request = { body: { filter: { ...range, workspaceId }, contentSelector } };
  return client.list(listExtensiveCalls, request, { cursor });
}

/** Joins their transcripts to calls of one page (G22), by one request. @throws like the client */
export async function addTranscripts(
  client: GongClient,
  calls: readonly ExtensiveCall[],
): Promise<SyncedCall[]> {
  // An empty list of IDs is refused (G29), and without a list Gong would answer all transcripts.
  if (calls.length === 0) return [];
  const request = { body: { filter: { callIds: calls.map(idOf) } } };
  const transcripts = new Map<string, CallTranscript["transcript"]>();
  for await (const { callTranscripts } of client.pages(getTranscripts, request)) {
    for (const { callId, transcript } of callTranscripts) transcripts.set(callId, transcript);
  }
  return calls.map((call) => ({ ...call, transcript: transcripts.get(idOf(call)) ?? null }));
}

/** Gong's ID of a call. */
export function idOf({ metaData }: ExtensiveCall): string {
  return String(metaData.id);
}
