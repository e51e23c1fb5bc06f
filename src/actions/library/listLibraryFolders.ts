import * as operations from "../../operations/library";
import { gongList } from "../gongAction";
import { exampleFolders } from "./example";
import { foldersInputs } from "./inputs";

/** Lists the public library folders of a workspace. */
export const listLibraryFolders = gongList(operations.listFolders, {
  description:
    "List the public library folders of a workspace. Private and archived folders are not listed.",
  inputs: foldersInputs,
  request: (query) => ({ query }),
  example: exampleFolders,
});
