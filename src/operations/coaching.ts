import { operation } from "./operation";

/** What a manager's reports were coached in; not paged. Its parameters have hyphens (G32). */
export const listCoachingMetrics = operation("GET /v2/coaching", {
  name: "List Coaching Metrics",
  scope: "api:coaching:read",
  idempotent: true,
  records: "coachingData",
});
