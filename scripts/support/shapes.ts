/** A schema of Gong's description, as far as answers use it. */
interface Described {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: Described;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly additionalProperties?: Described;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Described>> };
}

interface DescribedOperation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Described }>> }>
  >;
}

/** Answers by route and the shapes that they name, in the notation of `schemaFrom`. */
export interface Shapes {
  readonly answers: Readonly<Record<string, string>>;
  readonly shapes: Readonly<Record<string, string>>;
}

/**
 * Reads the answers of all operations out of Gong's description. Its texts and examples stay there:
 * only names, types and the values of enums are taken. Shapes that say the same are one.
 */
export function shapesOf({ paths, components: { schemas } }: Description): Shapes {
  const shapes = new Map<string, string>();

  const nameOf = (ref: string): string => {
    const key = ref.slice(ref.lastIndexOf("/") + 1);
    const name = key.replaceAll(" ", "").replace(/^./, (first) => first.toUpperCase());
    const fields = fieldsOf(schemas[key] ?? {});
    const same = [...shapes].find(([, known]) => known === fields)?.[0];
    if (!same) shapes.set(name, fields);
    return same ?? name;
  };
  const typeOf = (schema: Described): string => {
    if (schema.$ref) return nameOf(schema.$ref);
    if (schema.type === "array") return `[${typeOf(schema.items ?? {})}]`;
    if (schema.additionalProperties) return `{${typeOf(schema.additionalProperties)}}`;
    if (schema.type === "boolean") return "b";
    if (schema.format === "date-time") return "t";
    if (schema.type === "integer" || schema.type === "number") return "n";
    // An object without properties is how the description writes "any value".
    return schema.type === "string" ? "" : "?";
  };
  const fieldOf = ([name, schema]: [string, Described]): string => {
    const isId = /(^id|Id)$/.test(name);
    const type = isId ? "" : typeOf(schema);
    const values = (schema.items ?? schema).enum?.filter((value) => /^[\w-]+$/.test(value));
    return `${name}${type && `:${type}`}${values?.length ? `=${values.join("|")}` : ""}`;
  };
  const fieldsOf = ({ properties = {} }: Described): string =>
    Object.entries(properties).map(fieldOf).join(" ");

  const answerOf = ({ responses }: DescribedOperation): string => {
    const [, response] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? [];
    const { $ref = "" } = response?.content?.["application/json"]?.schema ?? {};
    return fieldsOf(schemas[$ref.slice($ref.lastIndexOf("/") + 1)] ?? {}).replace(
      /^requestId ?/,
      "",
    );
  };
  const answers = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([verb, operation]) => [`${verb.toUpperCase()} ${path}`, answerOf(operation)] as const,
    ),
  );
  return { answers: sorted(answers), shapes: sorted([...shapes]) };
}

function sorted(entries: (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
