import { redact, type Withheld } from "../text/redact";
import type { ClientContext } from "./createClient";
import type { AttemptRecord } from "./transport";

/** Waits longer than this are worth a line of their own without debug mode. */
const noticeableMs = 1_000;

/**
 * Logs one attempt: a line in debug mode, and a warning before a wait that somebody would notice.
 * The line is made of the record's fields alone, so that no input, address or credential can
 * reach a log.
 */
export function logAttempt(
  record: AttemptRecord,
  { logger, debug }: ClientContext,
  withheld: () => Withheld,
): void {
  const { name, method, pathTemplate, result, milliseconds, attempt, requestId, nextInMs } = record;
  if (debug?.enabled) {
    // The one word of a log line that comes from elsewhere.
    const id = requestId ? `, request id ${redact(requestId, withheld())}` : "";
    logger?.debug(
      `Gong: ${method} ${pathTemplate} ${result} in ${milliseconds} ms, attempt ${attempt}${id}`,
    );
  }
  if (nextInMs !== undefined && nextInMs >= noticeableMs) {
    const seconds = Math.ceil(nextInMs / 1000);
    const end = result === "timed out" ? result : `got ${result}`;
    logger?.warn(`Gong: ${name} ${end}; trying again in ${seconds} s.`);
  }
}
