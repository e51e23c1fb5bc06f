import * as operations from "../../operations/crm";
import { gongAction } from "../gongAction";
import { integrationIdInput, requestIdInput } from "./inputs";

/** Deletes an integration and all that was uploaded to it (G37). */
export const deleteGenericCrmIntegration = gongAction(operations.deleteCrmIntegration, {
  description:
    "Delete a CRM integration for good. All accounts, contacts, deals, leads, and users that were uploaded to it are deleted too, and so are their fields. It takes up to 24 hours; Get CRM Request Status tells you when it is done.",
  inputs: {
    integrationId: integrationIdInput,
    clientRequestId: requestIdInput(
      "Client Request Id",
      true,
      "An ID that you choose, by which you ask for the status. It has letters, digits, hyphens, and underscores.",
      "delete-2026-03-01",
    ),
  },
  request: ({ integrationId, clientRequestId }) => ({ query: { integrationId, clientRequestId } }),
  checks: ({ integrationId }, logger) =>
    logger.warn(
      `CRM integration ${integrationId} is deleted with all objects that were uploaded to it.`,
    ),
  example: { clientRequestId: "delete-2026-03-01" },
});
