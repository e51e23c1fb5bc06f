import { callIdInput } from "../../inputs/ids";
import * as operations from "../../operations/calls";
import { gongAction } from "../gongAction";

/** Gets one call. */
export const getCallUsingGet = gongAction(operations.getCall, {
  description:
    "Get one call by ID. Gong finds a new call only after it has processed the recording.",
  inputs: { callId: callIdInput },
  request: ({ callId }) => ({ path: { id: callId } }),
});
