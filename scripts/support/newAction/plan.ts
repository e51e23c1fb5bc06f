import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inputOf } from "./inputs";
import { type Description, operationOf } from "./operation";
import { declarationText, rowText, tableText } from "./texts";

/** What a new action changes, and what it leaves to you. */
export interface Plan {
  readonly key: string;
  /** Whole texts by path below the project. */
  readonly files: Readonly<Record<string, string>>;
  readonly left: readonly string[];
}

/**
 * Everything that an action for an operation needs and that can be told from Gong's description.
 *
 * @param root the project, whose files are read and not written
 * @throws Error when Gong has no such operation, or it has an action already
 */
export function planAction(route: string, root: string, description?: Description): Plan {
  const read = (file: string) => {
    const whole = path.join(root, file);
    return existsSync(whole) ? readFileSync(whole, "utf8") : "";
  };
  const operation = operationOf(route, description);
  const areas = readdirSync(path.join(root, "src/operations"));
  const [first = ""] = route.replace(/^\w+ \/v2\//, "").split(/[/{]/);
  const row = areas.find((file) => read(`src/operations/${file}`).includes(`"${route}"`));
  const area = camel(first);
  const rows = `src/operations/${area}.ts`;
  const action = `src/actions/${area}/${operation.key}.ts`;
  if (row) throw new Error(`${route} already has a row, in src/operations/${row}.`);
  if (read(action)) throw new Error(`${action} already exists.`);
  const table = shortestTable(root);
  const loose = operation.values.filter((value) => inputOf(value).code.startsWith("jsonInput"));
  const index = read("src/operations/index.ts");
  return {
    key: operation.key,
    files: {
      [rows]: (read(rows) || 'import { operation } from "./operation";\n') + rowText(operation),
      ...(read(rows) ? {} : { "src/operations/index.ts": withArea(index, area) }),
      [action]: declarationText(operation, area),
      "src/actions/index.ts": withExport(read("src/actions/index.ts"), operation.key, area),
      [table]: read(table).replace(/^};\n*$(?![\s\S]*^};)/m, `${tableText(operation)}};\n`),
    },
    left: [
      `Name, description, and comments in your own words (${action}).`,
      ...(description ? [] : ["Scope and inputs: Gong's description was not found."]),
      ...(operation.scope
        ? []
        : ["The scope in the row, from sandbox/scopes.ts: Gong's description names none."]),
      operation.idempotent
        ? "Whether sending it twice is harmless: the draft says idempotent. What uses credits is not (G41)."
        : "Whether sending it twice is harmless: the draft says not idempotent.",
      ...(loose.length > 0
        ? [
            `The shape of ${loose.map(({ name }) => name).join(", ")}, from src/inputs/structures.ts: the draft accepts any.`,
          ]
        : []),
      "The operation in the local Gong (sandbox/routes/), from Gong's description, unless it has it.",
      ...(operation.values.some(({ name }) => /ids?$/i.test(name))
        ? [
            `IDs that the local Gong has, for ${operation.key} in realInputs of tests/answers.test.ts.`,
          ]
        : []),
      'The documents: "npm run docs".',
    ],
  };
}

const camel = (word: string) => word.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The file of request rows that has most room. */
function shortestTable(root: string): string {
  const folder = path.join(root, "tests/support");
  const lines = (file: string) => readFileSync(path.join(folder, file), "utf8").split("\n").length;
  const [shortest = ""] = readdirSync(folder)
    .filter((file) => /^requestRows\w*\.ts$/.test(file))
    .sort((one, other) => lines(one) - lines(other));
  return `tests/support/${shortest}`;
}

function withExport(index: string, key: string, area: string): string {
  const line = `export { ${key} } from "./${area}/${key}";`;
  const [comment = "", ...lines] = index.trimEnd().split("\n");
  const from = (one: string) => /from "(.*)"/.exec(one)?.[1] ?? "";
  const sorted = [...lines, line].sort((one, other) => (from(one) < from(other) ? -1 : 1));
  return `${[comment, ...sorted].join("\n")}\n`;
}

function withArea(index: string, area: string): string {
  return index
    .replace(
      "import type { Operation }",
      `import * as ${area} from "./${area}";\nimport type { Operation }`,
    )
    .replace("].flatMap(", `  ${area},\n].flatMap(`);
}
