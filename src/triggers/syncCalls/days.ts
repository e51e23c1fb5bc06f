/** Milliseconds of a second. */
export const secondMs = 1000;
/** Milliseconds of a minute. */
export const minuteMs = 60 * secondMs;
/** Milliseconds of an hour. */
export const hourMs = 60 * minuteMs;
/** Milliseconds of a day of UTC, which has neither summer nor winter. */
export const dayMs = 24 * hourMs;

/** The day of UTC that an instant lies in, for example `2026-03-01`; later days sort later. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** The first instant of the day of UTC after the one that an instant lies in. */
export function startOfNextDay(instant: number): number {
  return (Math.floor(instant / dayMs) + 1) * dayMs;
}

/** An instant as Gong reads it and people do, for example `2026-03-01T09:00:00Z`. */
export function formatInstant(instant: number): string {
  return new Date(instant).toISOString().replace(".000Z", "Z");
}
