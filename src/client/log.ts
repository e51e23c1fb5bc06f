import { redact } from "../text/redact";
import { requestIdOf } from "./answer";
import type { HttpAnswer } from "./http";
import type { Outcome, RetryDecision } from "./retry";
import type { ClientContext, PreparedRequest } from "./types";

/** What happened in one attempt. */
export interface AttemptRecord {
  readonly request: PreparedRequest;
  readonly answer: HttpAnswer | undefined;
  /** None when the answer is fine. */
  readonly outcome: Outcome | undefined;
  readonly decision: RetryDecision | undefined;
  readonly attempts: number;
  readonly milliseconds: number;
}

/** Waits longer than this are worth a line of their own without debug mode. */
const noticeableMs = 1_000;

/**
 * Logs one attempt: a line in debug mode, and a warning before a wait that people would notice.
 * The lines are made of a few fields alone, so that no input, address or credential reaches a log.
 */
export function logAttempt(
  { logger, debug }: ClientContext,
  { request, answer, outcome, decision, attempts, milliseconds }: AttemptRecord,
  secrets: readonly string[],
): void {
  const { name, method, route } = request;
  if (debug?.enabled) {
    const requestId = answer && requestIdOf(answer.body);
    // The one word of a log line that comes from elsewhere.
    const id = requestId ? `, request ID ${redact(requestId, { secrets })}` : "";
    const result = outcome ? wordsOf(outcome) : answer?.status;
    logger?.debug(
      `Gong: ${method} ${route} ${result} in ${Math.round(milliseconds)} ms, attempt ${attempts}${id}`,
    );
  }
  if (outcome && decision?.retry && decision.afterMs >= noticeableMs) {
    const words = wordsOf(outcome);
    const end = words === "timed out" ? words : `got ${words}`;
    logger?.warn(`Gong: ${name} ${end}. Trying again in ${Math.ceil(decision.afterMs / 1000)} s.`);
  }
}

function wordsOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case "status":
      return String(outcome.status);
    case "unreadable":
      return "an unreadable answer";
    case "oversized":
      return "too large an answer";
    case "fault":
      return outcome.code === "ETIMEDOUT" ? "timed out" : outcome.code;
  }
}
