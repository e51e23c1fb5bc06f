import { parseJson } from "../text/json";
import { isBlank, type Reader, readId } from "./readers";

/** The sample that the list of call ids is filled with on the canvas; it stands for no call. */
export const sampleId = "000xxx";

/**
 * A list of Gong ids: a list from an earlier step, or text with a JSON list or ids between commas,
 * spaces or line breaks. Blank entries and the sample go, and so do repetitions.
 *
 * @returns the ids, or nothing when none is left: Gong refuses an empty list (G29)
 */
export const readIdList: Reader<string[] | undefined> = (given, refuse) => {
  const entries = toEntries(given) ?? refuse("must be a list of Gong ids");
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
  if (!Array.isArray(given)) return split(given);
  return given.flat().flatMap((entry) => split(entry) ?? [entry]);
}

function split(given: unknown): unknown[] | undefined {
  if (typeof given === "number" || typeof given === "bigint") return [given];
  if (typeof given !== "string") return undefined;
  if (!given.trim().startsWith("[")) return given.split(/[\s,;]+/);
  try {
    const list = parseJson(given);
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}
