import type { Element } from "@prismatic-io/spectral";

/** An entry of a picker: the id that is used, and what a person sees. */
export type Entry = Required<Element>;

/**
 * What a picker waits in all, in milliseconds, for limits, outages, the pace and answers: a form must
 * not hang. Actions wait longer.
 */
export const pickerOptions = { limitWaitMs: 15_000, isHurried: true } as const;

const byLabel = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Sorts entries by what a person sees, and makes of them what a data source returns. */
export function toPicklist(entries: Iterable<Entry>): { result: Entry[] } {
  return { result: [...entries].sort((one, other) => byLabel.compare(one.label, other.label)) };
}
