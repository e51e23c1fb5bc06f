/** The last hour is 23: ISO 8601 dropped 24:00 in 2019, and few readers still know it. */
const pattern =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):\d{2})(:\d{2}(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Reads a date and time in ISO 8601 and completes it: midnight for a date alone, seconds where
 * they are missing, UTC where no offset is given. A given offset and fraction stay as they are.
 *
 * @returns for example `2026-03-01T10:00:00+01:00`, or nothing when it is no date (`2026-02-30`)
 */
export function parseInstant(text: string): string | undefined {
  const [, date, time = "00:00", seconds = ":00", offset = "Z"] = pattern.exec(text) ?? [];
  if (!date) return undefined;
  const hour = /^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
  const instant = `${date}T${time}${seconds}${hour.toUpperCase()}`;
  return isCalendarDate(date) && !Number.isNaN(Date.parse(instant)) ? instant : undefined;
}

/** `Date.parse` turns February 30 into March 2; a day that exists comes back as it went in. */
function isCalendarDate(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
