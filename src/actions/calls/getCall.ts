import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import { callIdInput } from "../../inputs/ids";
import * as operations from "../../operations/calls";
import { displayOf, outputOf } from "../describe";
import { exampleCall } from "./example";

/** Gets one call. */
export const getCallUsingGet = action({
  display: displayOf(
    operations.getCall,
    "Get one call by id. A new call is not found until Gong has processed its recording.",
  ),
  inputs: { connection: connectionInput, callId: callIdInput },
  performSafety: "safe",
  perform: async (context, { connection, callId }) => ({
    data: await createClient(connection, context).call(operations.getCall, {
      path: { id: callId },
    }),
  }),
  outputSchema: outputOf(operations.getCall),
  examplePayload: { data: { requestId: "4al018gzaztcr8nbukw", call: exampleCall } },
});
