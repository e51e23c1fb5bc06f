import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { answers } from "../../../src/schemas/overlay";
import { root } from "../component";

/** A JSON Schema as Gong's description has it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly example?: unknown;
  readonly enum?: readonly string[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Parameter {
  readonly name: string;
  readonly in: "query" | "path" | "header";
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

interface Described {
  readonly summary: string;
  readonly description?: string;
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
}

/** What is used of Gong's description of its API. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** One value that an operation takes, and where in the request it goes. */
export interface Value {
  readonly name: string;
  readonly place: "path" | "query" | "filter" | "body";
  readonly required: boolean;
  readonly words: string;
  readonly schema: Schema;
}

/** An operation as far as its description, or without one its answer, tells. */
export interface NewOperation {
  readonly route: string;
  readonly key: string;
  readonly name: string;
  readonly scope?: string | undefined;
  readonly words: string;
  readonly idempotent?: true | undefined;
  readonly cursor?: "query" | "body" | undefined;
  readonly records?: string | undefined;
  readonly values: readonly Value[];
}

/** Gong's description, where the checkout has it beside it. */
export function readDescription(): Description | undefined {
  const file = path.join(root, "../shared/gong/openapi.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Description) : undefined;
}

/**
 * What is known of an operation: from Gong's description, or without one from its route and its
 * answer.
 *
 * @throws Error when Gong has no such operation
 */
export function operationOf(route: string, description?: Description): NewOperation {
  const answer = answers[route];
  if (answer === undefined) {
    throw new Error(
      `Gong has no ${route}.${suggestion(route)} docs/COVERAGE.md lists its operations.`,
    );
  }
  const [verb = "", place = ""] = route.split(" ");
  const described = description?.paths[place]?.[verb.toLowerCase()];
  const words = described?.description ?? "";
  const key = (described?.operationId ?? keyOf(verb, place)).replace(/\W|_\d+$/g, "");
  const isPaged = /(^| )records:Records\b/.test(answer);
  return {
    route,
    key,
    name: titleOf(key),
    scope: /'(api:[\w:-]+)'/.exec(words)?.[1],
    words: firstSentence(described?.summary.replace(/\s*\(\/v2.*/, "") ?? titleOf(key)),
    idempotent: verb === "GET" || /^(list|get|find)[A-Z]/.test(key) || undefined,
    cursor: isPaged ? (verb === "GET" ? "query" : "body") : undefined,
    // A list has one list of records; what answers with several is handed on as it is.
    records: onlyList(answer),
    values: described && description ? valuesOf(described, description) : pathValues(place),
  };
}

/** Operations on the path that was meant, where the verb or "/v2" is missing or differs. */
function suggestion(route: string): string {
  const place = route.replace(/^\w+ +/, "").replace(/^\/?(v2\/)?/, "/v2/");
  const like = Object.keys(answers).filter((each) => each.split(" ")[1] === place);
  return like.length > 0 ? ` Did you mean "${like.join('" or "')}"?` : "";
}

function onlyList(answer: string): string | undefined {
  const lists = [...answer.matchAll(/(?:^| )(\w+):\[/g)].map(([, name]) => name);
  return lists.length === 1 ? lists[0] : undefined;
}

/** `list` or another verb, and the path in camel case: `getFlowsFolders`. */
function keyOf(verb: string, place: string): string {
  const verbs: Record<string, string> = { GET: "get", DELETE: "delete", PATCH: "update" };
  const words = place.replace(/^\/v2\/|\{\w+\}/g, "").split(/\W+/);
  return `${verbs[verb] ?? "send"}${words.filter(Boolean).map(capital).join("")}`;
}

/** A key or a field in words: `flowOwnerEmail` is Flow Owner Email. */
export function titleOf(key: string): string {
  return capital(key.replace(/[-_]/g, " ").replace(/([a-z])([A-Z])/g, "$1 $2")).replace(
    / [a-z]/g,
    (letter) => letter.toUpperCase(),
  );
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The first sentence in one line, with a full stop. */
function firstSentence(words: string): string {
  const line = words
    .replace(/^\s*\(?optional\)?[\s:]*/i, "")
    .replace(/\s+/g, " ")
    .trim();
  const [sentence = ""] = capital(line).split(/(?<=[.!?]) /);
  return sentence && !/[.!?]$/.test(sentence) ? `${sentence}.` : sentence;
}

function pathValues(place: string): Value[] {
  return [...place.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    place: "path",
    required: true,
    words: `ID of the ${name === "id" ? "record" : titleOf(name).replace(/ Id$/, "").toLowerCase()}.`,
    schema: { type: "string" },
  }));
}

function valuesOf(described: Described, { components }: Description): Value[] {
  const resolve = (schema: Schema): Schema => {
    const name = schema.$ref?.split("/").pop();
    return name ? (components.schemas[name] ?? {}) : schema;
  };
  const parameters = (described.parameters ?? []).map(
    ({ name, in: place, required = false, description = "", schema }): Value => ({
      name,
      place: place === "path" ? "path" : "query",
      required,
      words: firstSentence(description),
      schema: resolve(schema),
    }),
  );
  const [content] = Object.values(described.requestBody?.content ?? {});
  const body = resolve(content?.schema ?? {});
  const filter = body.properties?.filter;
  const { filter: _, ...rest } = body.properties ?? {};
  const fieldsOf = (of: Schema, place: Value["place"]) =>
    Object.entries(of.properties ?? {}).map(
      ([name, schema]): Value => ({
        name,
        place,
        required: of.required?.includes(name) ?? false,
        words: firstSentence(schema.description ?? resolve(schema).description ?? ""),
        schema: resolve(schema),
      }),
    );
  return [
    ...parameters,
    ...(filter ? fieldsOf(resolve(filter), "filter") : []),
    ...fieldsOf({ ...body, properties: rest }, "body"),
  ].filter(({ name }) => name !== "cursor");
}
