import type { FastifyInstance, FastifyRequest } from "fastify";
import type { FromSchema } from "json-schema-to-ts";
import {
  fieldTypes,
  isDateTime,
  type ObjectType,
  objectTypes,
  type SchemaField,
  type SchemaType,
  schemaTypes,
} from "../crm/fields";
import { LineSink } from "../crm/lines";
import type { Integration } from "../crm/store";
import { badRequest, GongError } from "../errors";
import { numeric } from "../json";
import { boolean, email, id, list, noQuery, object, oneOf, text } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { onlyFile } from "../upload";
import { answer, typed } from "./api";

const needed = { type: "string", minLength: 1 } as const;
const clientRequestId = { type: "string", format: "gong-request-id" } as const;
const ofRequest = object({ integrationId: id, clientRequestId }, [
  "integrationId",
  "clientRequestId",
]);
const ofType = object({ integrationId: id, objectType: oneOf(...schemaTypes) }, [
  "integrationId",
  "objectType",
]);
// The description calls the type required and says what happens without it.
const schemaQuery = { ...ofType, required: ["integrationId"] } as const;
const uploadQuery = object(
  { integrationId: id, objectType: oneOf(...objectTypes), clientRequestId },
  ["integrationId", "objectType", "clientRequestId"],
);
const schemaBody = {
  ...list(
    object(
      {
        uniqueName: needed,
        label: needed,
        type: oneOf(...fieldTypes),
        lastModified: text,
        isDeleted: boolean,
        referenceTo: oneOf("ACCOUNT", "CONTACT", "DEAL", "LEAD", "USER"),
        orderedValueList: list(text),
      },
      ["uniqueName", "label", "type"],
    ),
  ),
  minItems: 1,
} as const;
const integrationBody = object({ ownerEmail: email, name: needed }, ["ownerEmail", "name"]);

/** Everything under `/v2/crm`. */
export function registerCrm(app: FastifyInstance, state: SandboxState): void {
  registerIntegrations(app, state);
  registerSchema(app, state);
  registerEntities(app, state);
}

function registerIntegrations(app: FastifyInstance, state: SandboxState): void {
  const server = typed(app);
  server.get(
    "/v2/crm/integrations",
    { schema: { querystring: noQuery }, config: { scope: "api:crm:integrations:read" } },
    async () => {
      const { integration } = state.crm;
      return answer(state, { integrations: integration ? [renderIntegration(integration)] : [] });
    },
  );
  server.put(
    "/v2/crm/integrations",
    {
      schema: { body: integrationBody, querystring: noQuery },
      config: { scope: "api:crm:integration:register" },
    },
    async ({ body: { ownerEmail, name } }) => {
      const integration = state.crm.register(ownerEmail, name);
      return answer(state, { integrationId: numeric(integration.id) });
    },
  );
  server.delete(
    "/v2/crm/integrations",
    { schema: { querystring: ofRequest }, config: { scope: "api:crm:integration:delete" } },
    async ({ query }, reply) => {
      state.crm.remove(query.integrationId, query.clientRequestId);
      reply.code(201);
      return answer(state, { clientRequestId: query.clientRequestId });
    },
  );
  server.get(
    "/v2/crm/request-status",
    { schema: { querystring: ofRequest }, config: { scope: "api:crm:upload" } },
    async ({ query }) =>
      answer(state, state.crm.status(query.integrationId, query.clientRequestId)),
  );
}

/** The id is a JSON number beyond 2^53 (G17). */
function renderIntegration({ id: integrationId, ownerEmail, name }: Integration) {
  return { integrationId: numeric(integrationId), ownerEmail, name };
}

function registerSchema(app: FastifyInstance, state: SandboxState): void {
  const server = typed(app);
  const config = { scope: "api:crm:schema" } as const;
  server.get(
    "/v2/crm/entity-schema",
    { schema: { querystring: schemaQuery }, config },
    async ({ query: { integrationId, objectType } }) => {
      const { schema } = state.crm.demand(integrationId);
      const wanted = objectType === undefined ? schemaTypes : [objectType];
      return answer(state, {
        objectTypeToSelectedFields: Object.fromEntries(
          wanted.map((type) => [type, schema.get(type) ?? []]),
        ),
      });
    },
  );
  server.post(
    "/v2/crm/entity-schema",
    { schema: { querystring: ofType, body: schemaBody }, config },
    async ({ query: { integrationId, objectType }, body }, reply) => {
      replaceSchema(state.crm.demand(integrationId), objectType, body);
      reply.code(201);
      return answer(state, {});
    },
  );
}

