import { warnOfReversedRange } from "../../inputs/range";
import * as operations from "../../operations/calls";
import { gongAction } from "../gongAction";
import { toTranscriptFilter, transcriptInputs } from "./transcriptInputs";

/** Gets the transcripts of calls, by ID or by time range. */
export const getCallTranscript = gongAction(operations.getTranscripts, {
  description:
    "Get the transcripts of calls, by ID or by time range. Speakers are IDs. For their names, use Get Readable Transcript, or the parties from List Calls Extensive.",
  inputs: transcriptInputs,
  checks: warnOfReversedRange,
  request: (filter, logger) => ({ body: { filter: toTranscriptFilter(filter, logger) } }),
});
