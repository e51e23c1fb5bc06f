import { createHash } from "node:crypto";
import { isInstant, isRecord } from "../saved";
import { hour } from "./duration";

/** Characters that an id takes. */
const width = 12;
/** Half of them, at 6 bits each, hold numbers below this one. */
const halfRange = 2 ** 36;
/** Ten decimal digits. They leave more than half of the range to ids that are no numbers. */
const tenDigits = 10 ** 10;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/** Two characters for each number of 12 bits. */
const pairs = Array.from(
  { length: 4096 },
  (_, bits) => (alphabet[bits >> 6] ?? "") + (alphabet[bits & 63] ?? ""),
);

/**
 * A Gong id in 12 characters, exactly: ids have up to 20 digits (G17), and each half of ten digits
 * fits six characters. Anything else, should Gong ever send it, becomes a hash that no number has.
 */
export function shorten(id: string): string {
  if (!/^(0|[1-9]\d{0,19})$/.test(id)) {
    const hash = createHash("sha256").update(id).digest();
    const high = tenDigits + (hash.readUIntBE(0, 6) % (halfRange - tenDigits));
    return half(high) + half(hash.readUIntBE(6, 6) % halfRange);
  }
  return half(Number(id.slice(0, -10))) + half(Number(id.slice(-10)));
}

function half(number: number): string {
  const low = number % 2 ** 12;
  const middle = Math.floor(number / 2 ** 12) % 2 ** 12;
  const high = Math.floor(number / 2 ** 24);
  return (pairs[high] ?? "") + (pairs[middle] ?? "") + (pairs[low] ?? "");
}

/** Ids by the hour since 1970 that they belong to, shortened and joined. */
export type SavedIds = Readonly<Record<string, string>>;

/** Whether something is what `SeenIds.save` gave. */
export function isSavedIds(value: unknown): value is SavedIds {
  return (
    isRecord(value) &&
    Object.entries(value).every(
      ([hourNumber, ids]) =>
        isInstant(Number(hourNumber) * hour) &&
        typeof ids === "string" &&
        ids.length % width === 0 &&
        /^[\w-]*$/.test(ids),
    )
  );
}

/**
 * The ids that were seen before, each with an instant, after which it is forgotten some day.
 * What was saved is read and never changed.
 */
export class SeenIds {
  readonly #hours: Map<number, string>;
  /** All of them, made when one is first asked about: cutting the texts takes the longest. */
  #all: Set<string> | undefined;

  /**
   * When the latest record took place. Unlike the hours of calls that are planned ahead, it never
   * lies ahead, and unlike clocks it is right.
   */
  latest: number | undefined;

  /** @param latest what `latest` was */
  constructor(saved: SavedIds = {}, latest?: number) {
    this.latest = latest;
    this.#hours = new Map(
      Object.entries(saved).map(([hourNumber, ids]) => [Number(hourNumber), ids]),
    );
  }

  has(id: string): boolean {
    this.#all ??= setOf(this.#hours.values());
    return this.#all.has(shorten(id));
  }

  /** Notes an id that is not noted yet. */
  add(id: string, at: number): void {
    const short = shorten(id);
    const hourNumber = hourOf(at);
    this.#all?.add(short);
    this.#hours.set(hourNumber, (this.#hours.get(hourNumber) ?? "") + short);
  }

  /** Notes when a record took place; an instant that is yet to come cannot be meant. */
  note(at: number | undefined, now: number): void {
    if (at !== undefined && at <= now) this.latest = Math.max(at, this.latest ?? at);
  }

  /** From here on all is noted that was seen. */
  get knownFrom(): number {
    return (Math.min(...this.#hours.keys()) + 1) * hour;
  }

  /**
   * Forgets the hours that end before an instant, but never those of so many milliseconds before
   * the latest record: a clock that is ahead would let go of everything.
   */
  forgetBefore(instant: number, keptMs: number): void {
    const hours = [...this.#hours.keys()];
    const latest = this.latest ?? Math.max(...hours) * hour;
    const before = Math.min(instant, latest - keptMs);
    for (const hourNumber of hours) {
      if ((hourNumber + 1) * hour > before) continue;
      this.#hours.delete(hourNumber);
      this.#all = undefined;
    }
  }

  /** How many ids belong to the hours from one instant up to another, or to no end. */
  count(from: number, to: number): number {
    let characters = 0;
    if (to === Number.POSITIVE_INFINITY) {
      for (const [hourNumber, ids] of this.#hours) {
        if (hourNumber >= hourOf(from)) characters += ids.length;
      }
    } else {
      for (let hourNumber = hourOf(from); hourNumber < hourOf(to); hourNumber += 1) {
        characters += this.#hours.get(hourNumber)?.length ?? 0;
      }
    }
    return characters / width;
  }

  /** What `new SeenIds` takes to go on from here. */
  save(): SavedIds {
    return Object.fromEntries(this.#hours);
  }
}

/** Cut towards 1970, so that the hour of an instant that can be saved begins with such a one. */
const hourOf = (instant: number): number => Math.trunc(instant / hour);

function setOf(joined: Iterable<string>): Set<string> {
  const set = new Set<string>();
  for (const ids of joined) {
    for (let at = 0; at < ids.length; at += width) set.add(ids.slice(at, at + width));
  }
  return set;
}
