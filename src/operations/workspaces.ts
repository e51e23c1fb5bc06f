import { workspaceList } from "../schemas/workspaces";
import { operation } from "./operation";

/** All workspaces of the company; not paged. */
export const listWorkspaces = operation({
  name: "List Workspaces",
  route: "GET /v2/workspaces",
  scope: "api:workspaces:read",
  idempotent: true,
  records: "workspaces",
  key: "id",
  answer: workspaceList,
});
