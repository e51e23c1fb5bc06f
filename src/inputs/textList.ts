import { jsonOrNothing } from "../text/json";
import { isBlank, type Reader, readTrimmed } from "./readers";

/**
 * A list of texts: a list from an earlier step, or text with a JSON list or with commas or line
 * breaks between the entries. Blank entries and repetitions go.
 *
 * @returns the texts, or nothing when none is left
 */
export const readTextList: Reader<string[] | undefined> = (given, refuse) => {
  const texts = toEntries(given).flatMap((entry) =>
    isBlank(entry) ? [] : readTrimmed(entry, refuse),
  );
  return texts.length > 0 ? [...new Set(texts)] : undefined;
};

function toEntries(given: unknown): unknown[] {
  if (Array.isArray(given)) return given.flat();
  if (typeof given !== "string") return [given];
  if (!/^\s*\[/.test(given)) return given.split(/[,;\n]/);
  const value = jsonOrNothing(given);
  return value === undefined ? [given] : toEntries(value);
}
