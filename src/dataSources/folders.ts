import { idInput } from "../inputs/fields";
import type { Folder } from "../operations/answers";
import { listFolders } from "../operations/library";
import { isText, picker, readAll } from "./picker";

/** Lists the library folders of a workspace to pick one from. */
export const folders = picker({
  noun: "Folder",
  description: "Pick a library folder of a workspace.",
  reads: [listFolders],
  inputs: {
    workspaceId: idInput({
      label: "Workspace Id",
      required: true,
      comments: "The workspace whose folders to list. From List Workspaces.",
      example: "623457276584334",
    }),
  },
  list: async (client, { workspaceId }) => {
    const found = await readAll<Folder>(client, listFolders, { query: { workspaceId } });
    const byId = new Map(found.map((folder) => [folder.id, folder]));
    return found.map((folder) => ({ key: folder.id, name: pathOf(folder, byId) }));
  },
  example: [{ key: "3843152912968920037", label: "Onboarding / Discovery calls" }],
});

/** `Parent / Child`, since names repeat between folders; "null" stands for no parent (G17). */
function pathOf(folder: Folder, byId: ReadonlyMap<Folder["id"], Folder>): string {
  const parent = byId.get(folder.parentFolderId ?? "");
  const name = isText(folder.name) ? folder.name : `Folder ${folder.id}`;
  return parent ? `${pathOf(parent, byId)} / ${name}` : name;
}
