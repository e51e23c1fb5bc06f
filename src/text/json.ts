import { isSafeNumber, LosslessNumber, parse, stringify } from "lossless-json";

/** What is wrong with a text that was cut inside a character. */
export const brokenText = "A text contains half of a character, such as an emoji cut in two.";

/**
 * Parses JSON, as text or bytes in UTF-8, and keeps IDs whole: an integer beyond 2^53 becomes text
 * with every digit (G17). JSON without one goes through `JSON.parse`, which is faster.
 *
 * @throws SyntaxError when it is not JSON
 */
export function parseJson(json: string | Buffer): unknown {
  const bytes = typeof json === "string" ? Buffer.from(json) : json;
  const text = typeof json === "string" ? json : decodeText(json);
  return mayHoldLongNumber(bytes) ? parseWith(text, wholeNumber) : JSON.parse(text);
}

/** As `parseJson`; nothing when it is not JSON. */
export function jsonOrNothing(json: string | Buffer): unknown {
  try {
    return parseJson(json);
  } catch {
    return undefined;
  }
}

/**
 * Parses JSON that is sent on, such as an input. As `parseJson`, and a decimal that a number would
 * shorten becomes a `LosslessNumber`, which `toJson` writes as it was written.
 *
 * @throws SyntaxError when it is not JSON, or holds a number that JSON cannot say, such as `1e999`
 */
export function parseExactJson(text: string): unknown {
  return parseWith(text, (digits) => {
    if (!Number.isFinite(Number(digits))) throw new SyntaxError(`${digits} is too large a number`);
    const value = wholeNumber(digits);
    return typeof value === "string" || isSafeNumber(digits) ? value : new LosslessNumber(digits);
  });
}

/** JSON for a request. @throws Error for half a surrogate pair, which no UTF-8 can hold (RFC 8259) */
export function toJson(value: unknown): string | undefined {
  const plain = JSON.stringify(value) as string | undefined;
  // Written as an object where it holds a LosslessNumber, which is seldom; the other way is slower.
  const json = plain?.includes('"isLosslessNumber":true') ? stringify(value) : plain;
  if (json && halfSurrogate.test(json)) throw new Error(brokenText);
  return json;
}

/** As `JSON.stringify` writes it: an escape whose backslash is not itself escaped. */
const halfSurrogate = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

function parseWith(text: string, parseNumber: (digits: string) => unknown): unknown {
  // As JSON.parse does: the last of several fields with one name counts.
  return parse(text, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue });
}

/** The text of bytes in UTF-8, without a byte order mark. */
export function decodeText(bytes: Buffer): string {
  return bytes.toString("utf8").replace(/^\ufeff/, "");
}

/** What can stand before a number in JSON; nothing at its start. */
const beforeNumber = new Set<number | undefined>([undefined, ...Buffer.from(" \t\r\n:,[-")]);

/**
 * Whether a run of 16 digits or more stands where JSON can hold a number. Such a run covers one of
 * every 16 places, and the one 7 behind or 8 before it, so that a look at few bytes is enough.
 */
function mayHoldLongNumber(bytes: Buffer): boolean {
  for (let at = 15; at < bytes.length; at += 16) {
    if (!isDigit(bytes[at])) continue;
    if (!isDigit(bytes[at + 7]) && !isDigit(bytes[at - 8])) continue;
    let start = at;
    // Goes on behind the run, however long it is; most are IDs inside strings, before a quote.
    while (isDigit(bytes[at + 1])) at += 1;
    if (bytes[at + 1] === quote) continue;
    while (isDigit(bytes[start - 1])) start -= 1;
    if (at - start >= 15 && beforeNumber.has(bytes[start - 1])) return true;
  }
  return false;
}

const quote = 0x22;
const isDigit = (byte = 0): boolean => byte >= 0x30 && byte <= 0x39;

/** A number as JavaScript has it; an integer that would lose digits as text. */
function wholeNumber(digits: string): number | string {
  const number = Number(digits);
  const isInteger = /^-?\d+$/.test(digits);
  return isInteger && !Number.isSafeInteger(number) ? digits : number;
}
