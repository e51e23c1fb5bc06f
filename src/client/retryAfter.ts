/** A date as HTTP writes it (RFC 9110, 5.6.7), `Sun, 01 Mar 2026 09:00:00 GMT`. */
const httpDate = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/** A year; more digits than a number holds would be endless. */
const longestSeconds = 366 * 24 * 3600;

/**
 * Seconds that a `Retry-After` header asks to wait, rounded up so that none is waited too little.
 * Gong gives whole seconds (G10); a proxy in between may give a date (RFC 9110, 10.2.3).
 *
 * @param now milliseconds since 1970, which a date is counted from
 * @returns nothing for a header that is missing or cannot be understood
 */
export function readRetryAfter(header: unknown, now: number): number | undefined {
  const text = typeof header === "string" || typeof header === "number" ? `${header}`.trim() : "";
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text)), longestSeconds);
  const at = httpDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
