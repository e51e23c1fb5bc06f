import { createRandom, type Random } from "../../../sandbox/random";
import { GongError } from "../../../src/client/errors";
import { listCalls } from "../../../src/operations/calls";
import { day, hour, minute } from "../../../src/triggers/duration";
import type { Range } from "../../../src/triggers/scan";
import type { Source } from "../../../src/triggers/watch";

/** A call of a made-up company, with what becomes of it. */
export interface CompanyCall {
  readonly id: string;
  /** The time that Gong lists it by (G18). */
  readonly listedAt: number;
  /** When Gong first shows it (G19). */
  readonly visibleAt: number;
  /** When it is deleted. */
  readonly goneAt: number;
}

/** Calls at business hours with two peaks, shown minutes to days late, one in a hundred deleted. */
export function makeCalls(seed: number, start: number, days: number, callsPerDay: number) {
  const random = createRandom(seed).fork("calls");
  const calls = Array.from({ length: days * callsPerDay }, (_, index): CompanyCall => {
    const listedAt = start + Math.floor(index / callsPerDay) * day + timeOfDay(random);
    const visibleAt = listedAt + lateness(random);
    const goneAt = random.chance(0.01) ? visibleAt + random.next() * 5 * day : Infinity;
    return { id: `7${String(index).padStart(17, "0")}`, listedAt, visibleAt, goneAt };
  });
  return calls.sort((one, other) => one.listedAt - other.listedAt);
}

function timeOfDay(random: Random): number {
  if (random.chance(0.2)) return Math.floor(random.next() * day);
  const peak = random.chance(0.6) ? 10.5 : 15;
  return Math.floor((peak + (random.next() + random.next() - 1) * 2.5) * hour);
}

function lateness(random: Random): number {
  const share = random.next();
  if (share < 0.6) return (3 + random.next() * 27) * minute;
  if (share < 0.88) return (0.5 + random.next() * 1.5) * hour;
  if (share < 0.97) return (2 + random.next() * 22) * hour;
  return (1 + random.next() * 6) * day;
}

/** A Gong in memory for simulations that are too long for HTTP: pages, counts and cursors as Gong's. */
export class CompanyGong implements Source<CompanyCall> {
  readonly operation = listCalls;
  readonly aheadMs = 30 * day;
  readonly requestsPerDay = new Map<number, number>();
  now = 0;
  /** Requests until the next one fails. */
  failsAfter = Number.POSITIVE_INFINITY;
  expiresNext = false;
  #listing: readonly CompanyCall[] = [];
  #counted = 0;

  /** @param calls in the order of `listedAt` */
  constructor(readonly calls: readonly CompanyCall[]) {}

  readonly list = async ({ from, to }: Range, cursor: string | undefined) => {
    this.failsAfter -= 1;
    if (this.failsAfter < 0) throw failure("unavailable");
    const today = Math.floor(this.now / day);
    this.requestsPerDay.set(today, (this.requestsPerDay.get(today) ?? 0) + 1);
    if (cursor && this.expiresNext) {
      this.expiresNext = false;
      throw failure("cursor_expired");
    }
    if (!cursor) this.#open(this.calls.slice(this.#indexOf(from), this.#indexOf(to)));
    const at = Number(cursor ?? 0);
    const more = this.#listing.length > at + 100 ? { cursor: String(at + 100) } : {};
    const records = { totalRecords: this.#counted, ...more };
    return { calls: this.#listing.slice(at, at + 100), records };
  };

  #open(filed: readonly CompanyCall[]): void {
    const { now } = this;
    this.#listing = filed.filter((call) => call.visibleAt <= now && call.goneAt > now);
    // Calls that are still being analyzed count already (G15).
    const hidden = filed.filter(({ listedAt, visibleAt }) => listedAt <= now && visibleAt > now);
    this.#counted = this.#listing.length + hidden.length;
  }

  /** Index of the first call that is listed at or after an instant. */
  #indexOf(instant: number): number {
    let [low, high] = [0, this.calls.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.calls[middle]?.listedAt ?? 0) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function failure(code: "unavailable" | "cursor_expired"): GongError {
  const details = { code, operation: "List Calls", gongErrors: [], hint: "", attempts: 1 };
  return new GongError(`List Calls failed: ${code}`, details);
}
