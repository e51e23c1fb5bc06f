import { trackerList } from "../schemas/settings";
import { operation } from "./operation";

/** The trackers of all workspaces; not paged. */
export const listTrackers = operation({
  name: "List Trackers",
  method: "GET",
  path: "/v2/settings/trackers",
  scope: "api:settings:trackers:read",
  resend: "safe",
  records: "keywordTrackers",
  recordKey: "trackerId",
  answer: trackerList,
});
