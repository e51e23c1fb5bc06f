/** Milliseconds of a second. */
export const second = 1000;
/** Milliseconds of a minute. */
export const minute = 60 * second;
/** Milliseconds of an hour. */
export const hour = 60 * minute;
/** Milliseconds of a day of UTC, which has neither summer nor winter. */
export const day = 24 * hour;

/** The day of UTC of an instant, for example `2026-03-01`; later days sort later. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The first instant of the day of UTC after an instant. */
export function startOfNextDay(instant: number): number {
  return (Math.floor(instant / day) + 1) * day;
}

/** An instant without a fraction, as all of Gong's operations take it (G21): `2026-03-01T09:00:00Z`. */
export function formatInstant(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
