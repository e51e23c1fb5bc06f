import { readFileSync } from "node:fs";
import path from "node:path";
import type { Item } from "../shared/catalog";

const coverageFile = path.resolve(__dirname, "../../docs/COVERAGE.md");
const operation = /\b(?:GET|POST|PUT|PATCH|DELETE) \/v2[^\s`|]*/g;

/**
 * Adds to an item the operations that the documents' table names beside its label or key:
 * definitions do not carry them, and people search by them.
 */
export function operationsByItem(): (item: Item) => Item {
  const rows = readRows();
  return (item) => {
    const own = rows.filter(({ cells }) => cells.has(item.label) || cells.has(item.key));
    return { ...item, operations: [...new Set(own.flatMap(({ operations }) => operations))] };
  };
}

interface Row {
  readonly operations: readonly string[];
  readonly cells: ReadonlySet<string>;
}

function readRows(): Row[] {
  let text = "";
  try {
    text = readFileSync(coverageFile, "utf8");
  } catch {
    // Without the table, search knows labels, keys and scopes.
  }
  return text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => ({
      operations: line.match(operation) ?? [],
      cells: new Set(line.split("|").map((cell) => cell.replace(/[`*[\]]|\(.*\)/g, "").trim())),
    }));
}
