import * as operations from "../../operations/calls";
import { gongAction } from "../gongAction";
import { extensiveInputs, requireCalls, toContentSelector } from "./extensiveInputs";

/** Lists calls with their details. */
export const listCallsExtensive = gongAction(operations.listExtensiveCalls, {
  description:
    "List calls with their details: people, summary, topics, trackers, CRM objects, and more. Enter call IDs or a time range.",
  inputs: extensiveInputs,
  checks: requireCalls,
  request: ({ callIds, fromDateTime, toDateTime, primaryUserIds, workspaceId, ...content }) => ({
    body: {
      filter: { callIds, fromDateTime, toDateTime, primaryUserIds, workspaceId },
      contentSelector: toContentSelector(content),
    },
  }),
});
