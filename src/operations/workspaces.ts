import type { Workspace } from "./answers";
import { operation } from "./operation";

/** All workspaces of the company; not paged. */
export const listWorkspaces = operation<{ workspaces: Workspace[] }>({
  name: "List Workspaces",
  route: "GET /v2/workspaces",
  scope: "api:workspaces:read",
  idempotent: true,
  records: "workspaces",
  key: "id",
});
