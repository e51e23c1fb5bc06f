import { isDate } from "node:util/types";
import { parseInstant } from "../text/instant";
import { parseUrl } from "../text/parseUrl";

/**
 * Refuses a value, with the rest of a sentence that begins with the input's label ("must be true or
 * false"), the place inside a structured value, and a right value there.
 */
export type Refuse = (problem: string, place?: string, example?: string) => never;

/** Turns a value that is not blank into what is sent, or refuses it. */
export type Reader<T> = (given: unknown, refuse: Refuse) => T;

/** Whether a value counts as not given: nothing, or text of spaces only. */
export function isBlank(value: unknown): boolean {
  return typeof value === "string" ? value.trim() === "" : (value ?? null) === null;
}

/** Whether a value is an object with fields: dates, files, maps, and errors are none. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** The text, unless it holds half of a surrogate pair, as a cut leaves it: no UTF-8 has that. */
export function wholeText(text: string, refuse: Refuse, place?: string): string {
  const isBroken = /\p{Surrogate}/u.test(text);
  return isBroken ? refuse("must be text without broken characters", place) : text;
}

/** Free text, kept as it is (B28), of `maxLength` characters at most. Numbers become text. */
export const readText =
  (maxLength = Number.POSITIVE_INFINITY): Reader<string> =>
  (given, refuse) => {
    const text = plainText(given);
    if (text === undefined) return refuse(`must be text, not ${kindOf(given)}`);
    if (text.length <= maxLength) return wholeText(text, refuse);
    const [most, length] = [maxLength, text.length].map((count) => count.toLocaleString("en"));
    return refuse(`must have at most ${most} characters; it has ${length}`);
  };

/** Codes, cursors, and web addresses: any text, without the spaces that pasting leaves around it. */
export const readTrimmed: Reader<string> = (given, refuse) => readText()(given, refuse).trim();

/** Text on one line, as file names and addresses are. */
export const readLine: Reader<string> = (given, refuse) => {
  const text = readTrimmed(given, refuse);
  const isLine = !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
  return isLine ? text : refuse("must be one line without control characters");
};

/**
 * An ID, kept as text whatever it looks like (B14, G17), also from a list of one (B28) or the web
 * address of its page in Gong. A dot segment would change the path that it stands in.
 */
export const readId: Reader<string> = (given, refuse) => {
  const only = Array.isArray(given) && given.length === 1 ? given[0] : given;
  if (Number.isInteger(only) && !Number.isSafeInteger(only)) {
    return refuse("must be text, because a number of this size loses digits");
  }
  if (!["string", "number", "bigint"].includes(typeof only)) {
    return refuse(`must be an ID, not ${kindOf(only)}`);
  }
  const text = readText()(only, refuse).trim();
  const id = addressOfPage.exec(text)?.[1] ?? text;
  return /^\.{0,2}$/.test(id) ? refuse("must be an ID") : id;
};

/** The page of a call or the like in Gong, as people copy it from their browser. */
const addressOfPage = /^https:\/\/(?:[\w-]+\.)*gong\.io\/[^?#\s]*\?(?:[^#\s]*&)?id=(\d+)/i;

/** A day, sent as `2026-03-01`; of a date and time, its day as it is written (G21). */
export const readDay: Reader<string> = (given, refuse) => {
  const day = toDateText(given).slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && parseInstant(day) ? day : refuse("must be a valid day");
};

/** A date and time in a canonical form, for code that reckons with it. */
export const readInstant: Reader<string> = (given, refuse) =>
  parseInstant(toDateText(given)) ?? refuse("must be a date and time in ISO 8601");

/** A date and time in any form of ISO 8601, sent as it was given (B16). */
export const readDateTime: Reader<string> = (given, refuse) => {
  readInstant(given, refuse);
  return toDateText(given);
};

function toDateText(given: unknown): string {
  if (isDate(given)) return Number.isNaN(given.getTime()) ? "" : given.toISOString();
  // A day in the basic form arrives as a number.
  return typeof given === "string" || typeof given === "number" ? String(given).trim() : "";
}

const falseWords = ["false", "f", "no", "n", "off", "0", "null"];

/** A switch: any word but those for "no" turns it on (B18, B29). */
export const readBoolean: Reader<boolean> = (given, refuse) => {
  const text = Number.isNaN(given) ? "0" : plainText(given);
  if (text === undefined) return refuse("must be true or false");
  return !falseWords.includes(text.trim().toLowerCase());
};

/** Limits of a number; one with `max` has `min` too. */
export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

/** A number, from text or from an earlier step. */
export const readNumber =
  ({ min, max, integer }: NumberLimits = {}): Reader<number> =>
  (given, refuse) => {
    const number = toNumber(given);
    const isKind = integer ? Number.isSafeInteger(number) : Number.isFinite(number);
    if (isKind && number >= (min ?? number) && number <= (max ?? number)) return number;
    const kind = integer ? "a whole number" : "a number";
    const limits = max === undefined ? ` of ${min} or more` : ` from ${min} to ${max}`;
    return refuse(`must be ${kind}${min === undefined ? "" : limits}`);
  };

/** The number that a value is, or that its digits say; `NaN` for anything else. */
function toNumber(given: unknown): number {
  if (typeof given === "number") return given;
  const text = plainText(given)?.trim() ?? "";
  return /^[-+.\de]+$/i.test(text) ? Number(text) : Number.NaN;
}

/** One of a list that Gong may have added to (B13): the letter case of known values is mended. */
export const readSuggestion =
  (suggestions: readonly string[]): Reader<string> =>
  (given, refuse) => {
    const text = readTrimmed(given, refuse);
    return suggestions.find((known) => known.toLowerCase() === text.toLowerCase()) ?? text;
  };

/** One of a closed list, in any letter case. */
export const readChoice =
  <const Choice extends string>(choices: readonly Choice[]): Reader<Choice> =>
  (given, refuse) => {
    const choice = readSuggestion(choices)(given, refuse) as Choice;
    return choices.includes(choice)
      ? choice
      : refuse(`must be one of ${choices.join(", ")}`, undefined, "");
  };

/** A web address that this component opens: http or https, without credentials in it. */
export const readUrl: Reader<string> = (given, refuse) => {
  const text = readLine(given, refuse);
  const url = /\s/.test(text) ? undefined : parseUrl(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    return refuse("must be a web address that begins with https://");
  }
  return url.username || url.password ? refuse("must not contain a user name or password") : text;
};

/** Names the kind of a value without showing it. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (Buffer.isBuffer(value)) return "a file";
  if (typeof value === "string") return "text";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Text of what has an unambiguous one; objects and `NaN` have none. */
function plainText(given: unknown): string | undefined {
  if (typeof given === "string") return given;
  if (typeof given === "boolean" || typeof given === "bigint") return String(given);
  return typeof given === "number" && Number.isFinite(given) ? String(given) : undefined;
}
