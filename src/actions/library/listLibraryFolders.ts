import { idInput } from "../../inputs/fields";
import * as operations from "../../operations/library";
import { gongAction } from "../gongAction";

/** Lists the public library folders of a workspace. */
export const listLibraryFolders = gongAction(operations.listFolders, {
  description:
    "List the public library folders of a workspace. Private and archived folders are not listed.",
  inputs: {
    // Gong requires it (G31).
    workspaceId: idInput({
      label: "Workspace Id",
      needed: true,
      comments: "Workspace of the folders. Gong requires it. From List Workspaces, or pick one.",
      example: "623457276584334",
      dataSource: "workspaces",
    }),
  },
  request: (query) => ({ query }),
});
