import { workspaceIdInput } from "../inputs/ids";
import type { Tracker } from "../operations/answers";
import { listTrackers } from "../operations/settings";
import { picker, readAll } from "./picker";

/** Lists the trackers to pick one from. */
export const trackers = picker({
  label: "Select Tracker",
  description: "Pick a tracker.",
  reads: [listTrackers],
  inputs: { workspaceId: workspaceIdInput("Only trackers of this workspace. Blank lists all.") },
  list: async (client, { workspaceId }) => {
    const found = await readAll<Tracker>(client, listTrackers, { query: { workspaceId } });
    return found.map(({ trackerId, trackerName }) => ({
      key: trackerId,
      label: trackerName || `Tracker ${trackerId}`,
    }));
  },
  example: [{ key: "6840000929075400007", label: "Competitors" }],
});
