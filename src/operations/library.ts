import type { Folder } from "./answers";
import { operation } from "./operation";

/** The public library folders of a workspace; not paged. */
export const listFolders = operation<{ folders: Folder[] }>("GET /v2/library/folders", {
  name: "List Library Folders",
  scope: "api:library:read",
  idempotent: true,
  records: "folders",
  key: "id",
});

/** The calls in a library folder; not paged. */
export const listFolderCalls = operation("GET /v2/library/folder-content", {
  name: "List Calls in Folder",
  scope: "api:library:read",
  idempotent: true,
  records: "calls",
  calls: { id: "id" },
  key: "id",
});
