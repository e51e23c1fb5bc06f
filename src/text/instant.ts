const pattern =
  /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ](\d{2})(?:(:?)(\d{2})(?:\6(\d{2})(?:[.,](\d+))?)?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * Reads a date, with or without a time, in any usual form of ISO 8601. Without an offset UTC is
 * meant, and a date alone is its first moment.
 *
 * @returns the instant in the form that `Date.parse` reads, with its offset and all digits of its
 *   fraction, for example `2026-03-01T10:00:00+01:00`; nothing for what is no date (`2026-02-30`)
 */
export function parseInstant(text: string): string | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, year, , month, day, hours = "00", , minutes = "00", seconds = "00", fraction] = match;
  const [sign, offsetHours, offsetMinutes = "00"] =
    /^([+-])(\d{2}):?(\d{2})?$/.exec(match[10] ?? "")?.slice(1) ?? [];
  const date = `${year}-${month}-${day}`;
  const time = `${hours}:${minutes}:${seconds}${fraction ? `.${fraction}` : ""}`;
  const instant = `${date}T${time}${sign ? `${sign}${offsetHours}:${offsetMinutes}` : "Z"}`;
  return isCalendarDate(date) && !Number.isNaN(Date.parse(instant)) ? instant : undefined;
}

/** `Date.parse` turns February 30 into March 2; a day that exists comes back as it went in. */
function isCalendarDate(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}
