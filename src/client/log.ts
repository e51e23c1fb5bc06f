import { redact } from "../text/redact";
import { requestIdOf } from "./answer";
import { describe, type Ended } from "./outcome";
import type { ClientContext, PreparedRequest } from "./types";

/** What happened in one attempt. */
export type AttemptRecord = Ended & {
  readonly request: PreparedRequest;
  readonly attempts: number;
  readonly milliseconds: number;
  /** Milliseconds until the next attempt; none when this was the last. */
  readonly retryMs: number | undefined;
};

/** Waits longer than this are worth a line of their own without debug mode. */
const noticeableMs = 1_000;

/**
 * Logs one attempt: a line in debug mode, and a warning before a wait that people would notice.
 * The lines are made of a few fields alone, so that no input, address or credential reaches a log.
 */
export function logAttempt(
  { logger, debug }: ClientContext,
  { request, answer, outcome, attempts, milliseconds, retryMs = 0 }: AttemptRecord,
  secrets: readonly string[],
): void {
  const { name, method, route } = request;
  const problem = outcome && describe(outcome);
  if (debug?.enabled) {
    const requestId = answer && requestIdOf(answer.body);
    // The one word of a log line that comes from elsewhere.
    const id = requestId ? `, request ID ${redact(requestId, { secrets })}` : "";
    const result = `${problem ? "failed" : answer?.status} in ${Math.round(milliseconds)} ms`;
    const reason = problem ? `: ${problem}` : "";
    logger?.debug(`Gong: ${method} ${route} ${result}, attempt ${attempts}${reason}${id}`);
  }
  if (retryMs >= noticeableMs) {
    const seconds = Math.ceil(retryMs / 1000);
    logger?.warn(`Gong: ${name} failed: ${problem}. Trying again in ${seconds} s.`);
  }
}
