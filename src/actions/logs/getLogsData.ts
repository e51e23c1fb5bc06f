import { suggestionInput } from "../../inputs/fields";
import { fromDateTimeInput, toDateTimeInput, warnOfReversedRange } from "../../inputs/range";
import * as operations from "../../operations/logs";
import { gongAction } from "../gongAction";

/** Gets the log entries of one type in a time range. */
export const getLogsDataByTypeAndTimeRange = gongAction(operations.getLogs, {
  description: "Get the entries of one of the company's audit logs in a time range.",
  inputs: {
    // Gong may add types (B13).
    logType: suggestionInput({
      label: "Log Type",
      required: true,
      comments:
        "Log to read: access to Gong, what users did, calls that users played, or shared calls that people outside your company opened or played.",
      example: "AccessLog",
      choices: {
        AccessLog: "Access Log",
        UserActivityLog: "User Activity Log",
        UserCallPlay: "User Call Play",
        ExternallySharedCallAccess: "Externally Shared Call Access",
        ExternallySharedCallPlay: "Externally Shared Call Play",
      },
    }),
    fromDateTime: fromDateTimeInput({
      required: true,
      comments: "Entries written at this moment or later.",
    }),
    toDateTime: toDateTimeInput({
      comments: "Entries written before this moment. Blank means up to the latest one.",
    }),
  },
  checks: warnOfReversedRange,
  request: (query) => ({ query }),
});
