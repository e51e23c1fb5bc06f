import { isSafeNumber, LosslessNumber, parse, stringify } from "lossless-json";

/** Digits that an integer beyond 2^53 has at least. */
const longNumberDigits = 16;

/** What is wrong with a text that was cut inside of a character, such as an emoji. */
export const brokenText = "A text contains half of a character, such as an emoji cut in two.";

/**
 * Parses JSON and keeps ids whole: an integer beyond 2^53 becomes text with every digit (G17).
 * JSON without such a number goes through plain `JSON.parse`.
 *
 * @param json text, or bytes in UTF-8 as answers bring them, which are looked through faster
 * @throws SyntaxError when it is not JSON
 */
export function parseJson(json: string | Buffer): unknown {
  const bytes = typeof json === "string" ? Buffer.from(json) : json;
  const text = typeof json === "string" ? json : decodeText(json);
  return mayHoldLongNumber(bytes) ? parseWith(text, wholeNumber) : JSON.parse(text);
}

/** What JSON says, as `parseJson` reads it; nothing when it is no JSON. */
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
 * @throws SyntaxError when it is not JSON, or holds a number beyond all, such as `1e999`
 */
export function parseExactJson(text: string): unknown {
  return parseWith(text, (digits) => {
    if (!Number.isFinite(Number(digits))) throw new SyntaxError(`${digits} is too large a number`);
    const value = wholeNumber(digits);
    return typeof value === "string" || isSafeNumber(digits) ? value : new LosslessNumber(digits);
  });
}

/**
 * JSON for a request.
 *
 * @returns nothing for `undefined`
 * @throws Error for half of a surrogate pair, which no JSON in UTF-8 can hold (RFC 8259, 8.2)
 */
export function toJson(value: unknown): string | undefined {
  const json = stringify(value);
  if (json && halfSurrogate.test(json)) throw new Error(brokenText);
  return json;
}

/** As `JSON.stringify` writes it: an escape whose backslash is not itself escaped. */
const halfSurrogate = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

function parseWith(text: string, parseNumber: (digits: string) => unknown): unknown {
  return parse(text, undefined, {
    parseNumber,
    // As JSON.parse does: the last one counts.
    onDuplicateKey: ({ newValue }) => newValue,
  });
}

/** The text of bytes in UTF-8, without a byte order mark. */
export function decodeText(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  return text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text;
}

const byteOrderMark = 0xfeff;

/**
 * Whether a run of 16 digits or more stands where JSON can hold a number. A run inside prose may be
 * taken for one, which only costs time.
 *
 * Such a run covers one of every sixteen positions, and seven places after or eight before it; so
 * looking at few bytes is enough, which costs a small part of what `JSON.parse` does.
 */
function mayHoldLongNumber(bytes: Buffer): boolean {
  for (let at = longNumberDigits - 1; at < bytes.length; at += longNumberDigits) {
    if (!isDigit(bytes[at])) continue;
    if (!isDigit(bytes[at + 7]) && !isDigit(bytes[at - 8])) continue;
    let end = at + 1;
    while (isDigit(bytes[end])) end += 1;
    // Goes on behind the run: a long one, looked at from each of its places, would take minutes.
    const found = at;
    at = end - 1;
    // Most long runs are ids inside strings: a quote follows.
    if (bytes[end] === quote) continue;
    let start = found;
    while (isDigit(bytes[start - 1])) start -= 1;
    if (end - start >= longNumberDigits && canPrecedeNumber(bytes[start - 1])) return true;
  }
  return false;
}

const quote = 0x22;
const [colon, comma, bracket, minus, space] = [0x3a, 0x2c, 0x5b, 0x2d, 0x20];

/** Outside of the bytes there is nothing, which is no digit. */
function isDigit(byte = 0): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function canPrecedeNumber(byte = space): boolean {
  return byte <= space || byte === colon || byte === comma || byte === bracket || byte === minus;
}

function wholeNumber(digits: string): number | string {
  const number = Number(digits);
  const isInteger = /^-?\d+$/.test(digits);
  return isInteger && !Number.isSafeInteger(number) ? digits : number;
}
