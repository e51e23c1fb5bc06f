import type { Tracker } from "./answers";
import { operation } from "./operation";

/** The trackers of all workspaces; not paged. */
export const listTrackers = operation<{ keywordTrackers: Tracker[] }>("GET /v2/settings/trackers", {
  name: "List Trackers",
  scope: "api:settings:trackers:read",
  idempotent: true,
  records: "keywordTrackers",
  key: "trackerId",
});

/** The scorecards of all workspaces with their questions; not paged (G48). */
export const listScorecards = operation("GET /v2/settings/scorecards", {
  name: "List Scorecards",
  scope: "api:settings:scorecards:read",
  idempotent: true,
  records: "scorecards",
  key: "scorecardId",
});

/** The AI briefs of all workspaces; not paged. */
export const listBriefs = operation("GET /v2/settings/briefs", {
  name: "List AI Briefs",
  scope: "api:ai-briefer:read",
  idempotent: true,
  records: "briefs",
  key: "briefId",
});

/** The outcomes that calls can be given; not paged. They have no ID, only a name. */
export const listCallOutcomes = operation("GET /v2/call-outcomes", {
  name: "List Call Outcomes",
  scope: "api:call-outcomes:read",
  idempotent: true,
  records: "outcomes",
  key: "callOutcome",
});
