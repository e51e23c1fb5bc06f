import * as operations from "../../operations/workspaces";
import { gongList } from "../gongAction";

/** Lists the company's workspaces. */
export const listWorkspaces = gongList(operations.listWorkspaces, {
  description: "List the company's workspaces.",
  inputs: {},
  request: () => ({}),
  example: { id: "623457276584334", name: "Sales", description: "Calls of the sales team" },
});
