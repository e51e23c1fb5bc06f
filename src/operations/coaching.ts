import { operation } from "./operation";

/** What a manager's reports were coached in; not paged. Its parameters have hyphens (G32). */
export const listCoachingMetrics = operation({
  name: "List Coaching Metrics",
  route: "GET /v2/coaching",
  scope: "api:coaching:read",
  idempotent: true,
  records: "coachingData",
});
