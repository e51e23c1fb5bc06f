/** Milliseconds since 1970 in UTC; a fraction holds the microseconds that Gong's answers carry (G20). */
export type Instant = number;

/** Units in milliseconds. */
export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads an ISO-8601 date-time with an offset, as Gong demands it.
 * @returns undefined when it is malformed, lacks its offset or names a day that does not exist
 */
export function parseInstant(text: string): Instant | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, year, month, dayOfMonth, hours, minutes, seconds, fraction = "", offset] = match;
  if (!isCalendarDate(`${year}-${month}-${dayOfMonth}`)) return undefined;
  // Date.parse knows the range of hours, minutes and offsets, but rounds beyond milliseconds.
  const whole = Date.parse(
    `${year}-${month}-${dayOfMonth}T${hours}:${minutes}:${seconds}${offset}`,
  );
  return Number.isNaN(whole) ? undefined : whole + Number(`0.${fraction || "0"}`) * second;
}

/** Whether a text is a day as YYYY-MM-DD that the calendar has; Date.parse lets 30 February pass. */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** How a date-time is written; what it means stays the same. */
export interface InstantStyle {
  /** Minutes east of UTC; 0 is written as Z. */
  offsetMinutes: number;
  /** 0 to 6: Gong's answers mix them (G20). */
  fractionDigits: number;
}

/** Writes an instant; digits beyond `fractionDigits` are cut off. */
export function formatInstant(instant: Instant, style?: Partial<InstantStyle>): string {
  const { offsetMinutes = 0, fractionDigits = 0 } = style ?? {};
  const whole = Math.floor(instant);
  const local = new Date(whole + offsetMinutes * minute).toISOString();
  const micros = Math.round((instant - whole) * 1000);
  const fraction = `${local.slice(20, 23)}${String(micros).padStart(3, "0")}`;
  const digits = fractionDigits > 0 ? `.${fraction.slice(0, fractionDigits)}` : "";
  return `${local.slice(0, 19)}${digits}${formatOffset(offsetMinutes)}`;
}

function formatOffset(offsetMinutes: number): string {
  if (offsetMinutes === 0) return "Z";
  const size = Math.abs(offsetMinutes);
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${offsetMinutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** Tells whether instants lie in the half-open range: `from` counts, `to` does not (G18). */
export function within(from?: string, to?: string): (instant: Instant) => boolean {
  const start = (from === undefined ? undefined : parseInstant(from)) ?? Number.NEGATIVE_INFINITY;
  const end = (to === undefined ? undefined : parseInstant(to)) ?? Number.POSITIVE_INFINITY;
  return (instant) => instant >= start && instant < end;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The day as YYYY-MM-DD that a date-time falls on in a time zone (G21). */
export function dayIn(timeZone: string, dateTime: string): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    // The Canadian way to write a date is the ISO one.
    format = new Intl.DateTimeFormat("en-CA", { timeZone });
    dayFormats.set(timeZone, format);
  }
  return format.format(parseInstant(dateTime));
}
