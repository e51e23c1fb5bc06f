import { folderContent, folderList } from "../schemas/library";
import { operation } from "./operation";

/** The public library folders of a workspace; not paged. */
export const listFolders = operation({
  name: "List Library Folders",
  route: "GET /v2/library/folders",
  scope: "api:library:read",
  idempotent: true,
  records: "folders",
  key: "id",
  answer: folderList,
});

/** The calls in a library folder; not paged. */
export const listFolderCalls = operation({
  name: "List Calls in Folder",
  route: "GET /v2/library/folder-content",
  scope: "api:library:read",
  idempotent: true,
  records: "calls",
  key: "id",
  answer: folderContent,
});
