import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import { idListInput } from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import { sampleId } from "../../inputs/idList";
import { workspaceIdInput } from "../../inputs/ids";
import { cursorInput, fetchAllInput } from "../../inputs/paging";
import { checkRange, fromDateTimeInput, toDateTimeInput } from "../../inputs/range";
import * as operations from "../../operations/calls";
import { displayOf, outputOf } from "../describe";

/** Gets the transcripts of calls, by id or by time range. */
export const getCallTranscript = action({
  display: displayOf(
    operations.getTranscripts,
    "Get the transcripts of calls, by id or by time range. Speakers are named by speakerId, which the parties of a call's extensive data explain.",
  ),
  inputs: {
    connection: connectionInput,
    cursor: cursorInput,
    fromDateTime: fromDateTimeInput({
      required: false,
      comments: "Only calls that began at this moment or later.",
    }),
    toDateTime: toDateTimeInput({
      required: false,
      comments: "Only calls that began before this moment.",
    }),
    workspaceId: workspaceIdInput(
      "Only calls of this workspace. Leave it blank when Call Ids are given: Gong takes one or the other.",
    ),
    callIds: idListInput({
      label: "Call Ids",
      required: false,
      default: [sampleId],
      comments: `Only these calls. The sample ${sampleId} counts as blank.`,
      placeholder: "7782342274025937895",
      example: "7782342274025937895",
    }),
    fetchAll: fetchAllInput,
  },
  performSafety: "safe",
  perform: async (context, { connection, cursor, fetchAll, ...filter }) => {
    checkFilter(filter);
    const { fromDateTime, toDateTime, workspaceId, callIds } = filter;
    const data = await createClient(connection, context).list(
      operations.getTranscripts,
      { body: { filter: { fromDateTime, toDateTime, workspaceId, callIds } } },
      { cursor, fetchAll },
    );
    return { data };
  },
  outputSchema: outputOf(operations.getTranscripts),
  examplePayload: {
    data: {
      requestId: "4al018gzaztcr8nbukw",
      records: { totalRecords: 1, currentPageSize: 1, currentPageNumber: 0 },
      callTranscripts: [
        {
          callId: "7782342274025937895",
          transcript: [
            {
              speakerId: "6432345678555530067",
              topic: "Pricing",
              sentences: [
                { start: 460, end: 3120, text: "Thanks for joining, shall we look at the offer?" },
              ],
            },
          ],
        },
      ],
    },
  },
});

/** @throws InputError for a filter that Gong refuses (G29), or that would ask for everything */
function checkFilter(filter: {
  readonly fromDateTime?: string | undefined;
  readonly toDateTime?: string | undefined;
  readonly workspaceId?: string | undefined;
  readonly callIds?: readonly string[] | undefined;
}): void {
  const { fromDateTime, toDateTime, workspaceId, callIds } = filter;
  checkRange(fromDateTime, toDateTime);
  if (callIds && workspaceId) {
    throw new InputError("Workspace Id", "must be blank when Call Ids are given");
  }
  if (!callIds && !fromDateTime && !toDateTime && !workspaceId) {
    throw new InputError(
      "Call Ids",
      "or a range by From Date Time and To Date Time must be given",
      "7782342274025937895",
    );
  }
}
