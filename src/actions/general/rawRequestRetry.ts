import {
  decideRetry,
  type Outcome,
  type RetryDecision,
  type RetrySituation,
} from "../../client/retry";

/** What the builder asked for. */
export interface RawRetrySettings {
  readonly maxRetries: number;
  readonly retryDelayMs: number;
  readonly retryAllErrors: boolean;
  readonly useExponentialBackoff: boolean;
}

/** First wait of the doubling when no delay is given. */
const defaultBackoffMs = 1_000;

/**
 * The decision to repeat a raw request. Gong's Retry-After is obeyed as everywhere; beside that,
 * what the builder set holds: how often, after how long, and after which errors. Waits for limits
 * do not use up the repetitions.
 */
export function decideRawRetry(settings: RawRetrySettings) {
  const { maxRetries, retryAllErrors } = settings;
  return (situation: RetrySituation, outcome: Outcome): RetryDecision => {
    const isLimit =
      outcome.kind === "status" &&
      outcome.status === 429 &&
      outcome.retryAfterSeconds !== undefined;
    const isPermanent =
      outcome.kind === "oversized" || (outcome.kind === "fault" && outcome.isPermanent);
    if (isLimit || isPermanent) return decideRetry(situation, outcome);
    if (situation.outages >= maxRetries) return giveUp("Max Retry Count is reached");
    if (!retryAllErrors && !isWorthRepeating(situation, outcome)) return giveUp("not asked for");
    // One of 0 says nothing of how long it lasts.
    const pauseMs = outcome.kind === "status" ? (outcome.retryAfterSeconds ?? 0) * 1000 : 0;
    if (pauseMs > situation.waitLeftMs) return giveUp("no time left");
    const afterMs = pauseMs || waitOf(situation, settings);
    return { retry: true, afterMs, because: "asked for" };
  };
}

function giveUp(because: string): RetryDecision {
  return { retry: false, afterMs: 0, because };
}

function isWorthRepeating({ idempotent }: RetrySituation, outcome: Outcome): boolean {
  if (outcome.kind === "fault" && !outcome.reachedGong) return true;
  // Gong refuses these before doing anything (G10).
  if (outcome.kind === "status" && outcome.status === 429) return true;
  const isOutage = outcome.kind !== "status" || outcome.status >= 500;
  return isOutage && idempotent;
}

function waitOf(
  { outages }: RetrySituation,
  { retryDelayMs, useExponentialBackoff }: RawRetrySettings,
): number {
  if (!useExponentialBackoff) return retryDelayMs;
  return (retryDelayMs || defaultBackoffMs) * 2 ** outages;
}
