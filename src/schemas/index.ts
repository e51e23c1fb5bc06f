import { answers, shapes, words } from "./overlay";

/** A JSON Schema as a plain tree, without `$ref`. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
}

const scalars: Record<string, string> = { s: "string", n: "number", i: "integer", b: "boolean" };
/** As `Intl.ListFormat` says it, which takes longer to make than all schemas. */
const anyOf = (values: readonly string[]): string =>
  values.join(", ").replace(/, ([^,]*)$/, values.length > 2 ? ", or $1" : " or $1");

/**
 * Expands fields written as `name`, `name:type` or `name:type=KNOWN|VALUES`, separated by spaces.
 * A type is `s`, `n`, `i`, `b` or several of them (text, number, integer, boolean), `t` (a date-time),
 * `?` (anything), the name of a shape, `[type]` (a list) or `{type}` (a map). Without one it is an ID,
 * text or integer (G17), for names that end like one, else text. Everything inside may be null (G47),
 * nothing is required, and fields that are not named are allowed (G11).
 *
 * @param owner the shape or route that the fields belong to, for descriptions of its own
 * @throws TypeError when a type is unknown
 */
export function schemaFrom(fields: string, owner = ""): Schema {
  const properties: Record<string, Schema> = {};
  for (const { name, type, values } of fieldsOf(fields)) {
    const description = [words[`${owner}.${name}`] ?? words[name], anyOf(values)]
      .filter(Boolean)
      .join(": ");
    const schema = schemaOfType(type);
    properties[name] = description ? { ...schema, description } : schema;
  }
  return { type: "object", properties };
}

/** The fields that a text in this notation names, each with its type. */
export function fieldsOf(text: string) {
  return text
    .split(" ")
    .filter(Boolean)
    .map((field) => {
      const [declared = "", values] = field.split("=");
      const [name = "", type = ""] = declared.split(":");
      const unnamed = /(^id|Ids?)$/.test(name) ? "si" : "s";
      // Into the brackets of a list or map that names no type.
      const whole = type.replace(/^[[{]*(?=[\]}]*$)/, (brackets) => brackets + unnamed);
      return { name, type: whole, values: values?.split("|") ?? [] };
    });
}

const expanded = new Map<string, Schema>();

/** Each type is expanded once, however many answers it is part of. */
function schemaOfType(type: string): Schema {
  const schema = expanded.get(type) ?? expand(type);
  expanded.set(type, schema);
  return schema;
}

function expand(type: string): Schema {
  const inner = () => schemaOfType(type.slice(1, -1));
  if (type === "?") return {};
  if (type === "t") return { type: ["string", "null"], format: "date-time" };
  if (type.startsWith("[")) return { type: ["array", "null"], items: inner() };
  if (type.startsWith("{")) return { type: ["object", "null"], additionalProperties: inner() };
  const fields = shapes[type];
  if (fields !== undefined) return { ...schemaFrom(fields, type), type: ["object", "null"] };
  const names = [...type].map((letter) => scalars[letter] ?? "");
  if (names.includes("")) throw new TypeError(`There is no shape ${type}.`);
  return { type: [...names, "null"] };
}

/** Gong's answer to an operation, given by its route. @throws TypeError for an unknown route */
export function schemaOf({ route }: { readonly route: string }): Schema {
  const fields = answers[route];
  if (fields === undefined) throw new TypeError(`Gong's description has no ${route}.`);
  return schemaFrom(`requestId:s ${fields}`, route);
}
