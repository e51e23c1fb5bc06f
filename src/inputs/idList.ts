import { jsonOrNothing } from "../text/json";
import { isBlank, isPlainObject, type Reader, readId } from "./readers";

/** The sample that the list of call IDs is filled with on the canvas; it stands for no call (B19). */
export const sampleId = "000xxx";

/**
 * A list of IDs: a list or an object of IDs from an earlier step (B30), or text with a JSON list or
 * IDs between commas, spaces or line breaks. Blank entries and the sample go, and so do repetitions.
 *
 * @returns the IDs, or nothing when none is left: Gong refuses an empty list (G29)
 */
export const readIdList: Reader<string[] | undefined> = (given, refuse) => {
  const entries = toEntries(given) ?? refuse("must be a list of IDs");
  const ids = entries.flatMap((entry, index) =>
    isBlank(entry) || isSample(entry)
      ? []
      : readId(entry, (problem) => refuse(problem, entries.length > 1 ? `[${index}]` : undefined)),
  );
  return ids.length > 0 ? [...new Set(ids)] : undefined;
};

function isSample(entry: unknown): boolean {
  return typeof entry === "string" && entry.trim() === sampleId;
}

/** An entry of a list may itself hold several: as text, or as a list that a step handed over. */
function toEntries(given: unknown): unknown[] | undefined {
  const list = isPlainObject(given) ? Object.values(given) : given;
  if (!Array.isArray(list)) return split(list);
  return list.flat().flatMap((entry) => split(entry) ?? [entry]);
}

function split(given: unknown): unknown[] | undefined {
  if (typeof given === "number" || typeof given === "bigint") return [given];
  if (typeof given !== "string") return undefined;
  if (!/^\s*[[{]/.test(given)) return given.split(/[\s,;]+/);
  const value = jsonOrNothing(given);
  return value === undefined ? undefined : Object.values(value as object);
}
