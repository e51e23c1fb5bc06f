/** How one attempt at a request ended, as far as the decision to repeat it needs to know. */
export type Outcome =
  | /** Gong answered with an error status. */
  {
      readonly kind: "status";
      readonly status: number;
      readonly retryAfterSeconds?: number | undefined;
    }
  /** Gong answered 2xx with something that cannot be read: a proxy's page, or half an answer. */
  | { readonly kind: "unreadable" }
  /** The answer was larger than any of Gong's. */
  | { readonly kind: "oversized" }
  /** No answer came: refused, cut, timed out. */
  | {
      readonly kind: "fault";
      /** The system's code, such as `ECONNREFUSED`; `ETIMEDOUT` when the attempt's time was over. */
      readonly code: string;
      /** Whether a connection was made, so that Gong may have carried the request out. */
      readonly reachedGong: boolean;
      /** Whether it would be the same again, such as a host that does not exist. */
      readonly isPermanent: boolean;
    };

/** What is known before an attempt is repeated. */
export interface RetrySituation {
  /** Repetitions so far that were not waits for a limit, from 0. */
  readonly outages: number;
  /** Whether the operation may be carried out twice. */
  readonly idempotent: boolean;
  /** Milliseconds of waiting that are left. */
  readonly waitLeftMs: number;
  /** A number from 0 up to but excluding 1, for the jitter. */
  readonly random: number;
}

/** The decision, with the reason for tests. */
export interface RetryDecision {
  readonly retry: boolean;
  /** Milliseconds to wait before the next attempt. */
  readonly afterMs: number;
  readonly because: string;
}

/** Tries after the first for outages; limits are bounded by time instead. */
const maxRetries = 4;
/** Shortest first wait after an outage; it doubles, and jitter adds up to the same again. */
const firstWaitMs = 1_000;
/** The most that jitter adds to a wait for the limit, so that many processes do not return at once. */
const limitJitterMs = 300;
/** Statuses that time may mend. */
const outageStatuses: readonly number[] = [500, 502, 503, 504];

/**
 * Whether and when to send a request again. Pure: it neither sleeps nor counts.
 *
 * A 429 is repeated even where the operation must not be carried out twice, because Gong refuses
 * it before doing anything (G10). Retry-After is obeyed or refused, never shortened. The table of
 * all cases stands in docs/architecture.md.
 */
export function decideRetry(situation: RetrySituation, outcome: Outcome): RetryDecision {
  switch (outcome.kind) {
    case "oversized":
      return giveUp("it would be the same again");
    case "status":
      return afterStatus(situation, outcome);
    case "fault":
      if (outcome.isPermanent) return giveUp("it would be the same again");
      if (!outcome.reachedGong) return afterOutage(situation);
      return unlessWritten(situation);
    default:
      return unlessWritten(situation);
  }
}

/** Whether Gong refuses for its limit and says how long, which no count has to bound (G10). */
export function isLimit(outcome: Outcome): boolean {
  return outcome.kind === "status" && outcome.status === 429 && !!outcome.retryAfterSeconds;
}

/** Whether Gong cannot have carried the request out. */
export function isUnsent(outcome: Outcome): boolean {
  if (outcome.kind === "fault") return !outcome.reachedGong;
  return outcome.kind === "status" && outcome.status === 429;
}

function afterStatus(
  situation: RetrySituation,
  outcome: Extract<Outcome, { kind: "status" }>,
): RetryDecision {
  const { status, retryAfterSeconds } = outcome;
  if (status !== 429 && !outageStatuses.includes(status)) {
    return giveUp("the answer would be the same");
  }
  if (status !== 429 && !situation.idempotent) return giveUp("it may have been carried out");
  const saysWhen = retryAfterSeconds !== undefined && (status === 429 || status === 503);
  if (!saysWhen) return afterOutage(situation);
  if (retryAfterSeconds * 1000 > situation.waitLeftMs) {
    return giveUp("Retry-After exceeds the time left");
  }
  if (!isLimit(outcome) && situation.outages >= maxRetries) return giveUp("too often");
  const afterMs = Math.round(retryAfterSeconds * 1000 + limitJitterMs * situation.random);
  return { retry: true, afterMs, because: "Retry-After" };
}

function unlessWritten(situation: RetrySituation): RetryDecision {
  return situation.idempotent ? afterOutage(situation) : giveUp("it may have been carried out");
}

function afterOutage({ outages, waitLeftMs, random }: RetrySituation): RetryDecision {
  if (outages >= maxRetries) return giveUp("too often");
  const base = firstWaitMs * 2 ** outages;
  const afterMs = Math.round(base + base * random);
  return afterMs <= waitLeftMs
    ? { retry: true, afterMs, because: "outage" }
    : giveUp("no time left");
}

function giveUp(because: string): RetryDecision {
  return { retry: false, afterMs: 0, because };
}
