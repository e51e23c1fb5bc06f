/** How one attempt at a request ended, as far as the decision to repeat it needs to know. */
export type Outcome =
  /** Gong answered with an error status. */
  | { readonly kind: "status"; readonly status: number; readonly retryAfterSeconds?: number }
  /** Gong answered 2xx with something that is not JSON: a proxy's page, or half an answer. */
  | { readonly kind: "unreadable" }
  /** No answer came: refused, cut, timed out. */
  | { readonly kind: "fault"; readonly reachedGong: boolean };

/** What is known before an attempt is repeated. */
export interface RetrySituation {
  /** Attempts made so far, from 1. */
  readonly attempt: number;
  /** Whether the operation may be carried out twice. */
  readonly resend: "safe" | "never";
  /** Milliseconds of waiting for limits that this action, trigger or picker has left. */
  readonly limitWaitLeftMs: number;
  /** A number from 0 up to but excluding 1, for the jitter. */
  readonly random: number;
}

/** The verdict, with the reason for logs and tests. */
export interface RetryDecision {
  readonly retry: boolean;
  readonly afterMs: number;
  readonly because: string;
}

/** Tries after the first for outages; limits are bounded by time instead. */
const mostRetries = 4;
/** Half of the first wait after an outage; it doubles, and jitter adds up to the same again. */
const firstWaitMs = 1_000;

/**
 * Whether and when to send a request again. Pure: it neither sleeps nor counts.
 *
 * | outcome | operation | decision |
 * |---|---|---|
 * | 429, Retry-After fits the time left | any | again after exactly Retry-After |
 * | 429, Retry-After exceeds the time left | any | give up at once |
 * | 429 without Retry-After | any | as for an outage |
 * | 500, 502, 503, 504, unreadable 2xx, cut, timed out | safe | again after 1–2, 2–4, 4–8, 8–16 s, then give up |
 * | the same | never | give up at once: it may have been carried out |
 * | no connection was made | any | as for a safe one: nothing was carried out |
 * | any other status | any | give up at once: the answer would be the same |
 *
 * A 429 is repeated even where the operation must not be carried out twice, because Gong refuses
 * it before doing anything (G10).
 */
export function decideRetry(situation: RetrySituation, outcome: Outcome): RetryDecision {
  const { attempt, resend, limitWaitLeftMs } = situation;
  if (outcome.kind === "status" && outcome.status === 429) {
    const { retryAfterSeconds } = outcome;
    if (retryAfterSeconds === undefined)
      return afterOutage(situation, "rate limited, no Retry-After");
    const afterMs = retryAfterSeconds * 1000;
    // Retry-After is obeyed or refused, never shortened: asking early only spends more of the limit.
    return afterMs <= limitWaitLeftMs
      ? { retry: true, afterMs, because: "rate limited" }
      : giveUp("the limit outlasts the time left");
  }
  if (outcome.kind === "fault" && !outcome.reachedGong)
    return afterOutage(situation, "not reached");
  if (outcome.kind === "status" && ![500, 502, 503, 504].includes(outcome.status)) {
    return giveUp("the answer would be the same");
  }
  if (resend === "never") return giveUp("it may have been carried out");
  return afterOutage({ ...situation, attempt }, "outage");
}

function afterOutage({ attempt, random }: RetrySituation, because: string): RetryDecision {
  if (attempt > mostRetries) return giveUp(`${because}, ${attempt} attempts`);
  const base = firstWaitMs * 2 ** (attempt - 1);
  return { retry: true, afterMs: Math.round(base + base * random), because };
}

function giveUp(because: string): RetryDecision {
  return { retry: false, afterMs: 0, because };
}
