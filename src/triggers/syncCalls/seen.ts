import { isInstant, isRecord } from "../saved";
import { dayOf } from "./days";
import { isMarks, markOf, splitMarks } from "./marks";

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

/** Days with calls that stay known: those of a look back over a week, and the day it looks from. */
export const keptDays = 8;

/**
 * The same without the days before one, but for the last ones with calls: a clock that is ahead
 * would let go of all, and nobody could tell what is new once it is right again.
 */
export function forget(seen: Seen, before: string): Seen {
  const kept = daysOf(seen).slice(-keptDays);
  return Object.fromEntries(
    Object.entries(seen).filter(([day]) => day >= before || kept.includes(day)),
  );
}

/**
 * The first instant of the last day that calls were handed out of, or of the last but some; 0 where
 * there is none.
 */
export function lastKnownDay(seen: Seen, place = 1): number {
  return Date.parse(daysOf(seen).at(-place) ?? "") || 0;
}

function daysOf(seen: Seen): string[] {
  return Object.keys(seen).sort();
}

/** Whether something is what `remember` gave. */
export function isSeen(value: unknown): value is Seen {
  return isRecord(value) && Object.entries(value).every(isSeenDay);
}

/** The days of something like what `remember` gave that are whole. */
export function wholeDays(value: unknown): Seen {
  return Object.fromEntries(Object.entries(isRecord(value) ? value : {}).filter(isSeenDay));
}

function isSeenDay(entry: [string, unknown]): entry is [string, string] {
  const [day, marks] = entry;
  const instant = Date.parse(day);
  // Days of any other form would not sort as they follow each other.
  return isInstant(instant) && dayOf(instant) === day && isMarks(marks);
}
