import * as operations from "../../operations/settings";
import { gongList } from "../gongAction";
import { exampleScorecard } from "./example";

/** Lists the company's scorecards with their questions. */
export const listScorecards = gongList(operations.listScorecards, {
  description: "List your company's scorecards with their questions.",
  inputs: {},
  request: () => ({}),
  example: exampleScorecard,
});
