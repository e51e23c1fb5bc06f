import { answeredScorecardList } from "../schemas/scorecards";
import { operation } from "./operation";

/** Scorecards that were filled in, of a range of days, in pages; a read in spite of its verb. */
export const listAnsweredScorecards = operation({
  name: "List Answered Scorecards",
  route: "POST /v2/stats/activity/scorecards",
  scope: "api:stats:scorecards",
  idempotent: true,
  cursor: "body",
  records: "answeredScorecards",
  key: "answeredScorecardId",
  answer: answeredScorecardList,
});
