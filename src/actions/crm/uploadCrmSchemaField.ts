import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { type Field, type SchemaChanges, schemaChanges } from "../../crm/schemaChanges";
import { connectionInput } from "../../inputs/connection";
import { either } from "../../inputs/filled";
import { InputError } from "../../inputs/InputError";
import * as operations from "../../operations/crm";
import { displayOf, outputFrom } from "../describe";
import { fields, schemaInputs } from "./schemaInputs";

/** Adds and changes the fields of an object type, and deletes none by accident (G39, G59). */
export const uploadCrmSchemaField = action({
  display: displayOf(
    operations.uploadCrmSchema,
    "Add or change fields of CRM objects. Fields that you do not list are kept, and no data is deleted unless you allow it.",
  ),
  inputs: { connection: connectionInput, ...schemaInputs },
  performSafety: "notAllowed",
  perform: async (context, { connection, integrationId, objectType, ...given }) => {
    const labels = ["Fields", schemaInputs.fieldsJson.label] as const;
    const wanted = either(fields.read(given.fields), given.fieldsJson, labels) ?? [];
    if (wanted.length === 0 && !given.deleteOthers) {
      throw new InputError("Fields", "is required", schemaInputs.fieldsJson.example);
    }
    const client = createClient(connection, context);
    const query = { integrationId, objectType };
    const present = await client.call(operations.listCrmSchemaFields, { query });
    const before = present.objectTypeToSelectedFields?.[objectType] ?? [];
    const changes = schemaChanges(before, wanted as Field[], given.deleteOthers ?? false);
    checkFields(changes.fields, new Set(wanted.map(({ uniqueName }) => uniqueName)));
    const { fields: all, ...summary } = changes;
    const isNew = Object.values(summary).some((names) => names.length > 0);
    const data = { uploaded: false, ...summary, fields: all };
    if (given.preview || !isNew) return { data: data as object };
    if (!given.allowDeletingData) refuseDeletion(changes);
    const answer = await client.call(operations.uploadCrmSchema, { query, body: all });
    return { data: { ...answer, ...data, uploaded: true } as object };
  },
  outputSchema: outputFrom(
    "requestId uploaded:b added:[] changed:[] losesDataOf:[] fields:[GenericSchemaFieldRequest]",
  ),
  examplePayload: {
    data: {
      requestId: "4al018gzaztcr8nbukw",
      uploaded: true,
      added: ["industry"],
      changed: [],
      losesDataOf: [],
      fields: [{ uniqueName: "industry", label: "Industry", type: "STRING" }],
    },
  },
});

/** What Gong requires of a field that is given and not deleted. @throws InputError */
function checkFields(all: SchemaChanges["fields"], wanted: ReadonlySet<unknown>): void {
  for (const { uniqueName, type, isDeleted, referenceTo, orderedValueList } of all) {
    if (isDeleted || !wanted.has(uniqueName)) continue;
    const refuse = (problem: string, example: string) => {
      throw new InputError("Fields", `must have ${problem} for ${uniqueName}`, example);
    };
    if (!type) refuse("a Type", "STRING");
    if (type === "REFERENCE" && !referenceTo) refuse("Refers To", "ACCOUNT");
    if (type === "PICKLIST" && !orderedValueList?.length) refuse("Values", '["Logistics"]');
  }
}

/** @throws InputError when fields would lose their data */
function refuseDeletion({ losesDataOf }: SchemaChanges): void {
  if (losesDataOf.length === 0) return;
  throw new InputError(
    "Allow Deleting Field Data",
    `must be on to delete a field or change its type, because all objects lose their data in ${losesDataOf.join(", ")}`,
  );
}
