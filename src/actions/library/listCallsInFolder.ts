import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import { idInput } from "../../inputs/fields";
import { workspaceIdInput } from "../../inputs/ids";
import { needed } from "../../inputs/needed";
import * as operations from "../../operations/library";
import { displayOf, outputOf } from "../describe";
import { exampleFolder } from "./example";

/** Lists the calls in a library folder. */
export const listCallsInFolder = action({
  display: displayOf(
    operations.listFolderCalls,
    "List the calls in a library folder, with the notes and snippets they were put there with.",
  ),
  inputs: {
    connection: connectionInput,
    workspaceId: workspaceIdInput(
      "Workspace whose folders Folder Id offers to pick from. It changes nothing about the calls that are listed.",
    ),
    folderId: needed(
      idInput({
        label: "Folder Id",
        required: false,
        comments:
          "Gong's id of the folder, from List Library Folders: up to 20 digits, kept as text.",
        placeholder: "3843152912968920037",
        example: "3843152912968920037",
        dataSource: "folders",
      }),
    ),
  },
  performSafety: "safe",
  perform: async (context, { connection, folderId }) => ({
    data: await createClient(connection, context).call(operations.listFolderCalls, {
      query: { folderId },
    }),
  }),
  outputSchema: outputOf(operations.listFolderCalls),
  examplePayload: {
    data: {
      requestId: "4al018gzaztcr8nbukw",
      ...exampleFolder,
      calls: [
        {
          id: "7782342274025937895",
          title: "Pricing review with Northmoor",
          note: "Listen to the pause after the price.",
          addedBy: "234599484848423",
          created: "2026-03-02T16:40:00-08:00",
          url: "https://app.gong.io/call?id=7782342274025937895",
          snippet: { fromSec: 21, toSec: 132 },
        },
      ],
    },
  },
});
