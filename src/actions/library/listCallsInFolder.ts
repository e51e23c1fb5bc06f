import { idInput } from "../../inputs/fields";
import { workspaceIdInput } from "../../inputs/ids";
import * as operations from "../../operations/library";
import { gongAction } from "../gongAction";

/** Lists the calls in a library folder. */
export const listCallsInFolder = gongAction(operations.listFolderCalls, {
  description: "List the calls in a library folder, with their notes and snippets.",
  // Gong decides what a blank folder means (B30).
  inputs: {
    workspaceId: workspaceIdInput(
      "Narrows the folders that you can pick from. It is not sent to Gong.",
    ),
    folderId: idInput({
      label: "Folder Id",
      comments: "From List Library Folders, or pick one.",
      example: "3843152912968920037",
      dataSource: "folders",
    }),
  },
  request: ({ folderId }) => ({ query: { folderId } }),
});
