import { withoutSecrets } from "../connections/account";
import { parseJson } from "../text/json";
import { redactDeep, redactor } from "../text/redact";
import { isObject, maxErrorBytes, requestIdOf } from "./answer";
import { causeOf, type Subject } from "./causes";
import { GongError } from "./errors";
import type { HttpAnswer } from "./http";
import { describe } from "./outcome";
import type { Outcome } from "./retry";

/** How a request failed for good. */
export interface Failure {
  readonly outcome: Outcome;
  readonly answer?: HttpAnswer | undefined;
  /** How often the request was sent. */
  readonly attempts: number;
  /** Whether an attempt before the last one may have been carried out. */
  readonly mayHaveArrived?: boolean;
}

/** Turns a failed request into the error that builders read: what happened, and what to do. */
export function explain(failure: Failure, subject: Subject): GongError {
  const { outcome, answer, attempts, mayHaveArrived } = failure;
  const { request, account } = subject;
  const redact = redactor({
    secrets: [...account.secrets, ...(request.secrets ?? [])],
    request: [Object.fromEntries(new URL(request.url).searchParams), request.about],
  });
  // What Gong answered as a success and cannot be read holds records, and is not shown.
  const shown = outcome.kind === "status" ? answer : undefined;
  const data = shown && readBody(shown.body, redact, request.bytesOnError);
  const { gongErrors, links } = wordsOf(data);
  const words = gongErrors.join(" ");
  const { code, hint, ...more } = causeOf(outcome, words, subject);
  // The sentence around them ends with a full stop of its own.
  const quoted = oneLine(words).trim().replace(/\.+$/, "");
  return new GongError(describe(outcome) + (quoted ? `, "${quoted}"` : ""), {
    ...more,
    code,
    hint: hint + links,
    operation: request.name,
    status: answer?.status,
    headers: answer && readHeaders(answer.headers, redact),
    data,
    requestId: requestIdOf(data),
    gongErrors,
    attempts,
    mayHaveArrived: mayHaveArrived || undefined,
    connection: code === "not_authorized" ? withoutSecrets(account.connection) : undefined,
  });
}

/** The body as it came, JSON or text, without personal data and secrets (B26). */
function readBody(body: Buffer, redact: (text: string) => string, asBytes = false): unknown {
  try {
    const json = body.length <= maxErrorBytes && parseJson(body);
    if (typeof json === "object" && json !== null) return redactDeep(json, redact);
  } catch {
    // No JSON, or nested deeper than anything of Gong's: shown as text.
  }
  const text = redact(body.subarray(0, maxErrorBytes).toString(asBytes ? "latin1" : "utf8"));
  return asBytes ? Buffer.from(text, "latin1") : text;
}

function readHeaders(headers: HttpAnswer["headers"], redact: (text: string) => string) {
  const shown = Object.entries(headers).filter(([name]) => name !== "set-cookie");
  return Object.fromEntries(shown.map(([name, value]) => [name, redact(value)]));
}

/** Gong's words and links in an error body (G7). */
function wordsOf(data: unknown): { gongErrors: string[]; links: string } {
  const { errors, userFacingError, fixUrl, helpUrl } = isObject(data) ? data : {};
  const texts = [errors, userFacingError].flat().filter((word) => typeof word === "string");
  return {
    // Meetings may say the same to users as to developers.
    gongErrors: [...new Set(texts.map(oneLine))],
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
