import { parseJson } from "../text/json";
import { toBinaryFile } from "./file";
import { isBlank, type Reader, readText } from "./readers";

/** A name with a value, as lists of pairs on the canvas give them. */
export interface Pair {
  readonly key: string;
  readonly value: unknown;
}

/**
 * A list of names and values: what the canvas hands over, an object from an earlier step, or
 * either as JSON text. A blank value stays (B20); a pair without a value goes, and so does a row
 * that is blank altogether. A value without a name is refused.
 *
 * @returns the pairs, or nothing when none is left
 */
export const readPairs: Reader<Pair[] | undefined> = (given, refuse) => {
  const pairs = toPairs(given) ?? refuse("must be a list of names and values, or an object");
  const kept = pairs.flatMap(({ key, value }, index) => {
    if (value === undefined || value === null || (isBlank(key) && isBlank(value))) return [];
    if (isBlank(key)) return refuse("must have a name for each value", `[${index}]`);
    return { key: readText()(key, refuse).trim(), value };
  });
  return kept.length > 0 ? kept : undefined;
};

function toPairs(given: unknown): Pair[] | undefined {
  if (typeof given === "string") return toPairs(parseOrNothing(given));
  if (Array.isArray(given)) return given.every(isPair) ? given : undefined;
  if (!isPlainObject(given) || toBinaryFile(given)) return undefined;
  return Object.entries(given).map(([key, value]) => ({ key, value }));
}

function isPair(entry: unknown): entry is Pair {
  return (
    typeof entry === "object" && entry !== null && "key" in entry && typeof entry.key === "string"
  );
}

/** Dates, files and the like are objects too, and their fields are no names. */
function isPlainObject(value: unknown): value is object {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** The value of JSON that holds more than text; nothing for anything else. */
export function parseOrNothing(text: string): unknown {
  try {
    const value = parseJson(text);
    return typeof value === "string" ? undefined : value;
  } catch {
    return undefined;
  }
}
