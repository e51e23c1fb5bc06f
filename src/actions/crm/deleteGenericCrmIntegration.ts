import * as operations from "../../operations/crm";
import { gongAction } from "../gongAction";
import { deletionInputs } from "./operationInputs";

/** Deletes an integration and all that was uploaded to it (G37). */
export const deleteGenericCrmIntegration = gongAction(operations.deleteCrmIntegration, {
  description:
    "Delete a CRM integration for good, with all accounts, contacts, deals, leads, and users that were uploaded to it, and their fields. Deletion takes up to 24 hours; Get CRM Request Status shows when it is done.",
  inputs: deletionInputs,
  request: ({ integrationId, clientRequestId }) => ({ query: { integrationId, clientRequestId } }),
  checks: ({ integrationId }, logger) =>
    logger.warn(
      `Deleting CRM integration ${integrationId} and all objects that were uploaded to it.`,
    ),
});
