import * as operations from "../../operations/crm";
import { gongAction } from "../gongAction";
import { statusInputs } from "./operationInputs";

/** Tells how an upload or deletion is getting on. */
export const getRequestStatus = gongAction(operations.getCrmRequestStatus, {
  description:
    "Get the status of a CRM upload or of an integration's deletion: PENDING, IN_PROGRESS, DONE, or FAILED. FAILED can mean that some lines have errors; at most 20 are listed.",
  inputs: statusInputs,
  request: ({ integrationId, clientRequestId }) => ({ query: { integrationId, clientRequestId } }),
});
