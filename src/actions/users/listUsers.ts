import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import { booleanInput } from "../../inputs/fields";
import { cursorInput, fetchAllInput } from "../../inputs/paging";
import * as operations from "../../operations/users";
import { displayOf, outputOf } from "../describe";
import { exampleUser } from "./example";

/** Lists the company's users. */
export const listUsers = action({
  display: displayOf(operations.listUsers, "List the company's users, active and inactive ones."),
  inputs: {
    connection: connectionInput,
    cursor: cursorInput,
    includeAvatars: booleanInput({
      label: "Include Avatars",
      required: false,
      default: "false",
      comments:
        "List avatars too: the users that stand for Gong's own people, such as success managers and support.",
    }),
    fetchAll: fetchAllInput,
  },
  performSafety: "safe",
  perform: async (context, { connection, cursor, includeAvatars, fetchAll }) => ({
    data: await createClient(connection, context).list(
      operations.listUsers,
      { query: { includeAvatars } },
      { cursor, fetchAll },
    ),
  }),
  outputSchema: outputOf(operations.listUsers),
  examplePayload: {
    data: {
      requestId: "4al018gzaztcr8nbukw",
      records: { totalRecords: 1, currentPageSize: 1, currentPageNumber: 0 },
      users: [exampleUser],
    },
  },
});
