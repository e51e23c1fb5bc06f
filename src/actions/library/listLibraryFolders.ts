import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import { workspaceIdInput } from "../../inputs/ids";
import { needed } from "../../inputs/needed";
import * as operations from "../../operations/library";
import { displayOf, outputOf } from "../describe";
import { exampleFolder } from "./example";

/** Lists the public library folders of a workspace. */
export const listLibraryFolders = action({
  display: displayOf(
    operations.listFolders,
    "List the public library folders of a workspace. Private and archived folders are not among them.",
  ),
  inputs: {
    connection: connectionInput,
    // Gong answers 400 without it (G31).
    workspaceId: needed(
      workspaceIdInput("Workspace that the folders belong to; Gong lists no folders without one."),
    ),
  },
  performSafety: "safe",
  perform: async (context, { connection, workspaceId }) => ({
    data: await createClient(connection, context).call(operations.listFolders, {
      query: { workspaceId },
    }),
  }),
  outputSchema: outputOf(operations.listFolders),
  examplePayload: {
    data: {
      requestId: "4al018gzaztcr8nbukw",
      folders: [
        { ...exampleFolder, parentFolderId: "295738305212375930" },
        {
          id: "295738305212375930",
          name: "Best of discovery",
          parentFolderId: "null",
          createdBy: "234599484848423",
          updated: "2026-02-11T10:15:00-08:00",
        },
      ],
    },
  },
});
