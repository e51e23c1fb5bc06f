/** The parts of a JSON Schema that say what a value has. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** A value of which nothing is known, so that it may have any field. */
export const anything: Schema = {};

/** The schema of what an example is one of. */
export function schemaOf(example: unknown): Schema {
  if (Array.isArray(example)) {
    return { type: "array", items: example.length > 0 ? schemaOf(example[0]) : anything };
  }
  if (typeof example !== "object" || example === null) return { type: typeof example };
  const properties = Object.entries(example).map(([name, value]) => [name, schemaOf(value)]);
  return { type: "object", properties: Object.fromEntries(properties) };
}

/** The schema of a field of a field; nothing when there is no such field. */
export function fieldOf(schema: Schema, path: readonly string[]): Schema | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return schema;
  if (schema.properties) {
    const { [name]: field } = schema.properties;
    return field && fieldOf(field, rest);
  }
  return schema.type === undefined || schema.type === "object" ? anything : undefined;
}

/** The schema of an item; nothing when it is known to be no list. */
export function itemOf(schema: Schema): Schema | undefined {
  if (schema.items) return schema.items;
  return schema.type === undefined ? anything : undefined;
}
