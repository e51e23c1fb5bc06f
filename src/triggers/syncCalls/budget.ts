import { dayOf, startOfNextDay } from "./days";

/** Requests sent on a day of UTC, when Gong's own count begins anew as far as known (G10). */
export type Spent = {
  readonly day: string;
  readonly requests: number;
};

/** How many requests were sent on the day of an instant. */
export function spentOn(spent: Spent | undefined, now: number): number {
  return spent?.day === dayOf(now) ? spent.requests : 0;
}

/** The count with more requests, sent on the day of an instant; earlier days are forgotten. */
export function spend(spent: Spent | undefined, requests: number, now: number): Spent {
  return { day: dayOf(now), requests: spentOn(spent, now) + requests };
}

/**
 * Whether a day's budget leaves room for a page.
 *
 * @param needed requests that the page may take
 * @returns the instant from which there is room again; nothing when there is room now
 */
export function wantsRest(
  spent: Spent | undefined,
  needed: number,
  budget: number,
  now: number,
): number | undefined {
  return spentOn(spent, now) + needed > budget ? startOfNextDay(now) : undefined;
}
