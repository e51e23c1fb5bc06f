import { idInput } from "../../inputs/fields";
import { workspaceIdInput } from "../../inputs/ids";
import { needed } from "../../inputs/needed";

/** Gong requires the workspace (G31). */
export const foldersInputs = {
  workspaceId: needed(
    workspaceIdInput("Workspace of the folders. Gong lists no folders without one."),
  ),
};

/** Gong decides what a blank folder means (B30). */
export const folderCallsInputs = {
  workspaceId: workspaceIdInput(
    "Workspace whose folders Folder Id offers. The calls listed do not depend on it.",
  ),
  folderId: idInput({
    label: "Folder Id",
    comments: "ID of the folder, from List Library Folders.",
    example: "3843152912968920037",
    dataSource: "folders",
  }),
};
