import { jsonOrNothing } from "../text/json";
import { toBinaryFile } from "./file";
import { toJsonValue } from "./json";
import { isBlank, isPlainObject, type Reader, readText } from "./readers";

/** A name with a value, as lists of pairs on the canvas give them. */
export interface Pair<Value> {
  readonly key: string;
  readonly value: Value;
}

/**
 * A list of names and values: what the canvas gives, an object from an earlier step, or either as
 * JSON text. A blank value stays (B20); a pair without a value and a blank row are left out, and
 * nothing is given when none is left. A value without a name is refused.
 */
export const readPairs =
  <Value>(read: Reader<Value>): Reader<Pair<Value>[] | undefined> =>
  (given, refuse) => {
    const pairs = toPairs(given) ?? refuse("must be a list of names and values, or an object");
    const kept = pairs.flatMap(({ key, value }, index) => {
      if (value === undefined || value === null || (isBlank(key) && isBlank(value))) return [];
      if (isBlank(key)) return refuse("must have a name for each value", `[${index}]`);
      const name = readText()(key, refuse).trim();
      return { key: name, value: read(value, (problem) => refuse(problem, name)) };
    });
    return kept.length > 0 ? kept : undefined;
  };

function toPairs(given: unknown): Pair<unknown>[] | undefined {
  if (typeof given === "string") {
    const value = jsonOrNothing(given);
    return typeof value === "string" ? undefined : toPairs(value);
  }
  if (Array.isArray(given)) return given.every(isPair) ? given : undefined;
  if (!isPlainObject(given) || toBinaryFile(given)) return undefined;
  return Object.entries(given).map(([key, value]) => ({ key, value }));
}

const isPair = (entry: unknown): entry is Pair<unknown> =>
  isPlainObject(entry) && "key" in entry && typeof entry.key === "string";

/** Text of any value: dates in ISO 8601, lists and objects as JSON. */
export const readAnyText: Reader<string> = (given, refuse) => {
  if (typeof given !== "object" || toBinaryFile(given)) return readText()(given, refuse);
  const json = toJsonValue(given, refuse);
  return typeof json === "string" ? json : JSON.stringify(json);
};
