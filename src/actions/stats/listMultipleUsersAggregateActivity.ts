import * as operations from "../../operations/stats";
import { gongAction } from "../gongAction";
import { statsInputs } from "./inputs";

/** Counts what users did in Gong over a range of days. */
export const listMultipleUsersAggregateActivity = gongAction(
  operations.listMultipleUsersAggregateActivity,
  {
    description:
      "Count what users did in Gong over a range of days: calls hosted, attended, and listened to, feedback, comments, and scorecards.",
    inputs: statsInputs,
    request: (filter) => ({ body: { filter } }),
  },
);
