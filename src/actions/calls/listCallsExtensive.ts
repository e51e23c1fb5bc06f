import { idListInput, instantInput } from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import { workspaceIdInput } from "../../inputs/ids";
import { fromDateTimeInput, toDateTimeInput } from "../../inputs/range";
import * as operations from "../../operations/calls";
import { gongList } from "../gongAction";
import { contentInputs, toContentSelector } from "./contentInputs";
import { exampleDetailedCall } from "./example";

/** Lists calls with their details. */
export const listCallsExtensive = gongList(operations.listExtensiveCalls, {
  description:
    "List calls with their details: people, summary, topics, trackers, CRM objects, and more. Enter call IDs or a time range.",
  inputs: {
    callIds: idListInput({
      label: "Call Ids",
      comments: "Only these calls, by ID or by their web address in Gong.",
      example: "7782342274025937895",
    }),
    fromDateTime: instantInput(
      fromDateTimeInput({
        required: false,
        comments: "Only calls that started at this moment or later.",
      }),
    ),
    toDateTime: instantInput(
      toDateTimeInput({
        required: false,
        comments: "Only calls that started before this moment. Blank means up to now.",
      }),
    ),
    primaryUserIds: idListInput({
      label: "Host Ids",
      comments: "Only calls hosted by these users. Calls that they attended are left out.",
      example: "234599484848423",
      dataSource: "users",
    }),
    workspaceId: workspaceIdInput("Only calls of this workspace. Blank lists those of all."),
    ...contentInputs,
  },
  checks: ({ callIds, fromDateTime, toDateTime }) => {
    // G52: without either, Gong reads every call there is.
    if (!callIds && !fromDateTime && !toDateTime) {
      throw new InputError(
        "Call Ids",
        "or a range by From Date Time and To Date Time is required",
        "7782342274025937895",
      );
    }
  },
  parts: "callIds",
  request: ({ callIds, fromDateTime, toDateTime, primaryUserIds, workspaceId, ...content }) => ({
    body: {
      filter: { callIds, fromDateTime, toDateTime, primaryUserIds, workspaceId },
      contentSelector: toContentSelector(content),
    },
  }),
  example: exampleDetailedCall,
});
