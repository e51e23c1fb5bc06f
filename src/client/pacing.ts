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
  /**
   * Tells that the request that has its turn is still making its connection, which may take longer
   * than the next turn; it counts as gone when that is done. Others wait for it a second at most;
   * after that it has lost its turn, and gets another when its connection is made.
   *
   * @returns resolves when the request may leave
   */
  connecting(made: Promise<unknown>): Promise<void>;
}

/** Milliseconds until a turn, in two parts. */
export interface Ahead {
  /** What is left of the distance to the request before. */
  readonly distanceMs: number;
  /** The turns of others who wait already. */
  readonly queueMs: number;
}

/** Milliseconds that a rate holds without being stated anew; executions are over by then. */
const rememberedMs = 15 * 60_000;

/** Who never gets a connection must not hold up all others. */
const longestHoldMs = 1_000;

const paces = new Map<string, Line>();

/**
 * The pace of an account, shared by every client in this process that talks to the same host:
 * Gong's limit counts the whole company, and each company has its host (G1, G10). Where
 * connections to one host state different rates, the lowest holds for all of them, until no
 * client has stated it for a while.
 *
 * Requests leave one by one at even distances, so that no window of a second holds more than the
 * rate, wherever it begins.
 */
export function paceOf(baseUrl: string, requestsPerSecond: number): Pace {
  const { host } = new URL(baseUrl);
  const pace = paces.get(host) ?? new Line();
  paces.set(host, pace);
  pace.state(requestsPerSecond);
  return pace;
}

/** Those who wait, in the order they came. */
class Line implements Pace {
  /** The rates that clients stated, and when each was stated last. */
  readonly #stated = new Map<number, number>();
  #intervalMs = 0;
  #departedAt = Number.NEGATIVE_INFINITY;
  #waiting = 0;
  #last = Promise.resolve();
  #depart = async () => {};
  #connected: Promise<unknown> = Promise.resolve();
  /** The interval that `#depart` keeps. */
  #keptMs = 0;

  state(requestsPerSecond: number): void {
    const now = performance.now();
    this.#stated.set(requestsPerSecond, now);
    for (const [rate, at] of this.#stated) if (now - at > rememberedMs) this.#stated.delete(rate);
    this.#intervalMs = (1000 / Math.min(...this.#stated.keys())) * (1 + margin);
  }

  turn(): Promise<void> {
    this.#waiting += 1;
    // One at a time goes to the limiter, so that a new rate holds for all who wait.
    this.#last = this.#last.then(() => this.#release());
    return this.#last;
  }

  ahead(): Ahead {
    return {
      distanceMs: Math.max(0, this.#departedAt + this.#intervalMs - performance.now()),
      queueMs: this.#waiting * this.#intervalMs,
    };
  }

  async connecting(made: Promise<unknown>): Promise<void> {
    const isInTime = new Promise<boolean>((resolve) => {
      setTimeout(resolve, longestHoldMs, false).unref();
      made.then(() => resolve(true));
    });
    this.#connected = Promise.all([this.#connected, isInTime]).then(([, inTime]) =>
      inTime ? this.#beginAnew() : undefined,
    );
    if (await isInTime) return;
    await made;
    // Before those who wait: its time to be answered is running.
    this.#connected = this.#connected.then(async () => {
      await new Promise((resolve) => setTimeout(resolve, this.ahead().distanceMs));
      await this.#beginAnew();
    });
    await this.#connected;
  }

  async #release(): Promise<void> {
    let depart: () => Promise<void>;
    do {
      await this.#connected;
      if (this.#keptMs !== this.#intervalMs) {
        if (this.ahead().distanceMs > 0) await this.#beginAnew();
        else this.#depart = this.#throttle();
      }
      depart = this.#depart;
      await depart();
      await this.#connected;
    } while (depart !== this.#depart);
    this.#waiting -= 1;
  }

  /** A new limiter knows of no request before; one takes the place of the last that left. */
  async #beginAnew(): Promise<void> {
    this.#depart = this.#throttle();
    await this.#depart();
  }

  /** With weights the limiter looks again as each one's time comes, so that a process that was held
   * up for a while does not let go of several at once. */
  #throttle() {
    this.#keptMs = this.#intervalMs;
    const rules = { limit: 1, interval: this.#intervalMs, strict: true, weight: () => 1 };
    return pThrottle(rules)(async () => {
      this.#departedAt = performance.now();
    });
  }
}
