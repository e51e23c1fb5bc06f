import * as operations from "../../operations/library";
import { gongAction } from "../gongAction";
import { folderCallsInputs } from "./inputs";

/** Lists the calls in a library folder. */
export const listCallsInFolder = gongAction(operations.listFolderCalls, {
  description: "List the calls in a library folder, with their notes and snippets.",
  inputs: folderCallsInputs,
  request: ({ folderId }) => ({ query: { folderId } }),
});
