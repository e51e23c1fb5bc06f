import type { Element } from "@prismatic-io/spectral";

/** An entry of a picker: the ID that is used, and what a person sees. */
export type Entry = Required<Element>;

/** What a picker may take in all, in milliseconds: a form must not hang. Actions wait longer. */
const maxPickerMs = 15_000;

/** The client's settings in a picker, made anew for each run: its time begins here. */
export function pickerOptions() {
  return { maxWaitMs: maxPickerMs, signal: AbortSignal.timeout(maxPickerMs) };
}

const byLabel = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** A copy sorted by what a person sees, numbers by their value. */
export function sortByLabel(entries: Iterable<Entry>): Entry[] {
  return [...entries].sort((one, other) => byLabel.compare(one.label, other.label));
}

/** Sorts entries by what a person sees, and makes of them what a data source returns. */
export function toPicklist(entries: Iterable<Entry>): { result: Entry[] } {
  return { result: sortByLabel(entries) };
}
