import {
  decideRetry,
  type Outcome,
  type RetryDecision,
  type RetrySituation,
} from "../../client/retry";
import { maxExecutionMs } from "./rawRequestInputs";

/** What the builder asked for. */
export interface RawRetrySettings {
  readonly maxRetries: number;
  readonly retryDelayMs: number;
  readonly retryAllErrors: boolean;
  readonly useExponentialBackoff: boolean;
  /** Whether a network fault or a 5xx may be followed by the same request (B20). */
  readonly isRepeatable: boolean;
}

/**
 * The decision to repeat a raw request. Gong's limit is waited for as everywhere, without using up
 * retries; beside that, what the builder set holds: how often, after how long, and after which
 * errors. No retry begins after the platform's 15 minutes.
 */
export function decideRawRetry({ maxRetries, retryAllErrors, ...settings }: RawRetrySettings) {
  const endsAt = performance.now() + maxExecutionMs;
  return (situation: RetrySituation, outcome: Outcome): RetryDecision => {
    const pauseMs = outcome.kind === "status" ? (outcome.retryAfterSeconds ?? 0) * 1000 : 0;
    const isLimit = outcome.kind === "status" && outcome.status === 429 && pauseMs > 0;
    if (isLimit || outcome.isPermanent) return decideRetry(situation, outcome);
    const afterMs = pauseMs || waitOf(situation.outages, settings);
    const isWanted = retryAllErrors || isWorthRepeating(outcome, settings.isRepeatable);
    const isLate = performance.now() + afterMs > endsAt;
    return situation.outages < maxRetries && isWanted && !isLate
      ? { retry: true, afterMs, because: "asked for", counts: true }
      : { retry: false, afterMs: 0, because: isLate ? "no time left" : "not asked for" };
  };
}

function isWorthRepeating(outcome: Outcome, isRepeatable: boolean): boolean {
  if (outcome.kind === "fault" && !outcome.reachedGong) return true;
  // Gong refuses these before doing anything (G10).
  if (outcome.kind === "status" && outcome.status === 429) return true;
  return isRepeatable && (outcome.kind !== "status" || outcome.status >= 500);
}

type Waits = Pick<RawRetrySettings, "retryDelayMs" | "useExponentialBackoff">;

/** Doubled waits begin with a second where no delay is given. */
function waitOf(outages: number, { retryDelayMs, useExponentialBackoff }: Waits): number {
  return useExponentialBackoff ? (retryDelayMs || 1_000) * 2 ** outages : retryDelayMs;
}
