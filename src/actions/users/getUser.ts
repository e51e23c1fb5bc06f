import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import { userIdInput } from "../../inputs/ids";
import * as operations from "../../operations/users";
import { displayOf, outputOf } from "../describe";
import { exampleUser } from "./example";

/** Gets one user. */
export const getUser = action({
  display: displayOf(operations.getUser, "Get one user of the company by id."),
  inputs: { connection: connectionInput, userId: userIdInput },
  performSafety: "safe",
  perform: async (context, { connection, userId }) => ({
    data: await createClient(connection, context).call(operations.getUser, {
      path: { id: userId },
    }),
  }),
  outputSchema: outputOf(operations.getUser),
  examplePayload: { data: { requestId: "4al018gzaztcr8nbukw", user: exampleUser } },
});
