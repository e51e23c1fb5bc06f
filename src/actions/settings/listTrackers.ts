import { workspaceIdInput } from "../../inputs/ids";
import * as operations from "../../operations/settings";
import { gongAction } from "../gongAction";

/** Lists trackers with the words that they listen for. */
export const listTrackers = gongAction(operations.listTrackers, {
  description: "List keyword trackers with the words they listen for.",
  inputs: {
    workspaceId: workspaceIdInput("Only trackers of this workspace. Blank means all workspaces."),
  },
  request: ({ workspaceId }) => ({ query: { workspaceId } }),
});
