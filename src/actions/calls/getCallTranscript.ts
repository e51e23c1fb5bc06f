import { idListInput } from "../../inputs/fields";
import { workspaceIdInput } from "../../inputs/ids";
import { sampleId } from "../../inputs/lists";
import { fromDateTimeInput, toDateTimeInput, warnOfReversedRange } from "../../inputs/range";
import * as operations from "../../operations/calls";
import { gongAction } from "../gongAction";

/** Gets the transcripts of calls, by ID or by time range. */
export const getCallTranscript = gongAction(operations.getTranscripts, {
  description:
    "Get the transcripts of calls, by ID or by time range. Speakers are IDs. For their names, use Get Readable Transcript, or the parties from List Calls Extensive.",
  inputs: {
    callIds: idListInput({
      label: "Call Ids",
      default: [sampleId],
      comments: `Only these calls, from List Calls. Blank, or the sample ${sampleId}, means all calls in the range.`,
      example: "7782342274025937895",
    }),
    fromDateTime: fromDateTimeInput({
      comments: "Only calls that began at this moment or later. Blank means since the first call.",
    }),
    toDateTime: toDateTimeInput({
      comments: "Only calls that began before this moment. Blank means up to now.",
    }),
    workspaceId: workspaceIdInput("Only calls of this workspace. Ignored if you enter Call Ids."),
  },
  checks: warnOfReversedRange,
  request: (filter, logger) => {
    if (!filter.callIds || !filter.workspaceId) return { body: { filter } };
    // Gong answers 400 to IDs together with a workspace (G29), and an ID already says which call.
    logger.info("Workspace Id is not sent, because Gong does not allow it with Call Ids.");
    return { body: { filter: { ...filter, workspaceId: undefined } } };
  },
});
