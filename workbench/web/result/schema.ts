/** The parts of JSON Schema that output schemas use. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** A schema, and the whole that its references point into. */
export interface PlacedSchema {
  readonly schema: Schema;
  readonly root: Schema;
}

/** Reads the text of an output schema. */
export function parseSchema(text: string | undefined): PlacedSchema | undefined {
  if (text === undefined) return undefined;
  const schema = JSON.parse(text) as Schema;
  return { schema, root: schema };
}

/** The schema of a member of an object, or of the elements of a list. */
export function childSchema(
  placed: PlacedSchema | undefined,
  key: string | number,
): PlacedSchema | undefined {
  if (!placed) return undefined;
  const { root } = placed;
  for (const schema of alternatives(placed)) {
    const found =
      typeof key === "number" ? schema.items : (schema.properties?.[key] ?? others(schema));
    if (found) return { schema: found, root };
  }
  return undefined;
}

function others({ additionalProperties }: Schema): Schema | undefined {
  return typeof additionalProperties === "object" ? additionalProperties : undefined;
}

/** The schema itself, behind its reference, with everything that it may also be. */
export function* alternatives({ schema, root }: PlacedSchema): Generator<Schema> {
  const own = resolve(schema, root);
  yield own;
  for (const each of [...(own.allOf ?? []), ...(own.anyOf ?? []), ...(own.oneOf ?? [])]) {
    yield* alternatives({ schema: each, root });
  }
}

function resolve(schema: Schema, root: Schema): Schema {
  const name = schema.$ref?.match(/^#\/\$defs\/(.+)$/)?.[1];
  const target = name === undefined ? undefined : root.$defs?.[name];
  return target ? { ...target, ...schema } : schema;
}

/** What a path means. */
export function descriptionOf(placed: PlacedSchema | undefined): string | undefined {
  if (!placed) return undefined;
  for (const { description } of alternatives(placed)) if (description) return description;
  return undefined;
}

/** Types of a path, null left out. */
export function typeOf(placed: PlacedSchema): string {
  const types = [...alternatives(placed)].flatMap(({ type }) => type ?? []);
  return [...new Set(types)].filter((type) => type !== "null").join(" or ");
}
