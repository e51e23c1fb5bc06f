import type { HttpAnswer } from "./http";
import type { Fault, Outcome } from "./retry";
import type { PreparedRequest } from "./types";

/** How an attempt ended: what was read of a 2xx, or what went wrong. */
export type Ended =
  | { readonly answer: HttpAnswer; readonly data: unknown; readonly outcome?: undefined }
  | { readonly answer?: HttpAnswer; readonly data?: undefined; readonly outcome: Outcome };

/** Reads what came of an attempt. @param now milliseconds since 1970, for a date in Retry-After */
export function endOf(request: PreparedRequest, answer: HttpAnswer | Fault, now: number): Ended {
  if ("kind" in answer) return { outcome: answer };
  const { status, headers, body } = answer;
  if (status < 200 || status > 299) {
    const retryAfterSeconds = readRetryAfter(headers["retry-after"], now);
    return { answer, outcome: { kind: "status", status, retryAfterSeconds } };
  }
  try {
    return { answer, data: request.read(body) };
  } catch {
    return { answer, outcome: unreadable };
  }
}

const unreadable = {
  kind: "fault",
  code: "EBADMSG",
  reachedGong: true,
  isPermanent: false,
} as const;

const faults: Readonly<Record<string, string>> = {
  ETIMEDOUT: "Gong did not respond in time",
  EPRIVATE: "the address leads to a private network",
  EMSGSIZE: "the response is larger than 100 MB",
  EBADMSG: "the response did not come from Gong",
  EBUSY: "too many requests are waiting",
};

/** What went wrong, in words that can follow "failed:". */
export function describe(outcome: Outcome): string {
  if (outcome.kind === "status") return `Gong returned ${outcome.status}`;
  const { code, reachedGong } = outcome;
  return faults[code] ?? `${reachedGong ? "the connection broke off" : "no connection"} (${code})`;
}

/** A year, the most that is read: the moment after more digits would be in no calendar. */
const maxSeconds = 366 * 24 * 3600;

/**
 * Seconds that a `Retry-After` header asks to wait, rounded up; nothing where it cannot be read.
 * Gong gives whole seconds (G10); a proxy in between may give a date (RFC 9110, 10.2.3).
 */
export function readRetryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text)), maxSeconds);
  const at = text.endsWith(" GMT") ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}
