import { markOf, splitMarks } from "./marks";

/**
 * Which calls were handed out, by the day of UTC that they began on: a mark for each, joined to one
 * text. Marks and not ids, since a state that travels with every page must be small: 9 characters
 * instead of up to 20 and their quotes (G17). A new call is taken for a known one when the marks of
 * two calls of one day are alike; at 5,000 calls a day that happens once in four million years.
 */
export type Seen = Readonly<Record<string, string>>;

/** The calls of a day that are not noted yet; one that comes twice counts once. */
export function unseen<Call>(
  seen: Seen,
  day: string,
  calls: readonly Call[],
  idOf: (call: Call) => string,
): Call[] {
  const known = splitMarks(seen[day] ?? "");
  return calls.filter((call) => {
    const mark = markOf(idOf(call));
    const isNew = !known.has(mark);
    known.add(mark);
    return isNew;
  });
}

/** The same with more calls of a day, none of which may be noted yet. */
export function remember(seen: Seen, day: string, ids: readonly string[]): Seen {
  if (ids.length === 0) return seen;
  return { ...seen, [day]: (seen[day] ?? "") + ids.map(markOf).join("") };
}

/** The same without the days before one. */
export function forget(seen: Seen, before: string): Seen {
  return Object.fromEntries(Object.entries(seen).filter(([day]) => day >= before));
}
