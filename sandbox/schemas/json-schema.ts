import type { FastifyTypeProvider } from "fastify";
import type { FromSchema, JSONSchema } from "json-schema-to-ts";

/** Gives handlers the types that their schemas describe. */
export interface JsonSchemaProvider extends FastifyTypeProvider {
  validator: this["schema"] extends JSONSchema ? FromSchema<this["schema"]> : unknown;
}

interface ClosedObject<P, R> {
  type: "object";
  properties: P;
  required: R;
  additionalProperties: false;
}

type Properties = Record<string, JSONSchema>;

/** An object that has these members and no others: the sandbox is stricter than it needs to be. */
export function object<const P extends Properties>(properties: P): ClosedObject<P, readonly []>;
export function object<const P extends Properties, const R extends readonly (keyof P & string)[]>(
  properties: P,
  required: R,
): ClosedObject<P, R>;
export function object(
  properties: Properties,
  required: readonly string[] = [],
): ClosedObject<Properties, readonly string[]> {
  return { type: "object", properties, required, additionalProperties: false };
}

/** A list that may be empty. */
export function list<const S extends JSONSchema>(items: S) {
  return { type: "array", items } as const;
}

/** A list in a filter: without duplicates, not empty, but null or absent at will (G29). */
export function filterList<const S extends JSONSchema>(items: S) {
  return { type: ["array", "null"], items, uniqueItems: true, minItems: 1 } as const;
}

/** One of a few words. */
export function oneOf<const V extends readonly string[]>(...values: V) {
  return { type: "string", enum: values } as const;
}

/** Values without further conditions. */
export const text = { type: "string" } as const;
export const boolean = { type: "boolean" } as const;
/** Anything at all, where Gong's description says "object" and shows text. */
export const anything = {} as const;

/** ISO-8601 with an offset. */
export const dateTime = { type: "string", format: "gong-date-time" } as const;
/** YYYY-MM-DD. */
export const date = { type: "string", format: "gong-date" } as const;
/** Up to 20 digits, as text (G17). */
export const id = { type: "string", format: "gong-id" } as const;
export const email = { type: "string", format: "gong-email" } as const;
export const url = { type: "string", format: "gong-url" } as const;
/** A boolean in a query: queries carry text. */
export const booleanText = oneOf("true", "false");

/** The body of an operation that takes none; fastify shows an absent body to ajv as null. */
export const noBody = { type: "null" } as const;
/** The query of an operation that takes none. */
export const noQuery = object({});
/** The path of an operation on one thing. */
export const idParams = object({ id }, ["id"]);
