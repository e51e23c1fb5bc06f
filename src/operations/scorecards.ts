import type { AnsweredScorecard, Page } from "./answers";
import { operation } from "./operation";

/** Scorecards that were filled in, of a range of days, in pages. */
export const listAnsweredScorecards = operation<Page & { answeredScorecards: AnsweredScorecard[] }>(
  "POST /v2/stats/activity/scorecards",
  {
    name: "List Answered Scorecards",
    scope: "api:stats:scorecards",
    idempotent: true,
    cursor: "body",
    records: "answeredScorecards",
    key: "answeredScorecardId",
  },
);
