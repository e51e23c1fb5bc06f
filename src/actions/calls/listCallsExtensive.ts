import { instantInput } from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import { callIdsInput, userIdsInput, workspaceIdInput } from "../../inputs/ids";
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
    callIds: callIdsInput("Only these calls, by ID or by their web address in Gong."),
    fromDateTime: instantInput(
      fromDateTimeInput({ required: false, comments: "Only calls that started at or after this." }),
    ),
    toDateTime: instantInput(
      toDateTimeInput({ required: false, comments: "Only calls that started before this." }),
    ),
    primaryUserIds: userIdsInput("Host Ids", "Only calls that these users hosted."),
    workspaceId: workspaceIdInput("Only calls of this workspace. Blank lists those of all."),
    ...contentInputs,
  },
  checks: ({ callIds, fromDateTime, toDateTime }) => {
    // Gong would go through every call there is (G52).
    if (!callIds && !fromDateTime && !toDateTime) {
      throw new InputError("Call Ids", "or From Date Time is required", "7782342274025937895");
    }
  },
  request: ({ callIds, fromDateTime, toDateTime, primaryUserIds, workspaceId, ...content }) => ({
    body: {
      filter: { callIds, fromDateTime, toDateTime, primaryUserIds, workspaceId },
      contentSelector: toContentSelector(content),
    },
  }),
  example: exampleDetailedCall,
});
