/** Why one attempt at a request did not bring what was asked for. */
export type Outcome = ErrorStatus | Fault;

/** Gong answered with an error status. */
export interface ErrorStatus {
  readonly kind: "status";
  readonly status: number;
  readonly retryAfterSeconds?: number | undefined;
}

/** No answer came that could be read. */
export interface Fault {
  readonly kind: "fault";
  /**
   * The system's code, such as `ECONNREFUSED`; `ETIMEDOUT` when the time was over, `EBADMSG` for a
   * proxy's page or half an answer, `EBUSY` for a request whose turn would have come too late.
   */
  readonly code: string;
  /** Whether a connection was made, so that Gong may have carried the request out. */
  readonly reachedGong: boolean;
  /** Whether it would be the same again, such as a host that does not exist. */
  readonly isPermanent: boolean;
  /** Until the turn that would have been too late. */
  readonly waitSeconds?: number;
}

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

/** Tries after the first for outages; limits are bounded by time instead. */
const maxRetries = 4;
/** Shortest first wait after an outage; it doubles, and jitter adds up to the same again. */
const firstWaitMs = 1_000;
/** The most that jitter adds to a wait for the limit, so that many processes do not return at once. */
const limitJitterMs = 300;
/** Statuses that time may mend. */
const passingStatuses: readonly number[] = [429, 500, 502, 503, 504];

/**
 * Decides whether to send a request again: after so many milliseconds, or not (nothing). A 429 is
 * repeated whatever the operation, because Gong refuses it before doing anything (G10). Retry-After
 * is obeyed or refused, never shortened. The table of all cases is in docs/architecture.md.
 */
export function decideRetry(situation: RetrySituation, outcome: Outcome): number | undefined {
  const { outages, idempotent, waitLeftMs, random } = situation;
  if (!mayPass(outcome)) return undefined;
  // It may have been carried out.
  if (!idempotent && !isUnsent(outcome)) return undefined;
  if (outages >= maxRetries && !isLimit(outcome)) return undefined;
  const seconds = retryAfterOf(outcome);
  const waitMs = seconds === undefined ? firstWaitMs * 2 ** outages * (1 + random) : seconds * 1000;
  if (waitMs > waitLeftMs) return undefined;
  return Math.round(seconds === undefined ? waitMs : waitMs + limitJitterMs * random);
}

/** Seconds that Gong asks to wait, for its limit or while it is down. */
function retryAfterOf(outcome: Outcome): number | undefined {
  const says = outcome.kind === "status" && [429, 503].includes(outcome.status);
  return says ? outcome.retryAfterSeconds : undefined;
}

/** Whether Gong refuses for its limit and says how long, which no count has to bound (G10). */
export function isLimit(outcome: Outcome): boolean {
  return outcome.kind === "status" && outcome.status === 429 && !!outcome.retryAfterSeconds;
}

/** Whether Gong cannot have carried the request out. */
export function isUnsent(outcome: Outcome): boolean {
  return outcome.kind === "fault" ? !outcome.reachedGong : outcome.status === 429;
}

/** Whether it may be otherwise the next time. */
function mayPass(outcome: Outcome): boolean {
  return outcome.kind === "fault" ? !outcome.isPermanent : passingStatuses.includes(outcome.status);
}
