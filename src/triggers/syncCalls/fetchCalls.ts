import type { GongClient, GongRequest } from "../../client/createClient";
import { getTranscripts, listExtensiveCalls } from "../../operations/calls";
import type { AnswerOf } from "../../operations/operation";
import { formatInstant } from "./days";
import type { Wanted } from "./inputs";
import { type Scan, windowOf } from "./plan";

type CallPage = AnswerOf<typeof listExtensiveCalls>;
type Transcript = AnswerOf<typeof getTranscripts>["callTranscripts"][number]["transcript"];

/** A call of Gong's with the details that were asked for. */
export type DetailedCall = CallPage["calls"][number];

/** A call as it is handed out. */
export type SyncedCall = DetailedCall & {
  /** What was said; null when Gong has no transcript of the call, absent when none was asked for. */
  readonly transcript?: Transcript | null;
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
 * Reads one page of the calls that began in a scan's window. Calls without details come from the
 * same operation as those with: List Calls would choose web conferences by the time they were
 * scheduled for (G18), and the two would not agree on what First Day means.
 *
 * @returns the page; where Gong answers 404 for a window without calls (G8), an empty one
 * @throws like the client
 */
export function fetchCalls(
  client: GongClient,
  scan: Scan,
  { details: withDetails, workspaceId }: Pick<Wanted, "details" | "workspaceId">,
): Promise<CallPage> {
  const [from, to] = windowOf(scan);
  const request: GongRequest = {
    body: {
      filter: { fromDateTime: formatInstant(from), toDateTime: formatInstant(to), workspaceId },
      contentSelector: withDetails ? details : undefined,
    },
  };
  return client.list(listExtensiveCalls, request, { cursor: scan.cursor });
}

/** Joins their transcripts to calls of one page (G22), by one request. @throws like the client */
export async function addTranscripts(
  client: GongClient,
  calls: readonly DetailedCall[],
): Promise<SyncedCall[]> {
  // An empty list of ids is refused (G29), and without a list Gong would answer all transcripts.
  if (calls.length === 0) return [];
  const request = { body: { filter: { callIds: calls.map(idOf) } } };
  const transcripts = new Map<string, Transcript>();
  for await (const { callTranscripts } of client.pages(getTranscripts, request)) {
    for (const { callId, transcript } of callTranscripts) transcripts.set(callId, transcript);
  }
  return calls.map((call) => ({ ...call, transcript: transcripts.get(idOf(call)) ?? null }));
}

/** Gong's id of a call. */
export function idOf({ metaData }: DetailedCall): string {
  return metaData.id;
}
