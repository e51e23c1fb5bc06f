import { parseJson } from "../client/json";
import { isBlank, type Reader } from "./readers";

/** A name with a value, as lists of pairs on the canvas give them. */
export interface Pair {
  readonly key: string;
  readonly value: unknown;
}

/**
 * A list of names and values: what the canvas hands over, an object from an earlier step, or
 * either as JSON text. Pairs with a blank name or value go.
 *
 * @returns the pairs, or nothing when none is left
 */
export const readPairs: Reader<Pair[] | undefined> = (given, refuse) => {
  const pairs = toPairs(given) ?? refuse("must be a list of names and values");
  const kept = pairs.filter(({ key, value }) => !isBlank(key) && !isBlank(value));
  return kept.length > 0 ? kept.map(({ key, value }) => ({ key: key.trim(), value })) : undefined;
};

function toPairs(given: unknown): Pair[] | undefined {
  if (typeof given === "string") return toPairs(parseOrNothing(given));
  if (Array.isArray(given)) return given.every(isPair) ? given : undefined;
  if (typeof given !== "object" || given === null || Buffer.isBuffer(given)) return undefined;
  return Object.entries(given).map(([key, value]) => ({ key, value }));
}

function isPair(entry: unknown): entry is Pair {
  return (
    typeof entry === "object" && entry !== null && "key" in entry && typeof entry.key === "string"
  );
}

function parseOrNothing(text: string): unknown {
  try {
    const value = parseJson(text);
    return typeof value === "string" ? undefined : value;
  } catch {
    return undefined;
  }
}
