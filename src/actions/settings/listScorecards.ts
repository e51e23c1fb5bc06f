import * as operations from "../../operations/settings";
import { gongAction } from "../gongAction";

/** Lists the company's scorecards with their questions. */
export const listScorecards = gongAction(operations.listScorecards, {
  description: "List your company's scorecards with their questions.",
  inputs: {},
  request: () => ({}),
});
