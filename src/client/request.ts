import type { Failure } from "./explain";
import { loadTransport, sendOnce } from "./http";
import type { AttemptRecord } from "./log";
import { type Ended, endOf } from "./outcome";
import { redirected } from "./redirect";
import { type Fault, isLimit, isUnsent } from "./retry";
import type { Throttle } from "./throttle";
import { abortable, type Time, within } from "./time";
import type { GongResponse, PreparedRequest } from "./types";

/** What all requests of one client share. */
export interface Road {
  readonly throttle: Throttle;
  readonly time: Time;
  /** Ends everything that the client does. */
  readonly signal: AbortSignal | undefined;
  readonly maxWaitMs: number;
  readonly log: (record: AttemptRecord) => void;
  /** Milliseconds of waiting for Gong's limits that are left. */
  waitLeftMs: number;
  /** Requests sent so far, repetitions included. */
  requests: number;
}

/**
 * Sends a request at the account's pace, and again when its decision says so.
 *
 * @throws what `explain` makes of a failure; SpectralError that making the body failed with
 */
export async function sendRequest(
  request: PreparedRequest,
  road: Road,
  explain: (failure: Failure) => Error,
): Promise<GongResponse> {
  const { throttle, time, signal } = road;
  const { idempotent } = request;
  let outages = 0;
  let mayHaveArrived = false;
  // Loading takes its time: a first request that left late would arrive too close to the fourth.
  await loadTransport();
  for (let attempts = 1; ; attempts += 1) {
    const unsent = await takeTurn(road);
    if (unsent) throw explain({ outcome: unsent, attempts: attempts - 1 });
    const startedAt = time.now();
    const ended = await attempt(request, road);
    const { answer, outcome } = ended;
    if (answer && answer.status !== 429) throttle.accepted();
    const situation = { outages, idempotent, waitLeftMs: road.waitLeftMs, random: time.random() };
    const retryMs = outcome && !signal?.aborted ? request.decide(situation, outcome) : undefined;
    road.log({ ...ended, request, attempts, retryMs, milliseconds: time.now() - startedAt });
    if (!outcome) return { status: answer.status, headers: answer.headers, data: ended.data };
    if (retryMs === undefined) throw explain({ outcome, answer, attempts, mayHaveArrived });
    if (!isUnsent(outcome)) mayHaveArrived = true;
    if (isLimit(outcome)) {
      road.waitLeftMs -= retryMs;
      throttle.refused(time.random());
    } else outages += 1;
    await abortable(time.sleep(retryMs), signal);
    if (signal?.aborted) throw explain({ outcome, answer, attempts });
  }
}

/** Waits for the host's next departure. @returns why there is none, where it would come too late */
async function takeTurn({ throttle, signal, maxWaitMs }: Road): Promise<Fault | undefined> {
  const unsent = { kind: "fault", reachedGong: false, isPermanent: true } as const;
  const delayMs = throttle.delayMs();
  if (delayMs > maxWaitMs) {
    return { ...unsent, code: "EBUSY", waitSeconds: Math.ceil(delayMs / 1000) };
  }
  await abortable(throttle.turn(signal), signal);
  return signal?.aborted ? { ...unsent, code: "ETIMEDOUT" } : undefined;
}

const maxRedirects = 5;

/** One attempt, with the redirects on the same host that it may follow, each at its own turn. */
async function attempt(request: PreparedRequest, road: Road): Promise<Ended> {
  let current = request;
  for (let redirects = 0; ; redirects += 1) {
    road.requests += 1;
    const result = await within(current.timeoutMs, road.signal, (its) => sendOnce(current, its));
    const next = request.followRedirects ? redirected(current, result) : undefined;
    if (!next || redirects === maxRedirects) return endOf(current, result, road.time.now());
    current = next;
    await abortable(road.throttle.turn(road.signal), road.signal);
  }
}
