import { decideRetry, isLimit, type Outcome, type RetrySituation } from "../../client/retry";
import type { RawRequestValues } from "./rawRequestInputs";

/** What the platform allows an execution, in milliseconds. */
export const maxExecutionMs = 15 * 60_000;

/**
 * The decision to repeat a raw request. Gong's limit is waited for as everywhere, without using up
 * retries; beside that, what the builder set holds: how often, after how long, and after which
 * errors. No retry begins after the platform's 15 minutes.
 *
 * @param isRepeatable whether a network fault or a 5xx may be followed by the same request (B20)
 */
export function decideRawRetry(settings: RawRequestValues, isRepeatable: boolean) {
  const { maxRetries = 0, retryDelayMS = 0, retryAllErrors, useExponentialBackoff } = settings;
  const endsAt = performance.now() + maxExecutionMs;
  return (situation: RetrySituation, outcome: Outcome): number | undefined => {
    if (isLimit(outcome)) return decideRetry(situation, outcome);
    const pauseMs = outcome.kind === "status" ? (outcome.retryAfterSeconds ?? 0) * 1000 : 0;
    // Doubled waits begin with a second where no delay is given.
    const doubled = (retryDelayMS || 1_000) * 2 ** situation.outages;
    const afterMs = pauseMs || Math.max(0, useExponentialBackoff ? doubled : retryDelayMS);
    const isWanted = retryAllErrors || isWorthRepeating(outcome, isRepeatable);
    const isLate = performance.now() + afterMs > endsAt;
    return situation.outages < maxRetries && isWanted && !isLate ? afterMs : undefined;
  };
}

function isWorthRepeating(outcome: Outcome, isRepeatable: boolean): boolean {
  if (outcome.kind === "fault" && !outcome.reachedGong) return !outcome.isPermanent;
  // Gong refuses these before doing anything (G10).
  if (outcome.kind === "status" && outcome.status === 429) return true;
  return isRepeatable && (outcome.kind !== "status" || outcome.status >= 500);
}
