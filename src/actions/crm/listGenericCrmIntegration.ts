import * as operations from "../../operations/crm";
import { gongAction } from "../gongAction";

/** Lists the integration that was made by this API. */
export const listGenericCrmIntegration = gongAction(operations.listCrmIntegrations, {
  description:
    "List the CRM integration that Register CRM Integration made. Gong's own integrations, such as Salesforce and HubSpot, are not listed.",
  inputs: {},
  request: () => ({}),
});
