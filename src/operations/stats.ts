import { operation } from "./operation";

/** What the stats of activity answer both for no activity and for a wrong user (G53). */
const noActivity = {
  words: /^user not found\.?$/i,
  note: "Gong returns the same error for users without activity in these days and for user IDs that it does not know.",
} as const;

/** How users speak in calls, in pages. */
export const listInteractionStats = operation("POST /v2/stats/interaction", {
  name: "List Interaction Stats",
  scope: "api:stats:interaction",
  idempotent: true,
  cursor: "body",
  records: "peopleInteractionStats",
  key: "userId",
  empty: { words: /^no stats found for the specified period\.?$/i },
});

/** What users did in Gong, summed up, in pages. */
export const listMultipleUsersAggregateActivity = operation("POST /v2/stats/activity/aggregate", {
  name: "List Aggregated Activity",
  scope: "api:stats:user-actions",
  idempotent: true,
  cursor: "body",
  records: "usersAggregateActivityStats",
  key: "userId",
  empty: noActivity,
});

/** The same for each period of a range. */
export const listMultipleUsersAggregateByPeriod = operation(
  "POST /v2/stats/activity/aggregate-by-period",
  {
    name: "List Aggregated Activity by Period",
    scope: "api:stats:user-actions",
    idempotent: true,
    cursor: "body",
    records: "usersAggregateActivity",
    key: "userId",
    empty: noActivity,
  },
);

/** What users did in Gong, with the calls, for each day. */
export const listMultipleUsersDayByDayActivity = operation("POST /v2/stats/activity/day-by-day", {
  name: "List Daily Activity",
  scope: "api:stats:user-actions:detailed",
  idempotent: true,
  cursor: "body",
  records: "usersDetailedActivities",
  key: "userId",
  empty: noActivity,
});
