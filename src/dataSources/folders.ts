import { idInput } from "../inputs/fields";
import type { Folder } from "../operations/answers";
import { listFolders } from "../operations/library";
import { picker, readAll } from "./picker";

/** Lists the library folders of a workspace to pick one from. */
export const folders = picker({
  label: "Select Folder",
  description: "Pick a library folder of a workspace.",
  reads: [listFolders],
  inputs: {
    workspaceId: idInput({
      label: "Workspace Id",
      required: true,
      comments: "The workspace whose folders are listed. Gong lists none without it.",
      example: "623457276584334",
    }),
  },
  list: async (client, { workspaceId }) => {
    const found = await readAll<Folder>(client, listFolders, { query: { workspaceId } });
    const byId = new Map(found.map((folder) => [folder.id, folder]));
    return found.map((folder) => ({ key: folder.id, label: pathOf(folder, byId) }));
  },
  example: [{ key: "3843152912968920037", label: "Onboarding / Discovery calls" }],
});

/** `Parent / Child`, since names repeat between folders; "null" stands for no parent (G17). */
function pathOf(folder: Folder, byId: ReadonlyMap<Folder["id"], Folder>): string {
  const names: string[] = [];
  const visited = new Set<Folder>();
  let at: Folder | undefined = folder;
  while (at && !visited.has(at)) {
    visited.add(at);
    names.unshift(at.name || `Folder ${at.id}`);
    at = byId.get(at.parentFolderId ?? "");
  }
  return names.join(" / ");
}
