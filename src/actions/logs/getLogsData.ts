import { fromDateTimeInput, toDateTimeInput, warnOfReversedRange } from "../../inputs/range";
import * as operations from "../../operations/logs";
import { gongAction } from "../gongAction";
import { logTypeInput } from "./inputs";

/** Gets the log entries of one type in a time range. */
export const getLogsDataByTypeAndTimeRange = gongAction(operations.getLogs, {
  description: "Get the entries of one of your company's audit logs in a time range.",
  inputs: {
    logType: logTypeInput,
    fromDateTime: fromDateTimeInput({
      required: true,
      comments: "Entries written at this moment or later.",
    }),
    toDateTime: toDateTimeInput({
      comments: "Entries written before this moment. Blank means up to now.",
    }),
  },
  checks: warnOfReversedRange,
  request: (query) => ({ query }),
});
