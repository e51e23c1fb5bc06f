import { idListInput } from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import * as operations from "../../operations/crm";
import { gongAction } from "../gongAction";
import { integrationIdInput, schemaTypeInput } from "./inputs";

/** Objects that Gong answers at once (G35). */
const maxObjects = 100;

/** Gets uploaded objects, to see whether they arrived. */
export const getCrmObjects = gongAction(operations.getCrmObjects, {
  description:
    "Get uploaded CRM objects by ID, to check an upload. Gong means this for development, not for reading its data.",
  inputs: {
    integrationId: integrationIdInput,
    objectType: schemaTypeInput(true, "Type of the objects."),
    objectIds: idListInput({
      label: "Object Ids",
      required: true,
      comments:
        "IDs of the objects in the CRM, at most 100. An object that Gong does not have is null.",
      example: "0013601230sV7grAAC",
    }),
  },
  checks: ({ objectIds }) => {
    // Gong leaves out the rest without a word.
    if (objectIds.length > maxObjects) throw new InputError("Object Ids", "must be at most 100");
  },
  request: ({ integrationId, objectType, objectIds }) => ({
    query: { integrationId, objectType },
    body: objectIds,
  }),
  example: {
    crmObjectsMap: {
      "0013601230sV7grAAC": {
        objectId: "0013601230sV7grAAC",
        modifiedDate: "2026-03-01T09:00:00Z",
        name: "Northmoor",
        domains: ["northmoor.example"],
      },
    },
  },
});
