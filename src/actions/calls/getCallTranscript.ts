import { warnOfReversedRange } from "../../inputs/range";
import * as operations from "../../operations/calls";
import { gongList } from "../gongAction";
import { exampleTranscript } from "./example";
import { toTranscriptFilter, transcriptInputs } from "./transcriptInputs";

/** Gets the transcripts of calls, by ID or by time range. */
export const getCallTranscript = gongList(operations.getTranscripts, {
  description:
    "Get the transcripts of calls, by ID or by time range. Each speaker has a speakerId, which the parties of List Calls Extensive put a name to.",
  inputs: transcriptInputs,
  checks: warnOfReversedRange,
  request: (filter, logger) => ({ body: { filter: toTranscriptFilter(filter, logger) } }),
  example: exampleTranscript,
});
