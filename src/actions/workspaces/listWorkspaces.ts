import * as operations from "../../operations/workspaces";
import { gongAction } from "../gongAction";

/** Lists the company's workspaces. */
export const listWorkspaces = gongAction(operations.listWorkspaces, {
  description: "List your company's workspaces.",
  inputs: {},
  request: () => ({}),
});
