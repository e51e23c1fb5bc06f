import pThrottle from "p-throttle";

/**
 * Room between requests beyond the bare interval, as a share of it. Requests that leave evenly
 * can still arrive a few milliseconds closer together than they left, and Gong counts arrivals.
 */
const margin = 0.02;

/** Hands out the moments at which requests to one account may leave. */
export interface Pace {
  /** Resolves when the next request may leave. */
  turn(): Promise<void>;
  /** Milliseconds that somebody who asks for a turn now would wait behind others. */
  queuedMs(): number;
}

const paces = new Map<string, Pace & { requestsPerSecond: number }>();

/**
 * The pace of an account, shared by every client in this process that talks to the same host:
 * Gong's limit counts the whole company, and each company has its host (G1, G10). Where
 * connections to one host state different rates, the lowest holds.
 *
 * Requests leave one by one at even distances, so that no window of a second holds more than the
 * rate, wherever it begins.
 */
export function paceOf(baseUrl: string, requestsPerSecond: number): Pace {
  const known = paces.get(baseUrl);
  if (known && known.requestsPerSecond <= requestsPerSecond) return known;

  const interval = (1000 / requestsPerSecond) * (1 + margin);
  const turn = pThrottle({ limit: 1, interval, strict: true })(async () => {});
  const pace = { turn, queuedMs: () => turn.queueSize * interval, requestsPerSecond };
  paces.set(baseUrl, pace);
  return pace;
}
