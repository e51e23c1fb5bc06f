import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import Ajv, { type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import type { RecordedRequest } from "../../sandbox";

/** Gong's description of its API, kept beside the project and not in it. */
export const descriptionFile = path.resolve(__dirname, "../../../shared/gong/openapi.json");
export const hasDescription = existsSync(descriptionFile);

interface Described {
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: object }[];
  readonly requestBody?: { content: Record<string, { schema: object }>; required?: boolean };
}

/** Compares requests with Gong's description. */
export interface RequestChecker {
  /** @returns what is wrong with a request, a line each; none when Gong would take it */
  problemsOf(request: RecordedRequest): string[];
}

/** Builds the checker from Gong's description. Fields that it does not name count as wrong. */
export function createRequestChecker(): RequestChecker {
  const description = JSON.parse(readFileSync(descriptionFile, "utf8")) as {
    paths: Record<string, Record<string, Described>>;
    components: { schemas: Record<string, object> };
  };
  const { get, post } = description.paths["/v2/crm/entities"] ?? {};
  // The description has these in its text alone (G38), and this body as a parameter (G35).
  const named = ["integrationId", "objectType", "clientRequestId"];
  const needed = named.map((name) => ({ name, in: "query", required: true, schema: {} }));
  if (post) Object.assign(post, { parameters: needed });
  if (get) {
    const schema = { type: "array", items: { type: "string" } };
    const requestBody = { content: { "application/json": { schema } } };
    Object.assign(get, { parameters: needed.slice(0, 2), requestBody });
  }
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true, validateFormats: false }));
  ajv.addSchema({ $id: "gong", components: closed(description.components) as object });
  const compiled = new Map<object, ValidateFunction>();
  const validatorOf = (schema: object) => {
    const known = compiled.get(schema) ?? ajv.compile(closed(withIds(schema)) as object);
    compiled.set(schema, known);
    return known;
  };

  return {
    problemsOf: ({ method, path: requestPath, query, body }) => {
      const template = Object.keys(description.paths)
        .filter((candidate) => fits(candidate, requestPath))
        // A path without places is meant before one with them: /v2/calls/transcript.
        .sort((one, other) => one.split("{").length - other.split("{").length)[0];
      const operation = description.paths[template ?? ""]?.[method.toLowerCase()];
      if (!operation) return [`Gong has no ${method} ${requestPath}`];
      return [
        ...queryProblems(operation, query as Record<string, unknown>),
        ...bodyProblems(operation, body, validatorOf),
      ];
    },
  };
}

function fits(template: string, requestPath: string): boolean {
  const pattern = template.replace(/\{\w+\}/g, "[^/]+");
  return new RegExp(`^${pattern}$`).test(requestPath);
}

function queryProblems({ parameters = [] }: Described, query: Record<string, unknown>): string[] {
  const known = parameters.filter((parameter) => parameter.in === "query");
  const names = known.map(({ name }) => name);
  return [
    ...Object.keys(query)
      .filter((name) => !names.includes(name))
      .map((name) => `query: ${name} is unknown`),
    ...known
      .filter(({ name, required }) => required && !(name in query))
      .map(({ name }) => `query: ${name} is missing`),
  ];
}

function bodyProblems(
  { requestBody }: Described,
  body: unknown,
  validatorOf: (schema: object) => ValidateFunction,
): string[] {
  const isNone = body === undefined || body === null;
  if (!requestBody) return isNone ? [] : ["body: none is taken"];
  const form = requestBody.content["multipart/form-data"];
  if (form) {
    const { files } = body as { files: { field: string }[] };
    const { properties = {} } = form.schema as { properties?: object };
    return files
      .filter(({ field }) => !(field in properties))
      .map(({ field }) => `body: the file field ${field} is unknown`);
  }
  const schema = requestBody.content["application/json"]?.schema;
  if (!schema) return [];
  if (isNone) return ["body: is missing"];
  const validate = validatorOf(schema);
  validate(body);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `body${instancePath}: ${message} ${JSON.stringify(params)}`,
  );
}

/** References lead into the description, which the validator knows under a name. */
function withIds(schema: object): object {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"#/components', '"gong#/components'),
  ) as object;
}

/** The same schemas without room for fields that they do not name. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== "object" || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  // An object without properties is how the description writes "any value", as for CRM fields.
  if (copy.type === "object" && !copy.properties && !copy.$ref) {
    const { type: _, ...anything } = copy;
    return anything;
  }
  return "properties" in copy && !("additionalProperties" in copy)
    ? { ...copy, additionalProperties: false }
    : copy;
}
