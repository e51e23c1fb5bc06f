/**
 * Room between requests beyond the bare interval, as a share of it. Requests that leave evenly can
 * still arrive some milliseconds closer together than they left, and Gong counts arrivals.
 */
const margin = 0.03;

/** Milliseconds that a rate holds without being stated anew; executions are over by then. */
const rememberedMs = 15 * 60_000;

/** By host, and by each address that leads to it, since reading one takes its time. */
const throttles = new Map<string, Throttle>();

/**
 * The throttle of a host, shared by every client in this process: Gong's limit counts the whole
 * company, and each company has its host (G1, G10). Where connections to one host state different
 * rates, the lowest holds for all of them.
 */
export function throttleOf(baseUrl: string, requestsPerSecond: number): Throttle {
  const throttle = throttles.get(baseUrl) ?? throttleOfHost(new URL(baseUrl).host);
  throttles.set(baseUrl, throttle);
  throttle.state(requestsPerSecond);
  return throttle;
}

function throttleOfHost(host: string): Throttle {
  const throttle = throttles.get(host) ?? new Throttle();
  throttles.set(host, throttle);
  return throttle;
}

/** Parts into which a rate is divided where other processes use the same limit. */
const parts = 3;
/** Room in that case: the less, the seldomer another process slips in between two requests. */
const sharedMargin = 0.015;
/** The least that is left of one part after refusals in a row. */
const minParts = 1 / 8;
/** Accepted requests in a row after which one more part is tried, at first. */
const enoughAccepted = 15;
/** What is tried in vain is tried less often, by this factor. */
const patience = 3;
/** A refusal after so many accepted requests is chance, such as a late arrival, and changes nothing. */
const isolatedAfter = 10;

/**
 * A queue of departures at even distances, on a clock that never jumps.
 *
 * Where other processes use up the company's limit, it slows down by itself: repeated refusals leave
 * a third of the rate, refusals in a row halve that again and again, and what is accepted brings it
 * back by thirds (additive increase, multiplicative decrease). At a third a request leaves each
 * second, which keeps its place in Gong's sliding second, so that processes settle side by side.
 */
export class Throttle {
  /** The rates that clients stated, and when each was stated last. */
  readonly #stated = new Map<number, number>();
  #rate = 1;
  /** When the next request may leave. */
  #next = Number.NEGATIVE_INFINITY;
  #waiting = 0;
  #last = Promise.resolve();
  /** How many parts of the rate are in use. */
  #parts = parts;
  #acceptedAtParts = 0;
  #acceptedSinceRefusal = Number.POSITIVE_INFINITY;
  #enough = enoughAccepted;
  #hasFallen = false;

  /** Tells the rate of a connection. */
  state(requestsPerSecond: number): void {
    const now = performance.now();
    this.#stated.set(requestsPerSecond, now);
    for (const [rate, at] of this.#stated) if (now - at > rememberedMs) this.#stated.delete(rate);
    this.#rate = Math.min(...this.#stated.keys());
  }

  /** Milliseconds that a request would wait which asks for its turn now. */
  delayMs(): number {
    return Math.max(0, this.#next - performance.now()) + this.#waiting * this.#intervalMs;
  }

  /** Resolves when the next request may leave. A request whose signal aborts takes no turn. */
  async turn(signal?: AbortSignal): Promise<void> {
    if (this.#waiting === 0 && this.#next <= performance.now()) return this.#depart();
    this.#waiting += 1;
    this.#last = this.#last.then(() => this.#release(signal));
    return this.#last;
  }

  /** Tells that Gong took a request. */
  accepted(): void {
    this.#acceptedSinceRefusal += 1;
    if (this.#parts === parts) return;
    this.#acceptedAtParts += 1;
    if (this.#parts < 1) this.#use(1);
    else if (this.#acceptedAtParts >= this.#enough) this.#use(this.#parts + 1);
    if (this.#parts < parts) return;
    this.#enough = enoughAccepted;
    this.#hasFallen = false;
  }

  /** Tells that Gong refused a request for its limit. @param random from 0 up to 1 */
  refused(random: number): void {
    const isIsolated = this.#parts === parts && this.#acceptedSinceRefusal >= isolatedAfter;
    const isInARow = this.#acceptedSinceRefusal === 0;
    this.#acceptedSinceRefusal = 0;
    if (this.#parts > 1 && !isIsolated) {
      if (this.#hasFallen) this.#enough *= patience;
      this.#hasFallen = true;
      this.#use(1);
    } else if (this.#parts <= 1) {
      this.#use(isInARow ? Math.max(minParts, this.#parts / 2) : this.#parts);
    }
    const another = performance.now() + 1.5 * random * this.#intervalMs;
    this.#next = Math.max(this.#next, another);
  }

  #use(count: number): void {
    this.#parts = count;
    this.#acceptedAtParts = 0;
  }

  get #intervalMs(): number {
    const isShared = this.#parts < parts;
    const share = isShared ? this.#parts / parts : 1;
    return (1000 / this.#rate / share) * (1 + (isShared ? sharedMargin : margin));
  }

  async #release(signal?: AbortSignal): Promise<void> {
    // In steps, since the time of the next departure can change.
    for (let waitMs = 1; waitMs > 0 && !signal?.aborted; ) {
      waitMs = this.#next - performance.now();
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    this.#waiting -= 1;
    if (!signal?.aborted) this.#depart();
  }

  #depart(): void {
    this.#next = performance.now() + this.#intervalMs;
  }
}
