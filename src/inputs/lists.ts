import { jsonOrNothing } from "../text/json";
import { isBlank, isPlainObject, type Reader, readId, readTrimmed } from "./readers";

/** The sample that the list of call IDs is filled with on the canvas; it means no call (B19). */
export const sampleId = "000xxx";

/**
 * A list of texts: a list from an earlier step, or text with a JSON list or with commas or line
 * breaks between the entries. Blank entries and repetitions are left out; nothing when none is left.
 */
export const readTextList: Reader<string[] | undefined> = (given, refuse) =>
  listOrNothing(entriesOf(given, /[,;\n]/).map((entry) => readTrimmed(entry, refuse)));

/**
 * A list of IDs: as a list of texts, or an object of IDs (B30). An entry may itself hold several,
 * with spaces or commas between them. Nothing when none is left: Gong refuses an empty list (G29).
 */
export const readIdList: Reader<string[] | undefined> = (given, refuse) => {
  const entries = entriesOf(given, separators).flatMap((entry) =>
    typeof entry === "string" ? entriesOf(entry, separators) : [entry],
  );
  const ids = entries.map((entry, index) => {
    const place = entries.length > 1 ? `[${index}]` : undefined;
    const id = readId(entry, (problem) => refuse(problem, place));
    return /^[[{]/.test(id) ? refuse("must be a list of IDs", place) : id;
  });
  return listOrNothing(ids.filter((id) => id !== sampleId));
};

const separators = /[\s,;]+/;

function entriesOf(given: unknown, separator: RegExp): unknown[] {
  if (typeof given === "string") {
    const json = /^\s*[[{]/.test(given) ? jsonOrNothing(given) : undefined;
    return json ? entriesOf(json, separator) : notBlank(given.split(separator));
  }
  if (isPlainObject(given)) return entriesOf(Object.values(given), separator);
  return notBlank(Array.isArray(given) ? given.flat() : [given]);
}

const notBlank = (entries: readonly unknown[]) => entries.filter((entry) => !isBlank(entry));

const listOrNothing = (texts: string[]) => (texts.length > 0 ? [...new Set(texts)] : undefined);
