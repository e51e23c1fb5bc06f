import { withoutSecrets } from "../connections/account";
import { redactDeep, redactor } from "../text/redact";
import { isObject, requestIdOf, tryJson } from "./answer";
import { causeOfSilence, causeOfStatus, type Failure, type Subject } from "./causes";
import { GongError } from "./errors";
import type { HttpAnswer } from "./http";

/** What no error may repeat. */
interface Hidden {
  readonly secrets: readonly string[];
  /** The request as a value, for the people in it. */
  readonly request: unknown;
  /** Whether a body that is no JSON is given on as bytes instead of text (B26). */
  readonly asBytes: boolean;
}

/**
 * Turns a failed request into the error that a builder reads: what happened, in Gong's words where
 * there are any, and what to do.
 */
export function explain(failure: Failure, subject: Subject, hidden: Hidden): GongError {
  const { outcome, answer, attempts } = failure;
  const redact = redactor(hidden);
  // What Gong answered as a success and cannot be read holds records, and is not shown.
  const isError = outcome.kind === "status";
  const data = isError && answer ? readBody(answer.body, redact, hidden.asBytes) : undefined;
  const { gongErrors, links } = wordsOf(data);
  const requestId = requestIdOf(data);
  const cause =
    outcome.kind === "status"
      ? causeOfStatus(outcome.status, gongErrors, outcome.retryAfterSeconds, subject)
      : causeOfSilence(outcome, subject);
  const hint = cause.hint + links;
  const message = [
    `${subject.name} failed: ${describe(failure, gongErrors)}.`,
    hint,
    attempts > 1 ? `Tried ${attempts} times.` : "",
    requestId ? `Gong request ID: ${requestId}.` : "",
  ];
  return new GongError(message.filter(Boolean).join(" "), {
    ...cause,
    operation: subject.name,
    status: answer?.status,
    headers: answer && readHeaders(answer.headers, redact),
    data,
    requestId,
    gongErrors,
    hint,
    attempts,
    mayHaveArrived: failure.mayHaveArrived || undefined,
    connection:
      cause.code === "not_authorized" ? withoutSecrets(subject.account.connection) : undefined,
  });
}

function describe({ outcome }: Failure, gongErrors: readonly string[]): string {
  switch (outcome.kind) {
    case "status": {
      // The sentence around it ends with a full stop of its own.
      const words = oneLine(gongErrors.join(" ")).trim().replace(/\.+$/, "");
      return `Gong answered ${outcome.status}${words ? `, "${words}"` : ""}`;
    }
    case "queued":
      return "too many requests are waiting";
    case "stopped":
      return "time ran out";
    case "unreadable":
      return "the answer did not come from Gong";
    case "oversized":
      return "the answer is larger than 100 MB";
    case "fault":
      if (outcome.code === "ETIMEDOUT") return "no answer came in time";
      if (outcome.code === "EPRIVATE") return "the address leads to a private network";
      return `${outcome.reachedGong ? "the connection broke off" : "no connection"} (${outcome.code})`;
  }
}

/** The body as it came, JSON or text, without personal data and secrets (B26). */
function readBody(body: Buffer, redact: (text: string) => string, asBytes: boolean): unknown {
  const json = tryJson(body);
  if (typeof json === "object" && json !== null) {
    try {
      return redactDeep(json, redact);
    } catch {
      // Nested deeper than anything of Gong's: shown as text.
    }
  }
  const text = redact(body.subarray(0, maxBodyBytes).toString(asBytes ? "latin1" : "utf8"));
  return asBytes ? Buffer.from(text, "latin1") : text;
}

/** A longer body is no error of Gong's. */
const maxBodyBytes = 1024 ** 2;

function readHeaders(headers: HttpAnswer["headers"], redact: (text: string) => string) {
  const shown = Object.entries(headers).filter(([name]) => name !== "set-cookie");
  return Object.fromEntries(shown.map(([name, value]) => [name, redact(value)]));
}

/** Gong's words and links in an error body (G7). */
function wordsOf(data: unknown): { gongErrors: string[]; links: string } {
  const { errors, userFacingError, fixUrl, helpUrl } = isObject(data) ? data : {};
  const words = [...(Array.isArray(errors) ? errors : [errors]), userFacingError];
  const texts = words.filter((word) => typeof word === "string").map(oneLine);
  return {
    // Meetings may say the same to users as to developers.
    gongErrors: [...new Set(texts)],
    links: linkTo("Fix it at", fixUrl) + linkTo("Gong's help:", helpUrl),
  };
}

/** What of Gong's words a person would read. */
const maxWords = 1_000;

/** Without the line breaks and control characters by which words could pass for something else. */
function oneLine(words: string): string {
  const line = words.slice(0, 2 * maxWords).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
  return line.length > maxWords ? `${line.slice(0, maxWords)}…` : line;
}

/** A sentence with an address that Gong names, or nothing when it names none. */
function linkTo(words: string, url: unknown): string {
  return typeof url === "string" && /^https:\/\/\S+$/.test(url) ? ` ${words} ${url}.` : "";
}
