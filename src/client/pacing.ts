import { setTimeout as delay } from "node:timers/promises";

/**
 * Room between requests beyond the bare interval, as a share of it. Requests that leave evenly
 * can still arrive some milliseconds closer together than they left, and Gong counts arrivals.
 */
const margin = 0.05;

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
  /** Moment of the next departure. It is set as the one before leaves, so that a process that was
   * held up for a while does not let go of several at once. */
  #nextAt = Number.NEGATIVE_INFINITY;
  #waiting = 0;
  #last: Promise<void> = Promise.resolve();

  slowDownTo(requestsPerSecond: number): void {
    this.#intervalMs = Math.max(this.#intervalMs, (1000 / requestsPerSecond) * (1 + margin));
  }

  turn(): Promise<void> {
    this.#waiting += 1;
    this.#last = this.#last.then(() => this.#depart());
    return this.#last;
  }

  ahead(): Ahead {
    return {
      distanceMs: Math.max(0, this.#nextAt - now()),
      queueMs: this.#waiting * this.#intervalMs,
    };
  }

  async #depart(): Promise<void> {
    // More than once, since a timer may go off a little early.
    for (let left = this.#nextAt - now(); left > 0; left = this.#nextAt - now()) {
      await delay(Math.ceil(left));
    }
    this.#nextAt = now() + this.#intervalMs;
    this.#waiting -= 1;
  }
}

/** Milliseconds on a clock that nobody sets: a corrected wall clock would hold up the line. */
const now = (): number => performance.now();
