import { warnOfReversedRange } from "../../inputs/range";
import * as operations from "../../operations/calls";
import { gongAction } from "../gongAction";
import { toTranscriptFilter, transcriptInputs } from "./transcriptInputs";

/** Gets the transcripts of calls, by ID or by time range. */
export const getCallTranscript = gongAction(operations.getTranscripts, {
  description:
    "Get the transcripts of calls, by ID or by time range. Speakers are IDs, whose names are in the parties of List Calls Extensive. Get Readable Transcript has the names.",
  inputs: transcriptInputs,
  checks: warnOfReversedRange,
  request: (filter, logger) => ({ body: { filter: toTranscriptFilter(filter, logger) } }),
});
