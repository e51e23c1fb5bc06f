import { isDate, isUint8Array } from "node:util/types";
import { toBinaryFile } from "../../inputs/file";
import { InputError } from "../../inputs/InputError";
import type { Pair } from "../../inputs/pairs";

/**
 * The value of a pair as text: dates in ISO 8601, lists and objects as JSON.
 *
 * @param label of the input that the pair is from
 * @throws InputError for what has no text, such as a file
 */
export function toText({ key, value }: Pair, label: string): string {
  if (typeof value === "object" && !isDate(value) && !toBinaryFile(value)) {
    return toJson(value, label, key);
  }
  const text = isDate(value) && Number.isFinite(value.getTime()) ? value.toISOString() : value;
  const isNoText = ["object", "function", "symbol", "undefined"].includes(typeof text);
  if (isNoText || Number.isNaN(text)) {
    throw new InputError(label, "must be text, a number, true or false, or JSON", undefined, key);
  }
  return demandWhole(String(text), label, key);
}

/**
 * A value as JSON.
 *
 * @param place inside the input, such as the name of a pair
 * @throws InputError for a value that JSON cannot say, at any depth: a Map, a function, a circle
 */
export function toJson(value: unknown, label: string, place?: string): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value, demandJson);
  } catch {
    // Circles, big integers and thousands of levels; the error below stands for them.
  }
  if (text !== undefined) return text;
  const problem = "must be text, a file, or a value that JSON can say: no Map, function or circle";
  throw new InputError(label, problem, undefined, place);
}

/** @throws InputError for half a character, which UTF-8 cannot say */
export function demandWhole(text: string, label: string, place?: string): string {
  if (!halfCharacter.test(text)) return text;
  throw new InputError(label, "must be text without broken characters", undefined, place);
}

const halfCharacter = /\p{Surrogate}/u;

/** Lets `JSON.stringify` fail where it would write something else than it was given. */
function demandJson(this: unknown, name: string, value: unknown): unknown {
  const given = (this as Record<string, unknown>)[name];
  const isOther =
    isUint8Array(given) ||
    (isDate(given) && value === null) ||
    ["function", "symbol"].includes(typeof value) ||
    (typeof value === "number" && !Number.isFinite(value)) ||
    halfCharacter.test(name) ||
    (typeof value === "string" && halfCharacter.test(value)) ||
    (typeof value === "object" && value !== null && !isListOrObject(value));
  if (isOther) throw new TypeError("JSON cannot say this.");
  return value;
}

/** A Map, a Set or an Error is neither; `JSON.stringify` writes `{}` for them. */
function isListOrObject(value: object): boolean {
  return Array.isArray(value) || Object.prototype.toString.call(value) === "[object Object]";
}
