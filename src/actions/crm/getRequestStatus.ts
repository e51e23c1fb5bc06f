import * as operations from "../../operations/crm";
import { gongAction } from "../gongAction";
import { integrationIdInput, requestIdInput } from "./inputs";

/** Tells how an upload or deletion is getting on. */
export const getRequestStatus = gongAction(operations.getCrmRequestStatus, {
  description:
    "Get the status of an upload of CRM objects or of an integration's deletion: PENDING, IN_PROGRESS, DONE, or FAILED. FAILED can mean that some lines have errors; at most 20 are listed.",
  inputs: {
    integrationId: integrationIdInput,
    clientRequestId: requestIdInput(
      "Client Request Id",
      true,
      "The ID that the upload or deletion was given.",
      "accounts-2026-03-01",
    ),
  },
  request: ({ integrationId, clientRequestId }) => ({ query: { integrationId, clientRequestId } }),
  example: {
    status: "FAILED",
    errors: [{ line: 2, description: "Mandatory field [modifiedDate] is missing or empty" }],
    totalErrorCount: 1,
    totalSuccessCount: 41,
  },
});
