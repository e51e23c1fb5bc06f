import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import * as operations from "../../operations/workspaces";
import { displayOf, outputOf } from "../describe";

/** Lists the company's workspaces. */
export const listWorkspaces = action({
  display: displayOf(operations.listWorkspaces, "List the company's workspaces."),
  inputs: { connection: connectionInput },
  performSafety: "safe",
  perform: async (context, { connection }) => ({
    data: await createClient(connection, context).call(operations.listWorkspaces),
  }),
  outputSchema: outputOf(operations.listWorkspaces),
  examplePayload: {
    data: {
      requestId: "4al018gzaztcr8nbukw",
      workspaces: [
        { id: "623457276584334", name: "Sales", description: "Calls of the sales team" },
      ],
    },
  },
});
