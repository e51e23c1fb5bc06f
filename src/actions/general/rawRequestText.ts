import { isDate } from "node:util/types";
import { toBinaryFile } from "../../inputs/file";
import { InputError } from "../../inputs/InputError";
import { demandJson } from "../../inputs/json";
import type { Pair } from "../../inputs/pairs";
import { type Refuse, readInstant, readText } from "../../inputs/readers";

const readAnyText = readText(Number.POSITIVE_INFINITY);

/** Refuses a value of an input. @param where inside it, such as the name of a pair */
export const refuseFor =
  (label: string, where?: string): Refuse =>
  (problem, place = where): never => {
    throw new InputError(label, problem, undefined, place);
  };

/**
 * The value of a pair as text: dates in ISO 8601, lists and objects as JSON, since Gong takes
 * nothing else for them.
 *
 * @param label of the input that the pair is from
 * @throws InputError for what has no text, such as a file
 */
export function toText({ key, value }: Pair, label: string): string {
  const refuse = refuseFor(label, key);
  if (isDate(value)) return readInstant(value, refuse);
  if (typeof value !== "object" || toBinaryFile(value)) return readAnyText(value, refuse);
  return toJson(value, label, key);
}

/** A value as JSON. @throws InputError for what has none, such as a circle */
export function toJson(value: unknown, label: string, place?: string): string {
  try {
    const text = JSON.stringify(value, demandJson);
    if (text !== undefined) return text;
  } catch {
    // Circles, big integers and values of thousands of levels; the error below stands for them.
  }
  return refuseFor(label, place)("must be text, JSON or a file");
}
