import type { Tracker } from "./answers";
import { operation } from "./operation";

/** The trackers of all workspaces; not paged. */
export const listTrackers = operation<{ keywordTrackers: Tracker[] }>({
  name: "List Trackers",
  route: "GET /v2/settings/trackers",
  scope: "api:settings:trackers:read",
  idempotent: true,
  records: "keywordTrackers",
  key: "trackerId",
});

/** The scorecards of all workspaces with their questions; not paged (G48). */
export const listScorecards = operation({
  name: "List Scorecards",
  route: "GET /v2/settings/scorecards",
  scope: "api:settings:scorecards:read",
  idempotent: true,
  records: "scorecards",
  key: "scorecardId",
});

/** The AI briefs of all workspaces; not paged. */
export const listBriefs = operation({
  name: "List AI Briefs",
  route: "GET /v2/settings/briefs",
  scope: "api:ai-briefer:read",
  idempotent: true,
  records: "briefs",
  key: "briefId",
});

/** The outcomes that calls can be given; not paged. They have no ID, only a name. */
export const listCallOutcomes = operation({
  name: "List Call Outcomes",
  route: "GET /v2/call-outcomes",
  scope: "api:call-outcomes:read",
  idempotent: true,
  records: "outcomes",
  key: "callOutcome",
});
