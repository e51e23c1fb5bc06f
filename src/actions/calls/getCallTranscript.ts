import { warnOfReversedRange } from "../../inputs/range";
import * as operations from "../../operations/calls";
import { gongList } from "../gongAction";
import { exampleTranscript } from "./example";
import { toTranscriptFilter, transcriptInputs } from "./transcriptInputs";

/** Gets the transcripts of calls, by ID or by time range. */
export const getCallTranscript = gongList(operations.getTranscripts, {
  description:
    "Get the transcripts of calls, by ID or by time range. Speakers are IDs, whose names are in the parties of List Calls Extensive. Get Readable Transcript has the names.",
  inputs: transcriptInputs,
  checks: warnOfReversedRange,
  request: (filter, logger) => ({ body: { filter: toTranscriptFilter(filter, logger) } }),
  example: exampleTranscript,
});
