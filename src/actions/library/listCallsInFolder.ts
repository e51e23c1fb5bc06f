import * as operations from "../../operations/library";
import { gongList } from "../gongAction";
import { exampleFolder, exampleFolderCall } from "./example";
import { folderCallsInputs } from "./inputs";

/** Lists the calls in a library folder. */
export const listCallsInFolder = gongList(operations.listFolderCalls, {
  description:
    "List the calls in a library folder, with the notes and snippets they were put there with.",
  inputs: folderCallsInputs,
  request: ({ folderId }) => ({ query: { folderId } }),
  example: exampleFolderCall,
  beside: exampleFolder,
});
