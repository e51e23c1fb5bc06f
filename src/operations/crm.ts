import { operation, uploadTimeoutMs } from "./operation";

/** A field of a schema, as far as code reads it; Gong calls the unique name `name` as well. */
interface SchemaField {
  readonly uniqueName?: string | null;
  readonly name?: string | null;
  readonly label?: string | null;
  readonly type?: string | null;
  readonly isDeleted?: boolean | null;
}

/** The integration made by this API; at most one is active (G37, G60). */
export const listCrmIntegrations = operation("GET /v2/crm/integrations", {
  name: "List CRM Integrations",
  scope: "api:crm:integrations:read",
  idempotent: true,
  records: "integrations",
  key: "integrationId",
});

/** Registers the integration that uploads belong to. */
export const registerCrmIntegration = operation("PUT /v2/crm/integrations", {
  name: "Register CRM Integration",
  scope: "api:crm:integration:register",
  hints: [
    {
      status: 409,
      hint: "Gong allows one CRM integration at a time, including native ones such as Salesforce. List CRM Integrations shows one made through this API: use its ID, or delete it first.",
    },
  ],
});

/** Deletes an integration with all its objects, within a day (G37). */
export const deleteCrmIntegration = operation("DELETE /v2/crm/integrations", {
  name: "Delete CRM Integration",
  scope: "api:crm:integration:delete",
});

/** The fields that an integration adds to Gong's own. */
export const listCrmSchemaFields = operation<{
  objectTypeToSelectedFields?: Readonly<Record<string, readonly SchemaField[] | null>> | null;
}>("GET /v2/crm/entity-schema", {
  name: "List CRM Schema Fields",
  scope: "api:crm:schema",
  idempotent: true,
});

/** Replaces the added fields of an object type (G39, G59). */
export const uploadCrmSchema = operation("POST /v2/crm/entity-schema", {
  name: "Upload CRM Schema",
  scope: "api:crm:schema",
});

/** Objects as Gong holds them, up to 100; takes a body on GET (G35). */
export const getCrmObjects = operation("GET /v2/crm/entities", {
  name: "Get CRM Objects",
  scope: "api:crm:get-objects",
  idempotent: true,
});

/** Uploads a file of objects; the same Client Request ID again does no harm (G59). */
export const uploadCrmObjects = operation("POST /v2/crm/entities", {
  name: "Upload CRM Objects",
  scope: "api:crm:upload",
  idempotent: true,
  changes: true,
  repeat: { status: 409, names: ["clientRequestId"] },
  timeoutMs: uploadTimeoutMs,
  hints: [
    {
      status: 409,
      hint: "This Client Request Id was used before, so Gong has that upload. Get CRM Request Status shows the outcome. For another upload, use another ID.",
    },
  ],
});

/** How an upload or deletion is getting on (G38). */
export const getCrmRequestStatus = operation("GET /v2/crm/request-status", {
  name: "Get CRM Request Status",
  scope: "api:crm:upload",
  idempotent: true,
});
