import pThrottle from "p-throttle";

/**
 * Room between requests beyond the bare interval, as a share of it. Requests that leave evenly
 * can still arrive some milliseconds closer together than they left, and Gong counts arrivals.
 */
const margin = 0.03;

/** Hands out the moments at which requests to one account may leave. */
export interface Pace {
  /** Resolves when the next request may leave. */
  turn(): Promise<void>;
  /** What somebody who asks for a turn now would wait for. */
  ahead(): Ahead;
}

/** Milliseconds until a turn, in two parts. */
export interface Ahead {
  /** What is left of the distance to the request before. */
  readonly distanceMs: number;
  /** The turns of others who wait already. */
  readonly queueMs: number;
}

const paces = new Map<string, Line>();

/**
 * The pace of an account, shared by every client in this process that talks to the same host:
 * Gong's limit counts the whole company, and each company has its host (G1, G10). Where
 * connections to one host state different rates, the lowest holds, for all of them.
 *
 * Requests leave one by one at even distances, so that no window of a second holds more than the
 * rate, wherever it begins.
 */
export function paceOf(baseUrl: string, requestsPerSecond: number): Pace {
  const { host } = new URL(baseUrl);
  const pace = paces.get(host) ?? new Line();
  paces.set(host, pace);
  pace.slowDownTo(requestsPerSecond);
  return pace;
}

/** Those who wait, in the order they came. */
class Line implements Pace {
  #intervalMs = 0;
  #departedAt = Number.NEGATIVE_INFINITY;
  #next = this.#throttle();

  slowDownTo(requestsPerSecond: number): void {
    const intervalMs = (1000 / requestsPerSecond) * (1 + margin);
    if (intervalMs <= this.#intervalMs) return;
    this.#intervalMs = intervalMs;
    this.#next = this.#throttle();
  }

  turn(): Promise<void> {
    return this.#next();
  }

  ahead(): Ahead {
    return {
      distanceMs: Math.max(0, this.#departedAt + this.#intervalMs - performance.now()),
      queueMs: this.#next.queueSize * this.#intervalMs,
    };
  }

  /** With weights the limiter looks again as each one's time comes, so that a process that was held
   * up for a while does not let go of several at once. */
  #throttle() {
    const rules = { limit: 1, interval: this.#intervalMs, strict: true, weight: () => 1 };
    return pThrottle(this.#intervalMs > 0 ? rules : { limit: 1, interval: 0 })(async () => {
      this.#departedAt = performance.now();
    });
  }
}
