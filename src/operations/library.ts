import type { Folder } from "./answers";
import { operation } from "./operation";

/** The public library folders of a workspace; not paged. */
export const listFolders = operation<{ folders: Folder[] }>({
  name: "List Library Folders",
  route: "GET /v2/library/folders",
  scope: "api:library:read",
  idempotent: true,
  records: "folders",
  key: "id",
});

/** The calls in a library folder; not paged. */
export const listFolderCalls = operation({
  name: "List Calls in Folder",
  route: "GET /v2/library/folder-content",
  scope: "api:library:read",
  idempotent: true,
  records: "calls",
  calls: { id: "id" },
  key: "id",
});
