import { dataSource } from "@prismatic-io/spectral";
import { createClient } from "../client/createClient";
import { connectionInput } from "../inputs/connection";
import { idInput } from "../inputs/fields";
import { listFolders } from "../operations/library";
import type { AnswerOf } from "../operations/operation";
import { type Entry, pickerOptions, toPicklist } from "./picklist";

type Folder = AnswerOf<typeof listFolders>["folders"][number];

/** Lists the library folders of a workspace to pick one from. */
export const folders = dataSource({
  display: {
    label: "Select Folder",
    description: "Pick a library folder of a workspace. Scope: api:library:read.",
  },
  dataSourceType: "picklist",
  inputs: {
    connection: connectionInput,
    workspaceId: idInput({
      label: "Workspace Id",
      required: true,
      comments: "The workspace whose folders are listed: up to 20 digits, kept as text.",
      placeholder: "623457276584334",
      example: "623457276584334",
      dataSource: "workspaces",
    }),
  },
  perform: async (context, { connection, workspaceId }) => {
    const client = createClient(connection, context, pickerOptions());
    const answer = await client.call(listFolders, { query: { workspaceId } });
    const byId = new Map(answer.folders.map((folder) => [folder.id, folder]));
    return toPicklist(
      answer.folders.map((folder): Entry => ({ key: folder.id, label: pathOf(folder, byId) })),
    );
  },
  examplePayload: {
    result: [{ key: "3843152912968920037", label: "Onboarding / Discovery calls" }],
  },
});

/** `Parent / Child`, since names repeat between folders; "null" stands for no parent (G17). */
function pathOf(folder: Folder, byId: ReadonlyMap<string, Folder>): string {
  const names: string[] = [];
  const visited = new Set<Folder>();
  for (
    let at: Folder | undefined = folder;
    at && !visited.has(at);
    at = byId.get(at.parentFolderId ?? "")
  ) {
    visited.add(at);
    names.unshift(at.name ?? `Folder ${at.id}`);
  }
  return names.join(" / ");
}
