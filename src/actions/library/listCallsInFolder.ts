import { workspaceIdInput } from "../../inputs/ids";
import * as operations from "../../operations/library";
import { gongList } from "../gongAction";
import { exampleFolder, exampleFolderCall } from "./example";
import { folderIdInput } from "./inputs";

/** Lists the calls in a library folder. */
export const listCallsInFolder = gongList(operations.listFolderCalls, {
  description:
    "List the calls in a library folder, with the notes and snippets they were put there with.",
  inputs: {
    workspaceId: workspaceIdInput(
      "Workspace whose folders Folder Id offers. The calls listed do not depend on it.",
    ),
    folderId: folderIdInput,
  },
  request: ({ folderId }) => ({ query: { folderId } }),
  example: exampleFolderCall,
  beside: exampleFolder,
});
