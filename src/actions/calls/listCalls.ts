import { workspaceIdInput } from "../../inputs/ids";
import { fromDateTimeInput, toDateTimeInput, warnOfReversedRange } from "../../inputs/range";
import * as operations from "../../operations/calls";
import { gongAction } from "../gongAction";

/** Lists the calls of a time range. */
export const listCallsUsingGet = gongAction(operations.listCalls, {
  description:
    "List the calls of a time range. A call shows up minutes to hours after it took place, once Gong has processed it.",
  inputs: {
    fromDateTime: fromDateTimeInput({
      required: true,
      comments:
        "Calls from this moment on: the scheduled time of web conferences, the start of other calls.",
    }),
    toDateTime: toDateTimeInput({ required: true, comments: "Calls before this moment." }),
    workspaceId: workspaceIdInput("Only calls of this workspace. Blank means all workspaces."),
  },
  checks: warnOfReversedRange,
  request: (query) => ({ query }),
});
