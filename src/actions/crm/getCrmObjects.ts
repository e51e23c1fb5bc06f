import { InputError } from "../../inputs/InputError";
import * as operations from "../../operations/crm";
import { gongAction } from "../gongAction";
import { objectsInputs } from "./operationInputs";

/** Objects that Gong returns for one request (G35). */
const maxObjects = 100;

/** Gets uploaded objects, to see whether they arrived. */
export const getCrmObjects = gongAction(operations.getCrmObjects, {
  description:
    "Get uploaded CRM objects by ID, to check an upload. Gong offers this for development only.",
  inputs: objectsInputs,
  checks: ({ objectIds }) => {
    // Gong leaves out the rest without a word.
    if (objectIds.length > maxObjects) throw new InputError("Object Ids", "must be at most 100");
  },
  request: ({ integrationId, objectType, objectIds }) => ({
    query: { integrationId, objectType },
    body: objectIds,
  }),
});
