import * as operations from "../../operations/library";
import { gongAction } from "../gongAction";
import { foldersInputs } from "./inputs";

/** Lists the public library folders of a workspace. */
export const listLibraryFolders = gongAction(operations.listFolders, {
  description:
    "List the public library folders of a workspace. Private and archived folders are not listed.",
  inputs: foldersInputs,
  request: (query) => ({ query }),
});
