import type { Account } from "../connections/account";
import { parseJson } from "../text/json";
import { redactDeep, type Withheld } from "../text/redact";
import { GongConnectionError, GongError, type GongErrorDetails } from "./errors";
import { type Failure, requestIdOf } from "./transport";
import { judgeSilence, judgeStatus, type Subject } from "./verdict";

/**
 * Turns a failed request into the error that a builder reads: what happened, in Gong's words where
 * there are any, and what to do.
 *
 * @param withheld secrets and personal data of account and request, which no error may repeat
 */
export function diagnose(
  failure: Failure,
  subject: Subject,
  account: Account,
  now: number,
  withheld: Withheld,
): GongError | GongConnectionError {
  const { outcome, attempts } = failure;
  const answer = readAnswer(failure, withheld);
  const status = outcome.kind === "status" ? outcome.status : undefined;
  const verdict =
    outcome.kind === "status"
      ? judgeStatus(outcome.status, answer.gongErrors, subject, outcome.retryAfterSeconds, now)
      : judgeSilence(failure, subject, account);

  const details: GongErrorDetails = {
    operation: subject.name,
    status,
    requestId: answer.requestId,
    gongErrors: answer.gongErrors,
    attempts,
    data: answer.data,
    ...verdict,
    hint: verdict.hint + answer.links,
  };
  const message = compose(details, failure);
  return status === 401 || status === 403
    ? new GongConnectionError(account.shareable, message, details)
    : new GongError(message, details);
}

function compose(
  { operation, status, gongErrors, hint, requestId, attempts }: GongErrorDetails,
  failure: Failure,
) {
  const words = onOneLine(gongErrors.join(" ").trim());
  const what = status
    ? `Gong answered ${status}${words ? `, ${quote(words)}` : ""}`
    : describeSilence(failure);
  const tries = attempts > 1 ? ` Tried ${attempts} times.` : "";
  return `${operation} failed: ${what}. ${hint}${tries}${requestId ? ` Gong request id: ${requestId}.` : ""}`;
}

function describeSilence({ outcome, faultCode }: Failure): string {
  if (outcome.kind === "queued") return "too many requests wait for their turn";
  if (outcome.kind === "unreadable") return "the answer was not one of Gong's";
  if (outcome.kind === "oversized") return "the answer is larger than 100 MB";
  if (faultCode === "ETIMEDOUT") return "no answer came in time";
  const isCut = outcome.kind === "fault" && outcome.reachedGong;
  return `${isCut ? "the connection broke off" : "no connection"} (${faultCode ?? "unknown fault"})`;
}

const quote = (words: string): string => `"${words}"`;

/** Gong's words, links and id out of an error body, without personal data or secrets (G7). */
function readAnswer({ body = "", contentType }: Failure, withheld: Withheld) {
  const parsed = body.length > mostErrorCharacters ? undefined : parse(body);
  if (parsed === undefined) {
    const kind = contentType?.includes("html") ? "an HTML page" : "text";
    return {
      gongErrors: [],
      links: "",
      data: body ? `(${kind} of ${body.length} characters)` : undefined,
    };
  }
  const data = redactDeep(parsed, withheld);
  const { errors, userFacingError, fixUrl, helpUrl } = (data ?? {}) as Record<string, unknown>;
  const words = [...(Array.isArray(errors) ? errors : [errors]), userFacingError];
  return {
    // Meetings may say the same to users as to developers.
    gongErrors: [...new Set(words.filter((word) => typeof word === "string").map(onOneLine))],
    links: linkTo("Put it right at", fixUrl) + linkTo("Gong's help:", helpUrl),
    requestId: requestIdOf(data),
    data,
  };
}

/** More than this is no error of Gong's. */
const mostErrorCharacters = 1_000_000;
/** What of Gong's words a person would read. */
const mostWords = 1_000;

/** Without the line breaks and control characters by which words could pass for something else. */
function onOneLine(words: string): string {
  const line = words.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
  return line.length > mostWords ? `${line.slice(0, mostWords)}…` : line;
}

/** A sentence with an address that Gong names, or nothing when it names none. */
function linkTo(words: string, url: unknown): string {
  return typeof url === "string" && /^https:\/\/\S+$/.test(url) ? ` ${words} ${url}.` : "";
}

function parse(body: string): object | undefined {
  try {
    const value = parseJson(body);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
