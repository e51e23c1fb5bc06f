import * as operations from "../../operations/crm";
import { gongList } from "../gongAction";

/** Lists the integration that was made by this API. */
export const listGenericCrmIntegration = gongList(operations.listCrmIntegrations, {
  description:
    "List the CRM integration made by Register CRM Integration. Gong's own integrations, such as Salesforce and HubSpot, are not listed.",
  inputs: {},
  request: () => ({}),
  example: {
    integrationId: "5517027188234205706",
    ownerEmail: "ada.quill@harbourline.example",
    name: "Harbourline CRM",
  },
});
