/** Share by which intervals are longer: requests can arrive closer together than they left. */
const margin = 0.03;
/** Room where others use the limit too: the less, the seldomer they slip in between two requests. */
const sharedMargin = 0.015;
/** Parts into which a rate is divided where other processes use the same limit. */
const parts = 3;
/** The least that is left of one part after refusals in a row. */
const minParts = 1 / 8;
/** Accepted requests in a row after which one more part is tried, at first. */
const enoughAccepted = 15;
/** What was tried and refused is tried less often, by this factor. */
const patience = 3;
/** A refusal after so many accepted requests is chance, such as a late arrival, and changes nothing. */
const isolatedAfter = 10;

const throttles = new Map<string, Throttle>();

/** The throttle of a host, since Gong's limit is a company's (G1, G10). The last rate holds. */
export function throttleOf(baseUrl: string, requestsPerSecond: number): Throttle {
  const { host } = new URL(baseUrl);
  const throttle = throttles.get(host) ?? new Throttle();
  throttles.set(host, throttle);
  throttle.requestsPerSecond = requestsPerSecond;
  return throttle;
}

/**
 * A queue of departures at even distances, on a clock that never jumps. Where other processes use up
 * the company's limit, it slows down and recovers by itself (additive increase, multiplicative
 * decrease): docs/architecture.md says how.
 */
export class Throttle {
  /** The account's own rate, of which less is used while others use it too. */
  requestsPerSecond = 1;
  /** When the next request may leave. */
  #next = Number.NEGATIVE_INFINITY;
  #waiting = 0;
  #last = Promise.resolve();
  /** How many parts of the rate are in use. */
  #parts = parts;
  /** Since the last refusal. */
  #accepted = Number.POSITIVE_INFINITY;
  /** Accepted requests that one more part needs. */
  #enough = enoughAccepted;

  /** Milliseconds that a request would wait which asks for its turn now. */
  delayMs(): number {
    return Math.max(0, this.#next - performance.now()) + this.#waiting * this.#intervalMs;
  }

  /** Resolves when the next request may leave. A request whose signal aborts takes no turn. */
  turn(signal?: AbortSignal): Promise<void> {
    this.#waiting += 1;
    this.#last = this.#last.then(() => this.#release(signal));
    return this.#last;
  }

  /** Notes that Gong accepted a request. */
  accepted(): void {
    this.#accepted += 1;
    if (this.#parts === parts) return;
    this.#parts = Math.min(parts, 1 + Math.floor(this.#accepted / this.#enough));
    if (this.#parts === parts) this.#enough = enoughAccepted;
  }

  /** Notes that Gong refused a request for its limit. @param random from 0 up to 1 */
  refused(random: number): void {
    const isChance = this.#parts === parts && this.#accepted >= isolatedAfter;
    if (this.#parts > 1 && !isChance) {
      if (this.#parts < parts) this.#enough *= patience;
      this.#parts = 1;
    } else if (this.#parts <= 1 && this.#accepted === 0) {
      this.#parts = Math.max(minParts, this.#parts / 2);
    }
    this.#accepted = 0;
    // Processes that were refused together do not return together.
    const another = performance.now() + 1.5 * random * this.#intervalMs;
    this.#next = Math.max(this.#next, another);
  }

  get #intervalMs(): number {
    const room = this.#parts < parts ? sharedMargin : margin;
    return (1000 / this.requestsPerSecond) * (parts / this.#parts) * (1 + room);
  }

  async #release(signal?: AbortSignal): Promise<void> {
    // In steps, since the time of the next departure can change.
    while (this.#next > performance.now() && !signal?.aborted) {
      const waitMs = this.#next - performance.now();
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    this.#waiting -= 1;
    if (!signal?.aborted) this.#next = performance.now() + this.#intervalMs;
  }
}
