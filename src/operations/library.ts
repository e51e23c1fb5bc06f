import { folderContent, folderList } from "../schemas/library";
import { operation } from "./operation";

/** The public library folders of a workspace; not paged. */
export const listFolders = operation({
  name: "List Library Folders",
  method: "GET",
  path: "/v2/library/folders",
  scope: "api:library:read",
  resend: "safe",
  records: "folders",
  recordKey: "id",
  answer: folderList,
});

/** The calls in a library folder; not paged. */
export const listFolderCalls = operation({
  name: "List Calls in Folder",
  method: "GET",
  path: "/v2/library/folder-content",
  scope: "api:library:read",
  resend: "safe",
  records: "calls",
  recordKey: "id",
  answer: folderContent,
});
