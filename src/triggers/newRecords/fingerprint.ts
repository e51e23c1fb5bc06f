import { createHash } from "node:crypto";
import type { JSONSchema } from "json-schema-to-ts";

/** Characters of a fingerprint; two contents are alike in it once in 70 billion times. */
export const fingerprintLength = 6;

/**
 * A few characters that change when a record changes in a field that its schema names. Gong adds
 * fields to all records without notice (G11), which changes none of them. The order of lists and
 * the difference between `null` and nothing tell nothing either.
 */
export function fingerprint(record: object, schema: JSONSchema): string {
  const text = JSON.stringify(canonical(record, schema as Shape));
  return createHash("sha256").update(text).digest("base64url").slice(0, fingerprintLength);
}

/** The parts of a schema that say which fields count. */
interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

function canonical(value: unknown, { properties, items }: Shape): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => JSON.stringify(canonical(item, items ?? {}))).sort();
  }
  if (typeof value !== "object" || value === null) return value ?? undefined;
  const names = Object.keys(properties ?? value).sort();
  return names.map((name) => {
    const field = (value as Record<string, unknown>)[name] ?? undefined;
    return field === undefined ? [] : [name, canonical(field, properties?.[name] ?? {})];
  });
}
