import * as operations from "../../operations/scorecards";
import { gongAction } from "../gongAction";
import { scorecardInputs } from "./scorecardInputs";

/** Lists scorecards that were filled in, with their answers. */
export const listAnsweredScorecards = gongAction(operations.listAnsweredScorecards, {
  description:
    "List filled-in scorecards with their answers, by the day of the call, the day of the review, or both. Days are in your company's time zone.",
  inputs: scorecardInputs,
  request: (filter) => ({ body: { filter } }),
});
