import { workspaceIdInput } from "../../inputs/ids";
import { needed } from "../../inputs/needed";
import * as operations from "../../operations/library";
import { gongList } from "../gongAction";
import { exampleFolders } from "./example";

/** Lists the public library folders of a workspace, which Gong requires (G31). */
export const listLibraryFolders = gongList(operations.listFolders, {
  description:
    "List the public library folders of a workspace. Private and archived folders are not listed.",
  inputs: {
    workspaceId: needed(
      workspaceIdInput("Workspace of the folders. Gong lists no folders without one."),
    ),
  },
  request: (query) => ({ query }),
  example: exampleFolders,
});
