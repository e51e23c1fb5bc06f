import { readFileSync } from "node:fs";
import path from "node:path";
import { answers, shapes } from "../../src/schemas/overlay";

/** Lines of a file that one or several actions are made of. */
interface Piece {
  /** Below `src/`. */
  readonly file: string;
  readonly first: number;
  readonly last: number;
  /** Keys of the actions that share it in equal parts. */
  readonly keys: readonly string[];
}

/** What an action with one operation costs. */
export interface Cost {
  readonly key: string;
  readonly operation: string;
  /** Lines of source: declaration, inputs, example, row, and overlay; what is shared in equal parts. */
  readonly lines: number;
  /** Bytes of the bundle for the same, and for the generated schema. */
  readonly bytes: number;
}

/** Bytes of the bundle that a line of a source file became. */
export type BytesOfLine = (file: string, line: number) => number;

const source = path.resolve(__dirname, "../../src");
const linesOf = (file: string) => readFileSync(path.join(source, file), "utf8").split("\n");

/**
 * What each action costs that is made by `gongAction` or `gongList`. What nearly every action needs
 * is not counted: the builders, the kinds of inputs, the client.
 */
export function operationCosts(bytesOfLine: BytesOfLine): Cost[] {
  const index = linesOf("actions/index.ts").join("\n");
  const files = new Map(
    [...index.matchAll(/export \{ (\w+) \} from "\.\/(.*)"/g)].map(([, key = "", file]) => [
      key,
      `actions/${file}.ts`,
    ]),
  );
  const rows = [...files].flatMap(([key, file]) => rowOf(key, file) ?? []);
  const pieces = [...actionPieces(files), ...rows, ...schemaPieces(rows)];
  return rows.map(({ key, route }) => {
    let [lines, bytes] = [0, 0];
    for (const { file, first, last, keys } of pieces) {
      if (!keys.includes(key)) continue;
      if (file !== "schemas/gong.ts") lines += (last - first + 1) / keys.length;
      for (let at = first; at <= last; at += 1) bytes += bytesOfLine(file, at) / keys.length;
    }
    return { key, operation: route, lines, bytes };
  });
}

/** The files in the areas of actions, each with the actions that reach it. */
function actionPieces(files: ReadonlyMap<string, string>): Piece[] {
  const reached = new Map<string, string[]>();
  const visit = (file: string, key: string) => {
    const keys = reached.get(file) ?? [];
    if (keys.includes(key) || !/^actions\/\w+\//.test(file)) return;
    reached.set(file, [...keys, key]);
    for (const [, other = ""] of linesOf(file)
      .join("\n")
      .matchAll(/from "(\.[^"]+)"/g)) {
      visit(`${path.join(path.dirname(file), other)}.ts`, key);
    }
  };
  for (const [key, file] of files) visit(file, key);
  return [...reached].map(([file, keys]) => ({ ...wholeOf(file), keys }));
}

const wholeOf = (file: string) => ({ file, first: 1, last: linesOf(file).length - 1 });

/** The row of an action's operation, its docstring included. */
function rowOf(key: string, file: string) {
  const text = linesOf(file).join("\n");
  const [, name] = /gong(?:Action|List)\(\s*operations\.(\w+)/.exec(text) ?? [];
  const [, area] = /\* as operations from ".*\/operations\/(\w+)"/.exec(text) ?? [];
  if (!name || !area) return undefined;
  const rows = linesOf(`operations/${area}.ts`);
  const at = rows.findIndex((line) => line.startsWith(`export const ${name} =`));
  const from = rows.lastIndexOf("", at) + 1;
  const to = rows.findIndex((line, index) => index > at && /^}?\);$/.test(line));
  const route = /"(\w+ \/v2\/.*)"/.exec(rows.slice(at, to).join("\n"))?.[1] ?? "";
  return { key, route, file: `operations/${area}.ts`, first: from + 1, last: to + 1, keys: [key] };
}

/** Lines of the schemas, each with the actions whose answers they describe. */
function schemaPieces(rows: readonly { readonly key: string; readonly route: string }[]): Piece[] {
  const owners = new Map(rows.map(({ key, route }) => [key, ownersOf(route)]));
  const fieldsOf = (owner: string) => ` ${answers[owner] ?? shapes[owner] ?? ""}`;
  return ["schemas/overlay.ts", "schemas/gong.ts"].flatMap((file) => {
    const lines = linesOf(file);
    const entries = lines.flatMap((line, at) =>
      /^ {2}"?([\w.{}/ -]+)"?:/.exec(line)?.[1] ? [at] : [],
    );
    return entries.flatMap((at) => {
      const name = /^ {2}"?([\w.{}/ -]+)"?:/.exec(lines[at] ?? "")?.[1] ?? "";
      const [owner = "", field = ""] = name.includes("/") ? [name] : name.split(".");
      const keys = [...owners].flatMap(([key, all]) => {
        const isOwn = all.includes(owner);
        const isField =
          !field && all.some((each) => new RegExp(` ${owner}[:= ]`).test(`${fieldsOf(each)} `));
        return isOwn || isField ? [key] : [];
      });
      const end = lines[at]?.endsWith(":") ? at + 2 : at + 1;
      return keys.length > 0 ? [{ file, first: at + 1, last: end, keys }] : [];
    });
  });
}

/** A route and the shapes that its answer is made of. */
function ownersOf(route: string): string[] {
  const found = [route];
  for (const owner of found) {
    for (const [name] of (answers[owner] ?? shapes[owner] ?? "").matchAll(/\b[A-Z]\w+/g)) {
      if (shapes[name] !== undefined && !found.includes(name)) found.push(name);
    }
  }
  return found;
}
