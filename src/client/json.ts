import { parse } from "lossless-json";

/**
 * A number of 16 digits or more where JSON can hold a number. A long id inside a string has a
 * quote in front of it and does not match; a match inside prose only costs time.
 */
const mayHoldLongNumber = /[[:,]\s*-?\d{16}/;

/**
 * Parses JSON and keeps ids whole: an integer beyond 2^53 becomes text with every digit (G17).
 * Answers without such a number go through plain `JSON.parse`.
 *
 * @throws SyntaxError when the text is not JSON
 */
export function parseJson(text: string): unknown {
  if (!mayHoldLongNumber.test(text)) return JSON.parse(text);
  return parse(text, undefined, {
    parseNumber: wholeNumber,
    // As JSON.parse does: the last one counts.
    onDuplicateKey: ({ newValue }) => newValue,
  });
}

function wholeNumber(digits: string): number | string {
  const number = Number(digits);
  const isInteger = /^-?\d+$/.test(digits);
  return isInteger && !Number.isSafeInteger(number) ? digits : number;
}
