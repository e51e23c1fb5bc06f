import { isBlank } from "./readers";

/** The part of a JSON Schema that says what belongs where. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
}

/**
 * Does inside a structured value what single inputs do with theirs: optional fields that are blank
 * count as not given, and go.
 *
 * @returns a copy; what does not fit the shape stays as it is, for the schema to refuse
 */
export function withoutBlanks(value: unknown, shape: Shape): unknown {
  const { items, properties, required = [] } = shape;
  if (Array.isArray(value)) {
    return items ? value.map((item) => withoutBlanks(item, items)) : value;
  }
  if (typeof value !== "object" || value === null) {
    // Spaces only are as good as nothing, which a schema can tell by the length.
    return value !== null && shape.type === "string" && isBlank(value) ? "" : value;
  }
  if (!properties) return value;
  const fields = Object.entries(value).map(([name, field]) => {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const goes = own && !required.includes(name) && isBlank(field) && !takes(field, own);
    return goes ? [] : [[name, own ? withoutBlanks(field, own) : field]];
  });
  return Object.fromEntries(fields.flat());
}

/** Whether a blank means something here: `null` where it is allowed, anything where all is. */
function takes(blank: unknown, { type, enum: choices }: Shape): boolean {
  if (type === undefined && choices === undefined) return true;
  return blank === null && (choices?.includes(null) || [type].flat().includes("null"));
}
