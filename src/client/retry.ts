/** How one attempt at a request ended, as far as the decision to repeat it needs to know. */
export type Outcome = {
  /** Whether it would be the same again, whatever the operation. */
  readonly isPermanent?: boolean;
} & (
  | /** Gong answered with an error status. */
  { readonly kind: "status"; readonly status: number; readonly retryAfterSeconds?: number }
  /** Gong answered 2xx with something that is not JSON: a proxy's page, or half an answer. */
  | { readonly kind: "unreadable" }
  /** The answer was larger than any of Gong's. */
  | { readonly kind: "oversized" }
  /** No answer came: refused, cut, timed out. */
  | { readonly kind: "fault"; readonly reachedGong: boolean }
);

/** What is known before an attempt is repeated. */
export interface RetrySituation {
  /** Attempts made so far, from 1. */
  readonly attempt: number;
  /** How many of them repeated an earlier one for another reason than Gong's limits, from 0. */
  readonly outages: number;
  /** Whether the operation may be carried out twice. */
  readonly resend: "safe" | "never";
  /** Milliseconds of waiting for limits that this action, trigger or picker has left. */
  readonly limitWaitLeftMs: number;
  /** The same for outages: without end except in a picker, which has one time for both. */
  readonly outageWaitLeftMs: number;
  /** A number from 0 up to but excluding 1, for the jitter. */
  readonly random: number;
}

/** The verdict, with the reason for logs and tests. */
export interface RetryDecision {
  readonly retry: boolean;
  readonly afterMs: number;
  readonly because: string;
  /** Whether the wait uses up time for limits. */
  readonly forLimit?: boolean;
  /** Whether it is one of the few tries after an outage. */
  readonly counts?: boolean;
}

/** Tries after the first for outages; limits are bounded by time instead. */
const mostRetries = 4;
/** Shortest first wait after an outage; it doubles, and jitter adds up to the same again. */
const firstWaitMs = 1_000;
/** Statuses that time may mend. */
const outageStatuses: readonly number[] = [500, 502, 503, 504];

/**
 * Whether and when to send a request again. Pure: it neither sleeps nor counts.
 *
 * | outcome | operation | decision |
 * |---|---|---|
 * | 429, Retry-After fits the time left | any | again after exactly Retry-After |
 * | 429, Retry-After exceeds the time left | any | give up at once |
 * | 429, Retry-After of 0 | any | again at once, 4 times, then give up |
 * | 429 without Retry-After | any | as for an outage, while the time for limits lasts |
 * | 503 with Retry-After | safe | as for 429, 4 times, then give up |
 * | 500, 502, 503, 504, unreadable 2xx, cut, timed out | safe | again after 1–2, 2–4, 4–8, 8–16 s, then give up |
 * | the same | never | give up at once: it may have been carried out |
 * | no connection was made | any | as for a safe one: nothing was carried out |
 * | either of the two above, in a picker whose time is over | any | give up at once |
 * | no such host, TLS or a certificate that fails, an answer over 100 MB | any | give up at once: it would be the same again |
 * | any other status | any | give up at once: the answer would be the same |
 *
 * A 429 is repeated even where the operation must not be carried out twice, because Gong refuses
 * it before doing anything (G10). Waits for limits do not use up the tries after an outage.
 */
export function decideRetry(situation: RetrySituation, outcome: Outcome): RetryDecision {
  if (outcome.isPermanent) return giveUp("it would be the same again");
  if (outcome.kind === "fault" && !outcome.reachedGong) {
    return afterOutage(situation, "not reached");
  }
  if (outcome.kind === "status") {
    const { status, retryAfterSeconds } = outcome;
    const isPause =
      status === 503 && situation.resend === "safe" && retryAfterSeconds !== undefined;
    if (isPause) return afterPause(situation, retryAfterSeconds);
    if (status === 429) return afterLimit(situation, retryAfterSeconds);
    if (!outageStatuses.includes(status)) return giveUp("the answer would be the same");
  }
  if (situation.resend === "never") return giveUp("it may have been carried out");
  return afterOutage(situation, "outage");
}

/** Retry-After is obeyed or refused, never shortened: asking early only spends more of the limit. */
function afterLimit(
  situation: RetrySituation,
  retryAfterSeconds: number | undefined,
): RetryDecision {
  const { limitWaitLeftMs, outages } = situation;
  if (retryAfterSeconds === undefined) {
    const decision = afterOutage(situation, "no Retry-After");
    return decision.afterMs <= limitWaitLeftMs
      ? { ...decision, forLimit: decision.retry }
      : giveUp("no Retry-After, and no time left");
  }
  // No time passes, so that only a count can bound it.
  if (retryAfterSeconds === 0) return again(outages, 0, "Retry-After 0");
  const afterMs = retryAfterSeconds * 1000;
  return afterMs <= limitWaitLeftMs
    ? { retry: true, afterMs, because: "Retry-After", forLimit: true }
    : giveUp("Retry-After exceeds the time left");
}

/** An outage that says how long it lasts. It is no limit that ends, so that a count bounds it too. */
function afterPause(situation: RetrySituation, retryAfterSeconds: number): RetryDecision {
  const decision = afterLimit(situation, retryAfterSeconds);
  return decision.retry
    ? { ...decision, ...again(situation.outages, decision.afterMs, decision.because) }
    : decision;
}

function afterOutage(
  { outages, outageWaitLeftMs, random }: RetrySituation,
  because: string,
): RetryDecision {
  const base = firstWaitMs * 2 ** outages;
  const afterMs = Math.round(base + base * random);
  return afterMs <= outageWaitLeftMs
    ? again(outages, afterMs, because)
    : giveUp(`${because}, and no time left`);
}

function again(outages: number, afterMs: number, because: string): RetryDecision {
  return outages < mostRetries
    ? { retry: true, afterMs, because, counts: true }
    : giveUp(`${because}, ${outages} times again`);
}

function giveUp(because: string): RetryDecision {
  return { retry: false, afterMs: 0, because };
}
