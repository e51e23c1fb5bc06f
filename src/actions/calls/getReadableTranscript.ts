import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import type { GongClient } from "../../client/types";
import { connectionInput } from "../../inputs/connection";
import { booleanInput, choiceInput, instantInput, numberInput } from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import { callIdsInput } from "../../inputs/ids";
import type { ExtensiveCall } from "../../operations/answers";
import * as operations from "../../operations/calls";
import { withoutNulls } from "../../text/withoutNulls";
import { type ReadableTranscript, toReadable } from "../../transcripts/readable";
import { displayOf, outputFrom } from "../describe";
import { idParts, listInParts } from "../inParts";
import { exampleReadable } from "./exampleReadable";
import { runSearch } from "./runSearch";
import { boundInputs, criteriaInputs, rangeInputs } from "./searchInputs";

/** Gets transcripts with the speakers' names. */
export const getReadableTranscript = action({
  display: displayOf(
    {
      name: "Get Readable Transcript",
      scope: `${operations.getTranscripts.scope} and ${operations.listExtensiveCalls.scope}`,
    },
    "Get the transcripts of calls as text with speaker names, for people and language models. Enter call IDs, or search a time range.",
  ),
  inputs: {
    connection: connectionInput,
    callIds: callIdsInput(
      "From List Calls, New Records, or a Gong event; web addresses of calls work too. Blank searches the range below.",
    ),
    format: choiceInput({
      label: "Additional Format",
      default: "none",
      comments: "Plain text is always included. Paragraphs are records with a speaker and times.",
      placeholder: "none",
      example: "markdown",
      choices: {
        none: "None",
        markdown: "Markdown",
        srt: "SRT subtitles",
        webVtt: "WebVTT subtitles",
        paragraphs: "Paragraphs",
      },
    }),
    topicHeadings: booleanInput({
      label: "Topics as Headings",
      default: "false",
      comments: "Begin each topic with a heading.",
    }),
    pieceSize: numberInput({
      label: "Piece Size",
      comments:
        "Also split each transcript into pieces of at most this many characters, between sentences. A token is about 4 characters. Blank means no pieces.",
      example: "8000",
      min: 1,
      integer: true,
    }),
    ...rangeInputs,
    fromDateTime: instantInput({
      ...rangeInputs.fromDateTime,
      required: false,
      comments: "Search calls that began at this moment or later. ISO 8601. Leave Call Ids blank.",
    }),
    ...criteriaInputs,
    ...boundInputs,
  },
  performSafety: "safe",
  perform: async (context, { connection, callIds, fromDateTime, ...values }) => {
    const { format, topicHeadings, pieceSize, maxCalls, cursor, ...criteria } = values;
    const client = createClient(connection, context);
    const options = {
      format: format === "none" ? undefined : format,
      topics: topicHeadings ?? false,
      pieceSize,
    };
    if (callIds) {
      const found = await listInParts(
        client,
        operations.listExtensiveCalls,
        { body: { filter: { callIds }, contentSelector: withParties } },
        { fetchAll: true },
      );
      const calls = withoutNulls(found.calls).filter(({ metaData }) => metaData);
      const known = new Set(calls.map(({ metaData }) => String(metaData.id)));
      const missing = callIds.filter((id) => !known.has(id));
      return { data: { ...(await readable(client, calls, options)), missing } as object };
    }
    if (fromDateTime === undefined) {
      throw new InputError("Call Ids", "or From Date Time is required", "7782342274025937895");
    }
    const { calls, ...progress } = await runSearch(client, context.logger, {
      values: { ...criteria, fromDateTime },
      contentSelector: withParties,
      maxCalls: maxCalls ?? 100,
      maxLookedThrough: Number.POSITIVE_INFINITY,
      cursor,
    });
    const made = await readable(client, calls, options);
    return { data: { ...made, missing: [], ...progress } as object };
  },
  outputSchema: outputFrom(
    "calls:[ReadableTranscript] pending:[] missing:[] lookedThrough:n complete:b cursor",
  ),
  examplePayload: { data: { calls: [exampleReadable], pending: [], missing: [] } },
});

const withParties = { exposedFields: { parties: true } };

/** The transcripts of calls; those that have none yet are pending (G19). */
async function readable(
  client: GongClient,
  calls: readonly ExtensiveCall[],
  options: Parameters<typeof toReadable>[2],
) {
  const made = new Map<string, ReadableTranscript>();
  const byId = new Map(calls.map((call) => [String(call.metaData.id), call]));
  const ids = [...byId.keys()];
  for (const part of idParts(ids)) {
    const body = { filter: { callIds: part } };
    for await (const page of client.pages(operations.getTranscripts, { body })) {
      for (const { callId, transcript } of withoutNulls(page.callTranscripts)) {
        const call = byId.get(String(callId));
        if (call && transcript?.length) {
          made.set(String(callId), toReadable(call, transcript, options));
        }
      }
    }
  }
  return {
    calls: ids.flatMap((id) => made.get(id) ?? []),
    pending: ids.filter((id) => !made.has(id)),
  };
}
