import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import { choiceInput } from "../../inputs/fields";
import { cursorInput, fetchAllInput } from "../../inputs/paging";
import { checkRange, fromDateTimeInput, toDateTimeInput } from "../../inputs/range";
import * as operations from "../../operations/logs";
import { displayOf, outputOf } from "../describe";

/** Gets the log entries of one type in a time range. */
export const getLogsDataByTypeAndTimeRange = action({
  display: displayOf(
    operations.getLogs,
    "Get the entries of one of the company's audit logs in a time range.",
  ),
  inputs: {
    connection: connectionInput,
    cursor: cursorInput,
    logType: choiceInput(
      {
        label: "Log Type",
        required: true,
        comments:
          "Which log is read: accesses to Gong, what users did, calls that users played, or externally shared calls that were opened or played.",
        placeholder: "Type of log",
        example: "AccessLog",
      },
      {
        AccessLog: "Access Log",
        UserActivityLog: "User Activity Log",
        UserCallPlay: "User Call Play",
        ExternallySharedCallAccess: "Externally Shared Call Access",
        ExternallySharedCallPlay: "Externally Shared Call Play",
      },
    ),
    fromDateTime: fromDateTimeInput({
      required: true,
      comments: "Only entries written at this moment or later.",
    }),
    toDateTime: toDateTimeInput({
      required: false,
      comments: "Only entries written before this moment; blank goes up to the latest one.",
    }),
    fetchAll: fetchAllInput,
  },
  performSafety: "safe",
  perform: async (context, { connection, cursor, logType, fromDateTime, toDateTime, fetchAll }) => {
    checkRange(fromDateTime, toDateTime);
    const data = await createClient(connection, context).list(
      operations.getLogs,
      { query: { logType, fromDateTime, toDateTime } },
      { cursor, fetchAll },
    );
    return { data };
  },
  outputSchema: outputOf(operations.getLogs),
  examplePayload: {
    data: {
      requestId: "4al018gzaztcr8nbukw",
      records: { totalRecords: 1, currentPageSize: 1, currentPageNumber: 0 },
      logEntries: [
        {
          userId: "234599484848423",
          userEmailAddress: "ada.quill@harbourline.example",
          userFullName: "Ada Quill",
          impersonatorUserId: null,
          impersonatorEmailAddress: null,
          impersonatorFullName: null,
          impersonatorCompanyId: null,
          eventTime: "2026-03-01T08:02:31-08:00",
          logRecord: { action: "LOGIN", ipAddress: "192.0.2.17" },
        },
      ],
    },
  },
});
