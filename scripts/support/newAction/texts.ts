import { exampleOf } from "../../../src/schemas/examples";
import { type Input, inputOf } from "./inputs";
import type { NewOperation, Value } from "./operation";

/** The row of an operation, with its docstring. */
export function rowText(operation: NewOperation): string {
  const { key, name, route, scope, idempotent, cursor, records, words } = operation;
  const row = { name, scope, idempotent, cursor, records, key: recordKey(operation) };
  const fields = JSON.stringify(row, null, 2);
  return `\n/** ${words} */\nexport const ${key} = operation("${route}", ${fields});\n`;
}

/** The field of a record that tells it from others: its ID. */
function recordKey(operation: NewOperation): string | undefined {
  if (!operation.records) return undefined;
  const [record] = [exampleOf(operation)[operation.records]].flat();
  const [first] = Object.keys(Object(record));
  return first && /(^id|Id)$/.test(first) ? first : undefined;
}

/** The file of an action. @param area the file of `src/operations/` that holds its row */
export function declarationText(operation: NewOperation, area: string): string {
  const inputs = operation.values.map(inputOf);
  const imports = new Map<string, Set<string>>();
  for (const [file, names] of inputs.flatMap((input) => Object.entries(input.imports))) {
    imports.set(file, new Set([...(imports.get(file) ?? []), ...names]));
  }
  const keys = inputs.map(({ key }) => key).join(", ");
  return [
    ...[...imports].map(
      ([file, names]) => `import { ${[...names].sort().join(", ")} } from "${file}";`,
    ),
    `import * as operations from "../../operations/${area}";`,
    `import { gongAction } from "../gongAction";`,
    "",
    `/** ${operation.words} */`,
    `export const ${operation.key} = gongAction(operations.${operation.key}, {`,
    `description: ${JSON.stringify(operation.words)},`,
    `inputs: { ${inputs.map(({ key, code }) => `${key}: ${code}`).join(",\n")} },`,
    `request: (${inputs.length > 0 ? `{ ${keys} }` : ""}) => (${requestText(inputs)}),`,
    "});",
    "",
  ].join("\n");
}

/** The parts of a request that hold values. */
const isIn =
  (place: Value["place"]) =>
  ({ value }: Input) =>
    value.place === place;

function requestText(inputs: readonly Input[]): string {
  const fields = (place: Value["place"]) =>
    inputs
      .filter(isIn(place))
      .map(({ key, value }) => (key === value.name ? key : `"${value.name}": ${key}`));
  const filter = fields("filter");
  const body = [
    ...(filter.length > 0 ? [`filter: { ${filter.join(", ")} }`] : []),
    ...fields("body"),
  ];
  const parts = { path: fields("path"), query: fields("query"), body };
  const given = Object.entries(parts).filter(([, values]) => values.length > 0);
  return `{ ${given.map(([part, values]) => `${part}: { ${values.join(", ")} }`).join(", ")} }`;
}

/** The row of `tests/support/requestRows.ts`: inputs, and the exact request. */
export function tableText(operation: NewOperation): string {
  const inputs = operation.values.map(inputOf);
  const needed = inputs.filter(({ value }) => value.required);
  const inPath = inputs.filter(isIn("path"));
  const route = inPath.reduce(
    (text, { value, sent }) => text.replace(`{${value.name}}`, String(sent)),
    operation.route,
  );
  const given = (some: readonly Input[], as: "text" | "sent") =>
    Object.fromEntries(some.map((input) => [input.key, input[as]]));
  const row = {
    route,
    text: given(inputs, "text"),
    values: given(inputs, "sent"),
    sends: sendsOf(inputs, operation),
    least: given(needed, "text"),
    leastSends: sendsOf(needed, operation),
  };
  return `  ${operation.key}: ${JSON.stringify(row)},\n`;
}

/** What arrives at Gong: everything in a query is text, and a body that is meant is there. */
function sendsOf(inputs: readonly Input[], operation: NewOperation): object {
  const sentIn = (place: Value["place"], read: (sent: unknown) => unknown = (sent) => sent) =>
    Object.fromEntries(
      inputs.filter(isIn(place)).map(({ value, sent }) => [value.name, read(sent)]),
    );
  const query = sentIn("query", (sent) => (Array.isArray(sent) ? sent : String(sent)));
  const has = (place: Value["place"]) => operation.values.some((value) => value.place === place);
  const body = { ...(has("filter") ? { filter: sentIn("filter") } : {}), ...sentIn("body") };
  return {
    ...(Object.keys(query).length > 0 ? { query } : {}),
    ...(has("filter") || has("body") ? { body } : {}),
  };
}
