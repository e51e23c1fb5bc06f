import * as operations from "../../operations/crm";
import { gongAction } from "../gongAction";
import { integrationIdInput, schemaTypeInput } from "./inputs";

/** Lists the fields that an integration added. */
export const listCrmSchemaFields = gongAction(operations.listCrmSchemaFields, {
  description: "List the fields that Upload CRM Schema added to Gong's own.",
  inputs: {
    integrationId: integrationIdInput,
    objectType: schemaTypeInput(
      false,
      "Only fields of this type of object. Blank lists those of all.",
    ),
  },
  request: ({ integrationId, objectType }) => ({ query: { integrationId, objectType } }),
  example: {
    objectTypeToSelectedFields: {
      ACCOUNT: [
        {
          uniqueName: "industry",
          label: "Industry",
          type: "STRING",
          lastModified: null,
          isDeleted: false,
          referenceTo: null,
          orderedValueList: null,
        },
      ],
    },
  },
});
