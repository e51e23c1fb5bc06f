import { workspaceIdInput } from "../inputs/ids";
import { listBriefs } from "../operations/settings";
import { picker, readAll } from "./picker";

/** The settings of an AI brief. */
interface Brief {
  readonly briefId?: string | number | null;
  readonly briefName?: string | null;
  /** "Published" or "Not published". */
  readonly status?: string | null;
}

/** Lists the AI briefs to pick one from. */
export const briefs = picker({
  noun: "Brief",
  description: "Pick an AI brief.",
  reads: [listBriefs],
  inputs: {
    workspaceId: workspaceIdInput("Only briefs of this workspace. Blank means all workspaces."),
  },
  list: async (client, { workspaceId }) => {
    const found = await readAll<Brief>(client, listBriefs, { query: { workspaceId } });
    return found.map(({ briefId, briefName, status }) => ({
      key: briefId,
      name: briefName,
      // Only published briefs can be asked for (G58).
      note: /^not/i.test(status ?? "") && "not published",
    }));
  },
  example: [{ key: "4381927302846105517", label: "Account handover" }],
});
