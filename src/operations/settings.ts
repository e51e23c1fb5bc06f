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
