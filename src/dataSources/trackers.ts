import { workspaceIdInput } from "../inputs/ids";
import type { Tracker, Workspace } from "../operations/answers";
import { listTrackers } from "../operations/settings";
import { listWorkspaces } from "../operations/workspaces";
import { namesById, picker, readAll } from "./picker";

/** Lists the trackers to pick one from. */
export const trackers = picker({
  noun: "Tracker",
  description: "Pick a tracker. Without the scope for workspaces, their workspaces are not shown.",
  reads: [listTrackers, listWorkspaces],
  inputs: {
    workspaceId: workspaceIdInput("Only trackers of this workspace. Blank means all workspaces."),
  },
  list: async (client, { workspaceId }) => {
    const found = await readAll<Tracker>(client, listTrackers, { query: { workspaceId } });
    // Workspaces have trackers of the same name.
    const workspaces = workspaceId
      ? new Map()
      : await namesById<Workspace>(client, listWorkspaces, ({ name }) => name);
    return found.map((tracker) => ({
      key: tracker.trackerId,
      name: tracker.trackerName,
      detail: workspaces.size > 1 && workspaces.get(tracker.workspaceId),
    }));
  },
  example: [{ key: "6840000929075400007", label: "Competitors" }],
});
