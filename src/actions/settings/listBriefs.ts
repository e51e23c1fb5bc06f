import { workspaceIdInput } from "../../inputs/ids";
import * as operations from "../../operations/settings";
import { gongAction } from "../gongAction";

/** Lists the settings of AI briefs. */
export const listBriefs = gongAction(operations.listBriefs, {
  description: "List the settings of AI briefs. Only published briefs can be generated.",
  inputs: {
    workspaceId: workspaceIdInput("Only briefs of this workspace. Blank means all workspaces."),
  },
  request: ({ workspaceId }) => ({ query: { workspaceId } }),
});
