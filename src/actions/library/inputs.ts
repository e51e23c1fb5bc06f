import { idInput } from "../../inputs/fields";
import { workspaceIdInput } from "../../inputs/ids";

/** Gong requires the workspace (G31). */
export const foldersInputs = {
  workspaceId: idInput({
    label: "Workspace Id",
    needed: true,
    comments: "Workspace of the folders. Gong requires it. From List Workspaces, or pick one.",
    example: "623457276584334",
    dataSource: "workspaces",
  }),
};

/** Gong decides what a blank folder means (B30). */
export const folderCallsInputs = {
  workspaceId: workspaceIdInput("Narrows the folders you can pick from. It is not sent."),
  folderId: idInput({
    label: "Folder Id",
    comments: "From List Library Folders, or pick one.",
    example: "3843152912968920037",
    dataSource: "folders",
  }),
};