/** The whole schema is replaced; a deleted field and one of another type lose their data (G39, G59). */
function replaceSchema(
  { schema, objects }: Integration,
  type: SchemaType,
  body: FromSchema<typeof schemaBody>,
): void {
  body.forEach(checkField);
  const given = new Map(body.map((field) => [field.uniqueName, field]));
  if (given.size < body.length) throw badRequest("uniqueName", "must not contain duplicates");
  const before = schema.get(type) ?? [];
  const missing = before.filter(({ uniqueName }) => !given.has(uniqueName));
  if (missing.length > 0) {
    const names = missing.map(({ uniqueName }) => uniqueName).join(", ");
    throw new GongError(400, `All fields must be included in the schema. Missing: ${names}`);
  }
  const erased = before.filter(({ uniqueName, type: was }) => {
    const field = given.get(uniqueName);
    return field?.isDeleted === true || field?.type !== was;
  });
  erase(
    objects.get(type),
    erased.map(({ uniqueName }) => uniqueName),
  );
  const kept = body.filter(({ isDeleted }) => isDeleted !== true);
  schema.set(
    type,
    kept.map(
      (field): SchemaField => ({
        lastModified: null,
        isDeleted: false,
        referenceTo: null,
        orderedValueList: null,
        ...field,
      }),
    ),
  );
}

function checkField(
  {
    type,
    isDeleted,
    referenceTo,
    orderedValueList,
    lastModified,
  }: FromSchema<typeof schemaBody>[number],
  index: number,
): void {
  if (lastModified !== undefined && !isDateTime(lastModified)) {
    throw badRequest(
      `[${index}].lastModified`,
      "must be in the ISO-8601 format without milliseconds",
    );
  }
  if (isDeleted) return;
  if (type === "REFERENCE" && referenceTo === undefined) {
    throw badRequest(`[${index}].referenceTo`, "is required for a field of type REFERENCE");
  }
  if (type === "PICKLIST" && !orderedValueList?.length) {
    throw badRequest(`[${index}].orderedValueList`, "is required for a field of type PICKLIST");
  }
}

function erase(objects: Map<string, string> | undefined, names: readonly string[]): void {
  if (names.length === 0) return;
  for (const [objectId, line] of objects ?? []) {
    const record = JSON.parse(line) as Record<string, unknown>;
    for (const name of names) delete record[name];
    objects?.set(objectId, JSON.stringify(record));
  }
}

function registerEntities(app: FastifyInstance, state: SandboxState): void {
  const server = typed(app);
  server.get(
    "/v2/crm/entities",
    {
      // An array as the body of a GET (G35).
      schema: { querystring: ofType, body: list(text) },
      config: { scope: "api:crm:get-objects" },
      preValidation: async ({ headers }) => {
        if (headers["content-type"]?.startsWith("application/json")) return;
        throw new GongError(415, "Content type must be application/json"); // G9
      },
    },
    async ({ query: { integrationId, objectType }, body }) => {
      const integration = state.crm.demand(integrationId);
      const entries = body.slice(0, 100).map((objectId) => {
        const line = integration.objects.get(objectType)?.get(objectId);
        return [objectId, line === undefined ? null : JSON.parse(line)];
      });
      return answer(state, { crmObjectsMap: Object.fromEntries(entries) });
    },
  );
  server.post(
    "/v2/crm/entities",
    {
      schema: { querystring: uploadQuery },
      config: { scope: "api:crm:upload", takesUpload: (request) => openSink(state, request) },
    },
    async ({ query: { integrationId, objectType, clientRequestId }, upload }, reply) => {
      const { sink } = onlyFile(upload, "dataFile");
      if (!(sink instanceof LineSink)) throw new GongError(415, "Unsupported media type");
      state.crm.upload(integrationId, objectType, clientRequestId, sink.finish());
      reply.code(201);
      return answer(state, { clientRequestId });
    },
  );
}

/** Lines are read before the request is checked: what they belong to need not exist. */
function openSink({ crm }: SandboxState, request: FastifyRequest): LineSink {
  const { objectType } = request.query as { objectType?: string };
  const type = objectTypes.find((each) => each === objectType) ?? "STAGE";
  const schema = crm.integration?.schema.get(type as SchemaType) ?? [];
  return new LineSink(type satisfies ObjectType, schema, crm.maxStoredObjects);
}
