import { answeredScorecardList } from "../schemas/scorecards";
import { operation } from "./operation";

/** Scorecards that were filled in, of a range of days, in pages; a read in spite of its verb. */
export const listAnsweredScorecards = operation({
  name: "List Answered Scorecards",
  method: "POST",
  path: "/v2/stats/activity/scorecards",
  scope: "api:stats:scorecards",
  resend: "safe",
  cursor: "body",
  records: "answeredScorecards",
  recordKey: "answeredScorecardId",
  hasNumericKey: true,
  answer: answeredScorecardList,
});
