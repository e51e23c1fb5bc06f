import { createHash } from "node:crypto";

/** A stream of pseudo-random choices that is the same for the same seed on every machine. */
export interface Random {
  /** A fraction in [0, 1). */
  next(): number;
  /** A whole number between the two, both included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** A copy in another order. */
  shuffle<T>(items: readonly T[]): T[];
  /** So many different items, or all that there are. */
  sample<T>(items: readonly T[], count: number): T[];
  /** An id as Gong writes them: digits, no leading zero (G17). */
  id(digits?: number): string;
  /** Lower-case letters and digits, as in request ids and message hashes. */
  token(length: number): string;
  /** An independent stream, so that one area can grow without changing what another one draws. */
  fork(label: string): Random;
}

/** Looked up once: a company takes some hundred thousand draws. */
const { floor, imul } = Math;

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

/** The mulberry32 generator: 32 bits of state, ample for made-up companies, useless for secrets. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;

  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number) => min + floor(next() * (max - min + 1));

  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new RangeError("Nothing to pick from");
      return items[int(0, items.length - 1)] as T;
    },
    shuffle(items) {
      return items
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item);
    },
    sample<T>(items: readonly T[], count: number) {
      const rest = [...items];
      const size = Math.min(count, rest.length);
      for (let index = 0; index < size; index += 1) {
        const other = int(index, rest.length - 1);
        [rest[index], rest[other]] = [rest[other] as T, rest[index] as T];
      }
      return rest.slice(0, size);
    },
    id(digits = 19) {
      // Nineteen digits that start with 1 to 8 fit a signed 64-bit number. An odd last digit makes
      // sure that a parser which rounds to a double (G17) changes the id instead of being lucky.
      let text = String(int(1, 8));
      while (text.length < digits - 1) text += String(int(0, 9));
      return text + String(int(0, 4) * 2 + 1);
    },
    token(length) {
      let text = "";
      while (text.length < length) text += alphabet.charAt(int(0, alphabet.length - 1));
      return text;
    },
    fork: (label) => createRandom(hashSeed(`${seed}/${label}`)),
  };
}

/** A 32-bit seed from any text. */
export function hashSeed(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32LE(0);
}
