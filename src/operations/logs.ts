import { operation } from "./operation";

/** Log entries of one type in a time range, in pages. Entries have no id. */
export const getLogs = operation("GET /v2/logs", {
  name: "Get Logs Data by Type and Time Range",
  scope: "api:logs:read",
  idempotent: true,
  cursor: "query",
  records: "logEntries",
});
