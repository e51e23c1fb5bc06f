import type { Workspace } from "./answers";
import { operation } from "./operation";

/** All workspaces of the company; not paged. */
export const listWorkspaces = operation<{ workspaces: Workspace[] }>("GET /v2/workspaces", {
  name: "List Workspaces",
  scope: "api:workspaces:read",
  idempotent: true,
  records: "workspaces",
  key: "id",
});
