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

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string, kind: "day" | "offset"): Intl.DateTimeFormat {
  const key = `${timeZone} ${kind}`;
  const known = formats.get(key);
  if (known) return known;
  // The Canadian way to write a date is the ISO one.
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    ...(kind === "offset" && { timeZoneName: "longOffset" }),
  });
  formats.set(key, format);
  return format;
}

/** The day as YYYY-MM-DD that an instant, or a date-time, falls on in a time zone (G21). */
export function dayIn(timeZone: string, when: string | Instant): string {
  return formatFor(timeZone, "day").format(typeof when === "string" ? parseInstant(when) : when);
}

/** When a day begins in a time zone, as an instant and as Gong writes it there. */
export function startOfDay(timeZone: string, date: string): { at: Instant; text: string } {
  const inUtc = Date.parse(`${date}T00:00:00Z`);
  // The offset may change on that very day: what counts is the one at its beginning.
  const guess = inUtc - offsetAt(timeZone, inUtc) * minute;
  const offsetMinutes = offsetAt(timeZone, guess);
  const at = inUtc - offsetMinutes * minute;
  return { at, text: formatInstant(at, { offsetMinutes }) };
}

function offsetAt(timeZone: string, at: Instant): number {
  const parts = formatFor(timeZone, "offset").formatToParts(at);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours = "0", minutes = "0"] = /([+-])(\d+):?(\d+)?/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The units that days are put together in. */
export type Period = "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR";

/** Cuts the days from one to another, which is not among them, where calendar periods begin. */
export function periodsBetween(from: string, to: string, unit: Period) {
  const periods: { from: string; to: string }[] = [];
  for (let start = from; start < to; ) {
    const next = nextPeriod(start, unit);
    const end = next < to ? next : to;
    periods.push({ from: start, to: end });
    start = end;
  }
  return periods;
}

/** The first day of the period after the one of a day; weeks begin on Monday. */
function nextPeriod(date: string, unit: Period): string {
  const at = new Date(`${date}T00:00:00Z`);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  const next: Record<Period, number> = {
    DAY: at.getTime() + day,
    WEEK: at.getTime() + (7 - ((at.getUTCDay() + 6) % 7)) * day,
    MONTH: Date.UTC(year, month + 1, 1),
    QUARTER: Date.UTC(year, month - (month % 3) + 3, 1),
    YEAR: Date.UTC(year + 1, 0, 1),
  };
  return new Date(next[unit]).toISOString().slice(0, 10);
}
