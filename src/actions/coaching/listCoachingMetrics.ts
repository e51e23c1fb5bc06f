import * as operations from "../../operations/coaching";
import { gongAction } from "../gongAction";
import { coachingInputs } from "./inputs";

/** Lists what a manager's reports were coached in. */
export const listCoachingMetrics = gongAction(operations.listCoachingMetrics, {
  description:
    "Get a manager's coaching of each direct report. A user who manages no one gets an empty list.",
  inputs: coachingInputs,
  request: ({ workspaceId, managerId, fromDateTime, toDateTime }) => ({
    query: {
      "workspace-id": workspaceId,
      "manager-id": managerId,
      from: fromDateTime,
      to: toDateTime,
    },
  }),
});
