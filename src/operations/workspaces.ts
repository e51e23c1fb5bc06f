import { workspaceList } from "../schemas/workspaces";
import { operation } from "./operation";

/** All workspaces of the company; not paged. */
export const listWorkspaces = operation({
  name: "List Workspaces",
  method: "GET",
  path: "/v2/workspaces",
  scope: "api:workspaces:read",
  resend: "safe",
  records: "workspaces",
  recordKey: "id",
  answer: workspaceList,
});
