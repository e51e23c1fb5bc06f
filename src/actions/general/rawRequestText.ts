import { toBinaryFile } from "../../inputs/file";
import { InputError } from "../../inputs/InputError";
import { toJsonValue } from "../../inputs/json";
import type { Pair } from "../../inputs/pairs";
import { type Refuse, readText } from "../../inputs/readers";

/** Refuses a value of an input. @param where inside it, such as the name of a pair */
export const refuseFor =
  (label: string, where?: string): Refuse =>
  (problem, place = where): never => {
    throw new InputError(label, problem, undefined, place);
  };

/**
 * The value of a pair as text: dates in ISO 8601, lists and objects as JSON.
 *
 * @param label of the input that the pair is from
 * @throws InputError for what has no text, such as a file or a Map
 */
export function toText({ key, value }: Pair, label: string): string {
  const refuse = refuseFor(label, key);
  if (typeof value !== "object" || toBinaryFile(value)) return readText()(value, refuse);
  const json = toJsonValue(value, refuse, key);
  return typeof json === "string" ? json : JSON.stringify(json);
}
