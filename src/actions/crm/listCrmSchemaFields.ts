import * as operations from "../../operations/crm";
import { gongAction } from "../gongAction";
import { schemaFieldsInputs } from "./operationInputs";

/** Lists the fields that an integration added. */
export const listCrmSchemaFields = gongAction(operations.listCrmSchemaFields, {
  description: "List the fields that Upload CRM Schema added to Gong's own.",
  inputs: schemaFieldsInputs,
  request: ({ integrationId, objectType }) => ({ query: { integrationId, objectType } }),
});
