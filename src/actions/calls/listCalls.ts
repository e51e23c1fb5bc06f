import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import { workspaceIdInput } from "../../inputs/ids";
import { cursorInput, fetchAllInput } from "../../inputs/paging";
import { checkRange, fromDateTimeInput, toDateTimeInput } from "../../inputs/range";
import * as operations from "../../operations/calls";
import { displayOf, outputOf } from "../describe";
import { exampleCall } from "./example";

/** Lists the calls of a time range. */
export const listCallsUsingGet = action({
  display: displayOf(
    operations.listCalls,
    "List the calls of a time range. A call shows up minutes to hours after it took place, once Gong has processed it.",
  ),
  inputs: {
    connection: connectionInput,
    cursor: cursorInput,
    fromDateTime: fromDateTimeInput({
      required: true,
      comments:
        "First moment of the range; for web conferences the scheduled time counts, for other calls the start.",
    }),
    toDateTime: toDateTimeInput({
      required: true,
      comments: "End of the range; calls at this moment are not in it.",
    }),
    workspaceId: workspaceIdInput("Only calls of this workspace. Blank lists those of all."),
    fetchAll: fetchAllInput,
  },
  performSafety: "safe",
  perform: async (
    context,
    { connection, cursor, fromDateTime, toDateTime, workspaceId, fetchAll },
  ) => {
    checkRange(fromDateTime, toDateTime);
    const data = await createClient(connection, context).list(
      operations.listCalls,
      { query: { fromDateTime, toDateTime, workspaceId } },
      { cursor, fetchAll },
    );
    return { data };
  },
  outputSchema: outputOf(operations.listCalls),
  examplePayload: {
    data: {
      requestId: "4al018gzaztcr8nbukw",
      records: {
        totalRecords: 263,
        currentPageSize: 1,
        currentPageNumber: 0,
        cursor: "eyJhbGciOiJIUzI1NiJ9.eyJwYWdlIjoxfQ.4bPCcjh0",
      },
      calls: [exampleCall],
    },
  },
});
