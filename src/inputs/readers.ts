import { isDate } from "node:util/types";
import { emailAddressPattern } from "../schemas/common";
import { parseInstant } from "../text/instant";
import { parseUrl } from "../text/parseUrl";

/**
 * Refuses a value, with the rest of a sentence that begins with the input's label, such as "must
 * be true or false", and with the place inside a structured value.
 */
export type Refuse = (problem: string, place?: string) => never;

/** Turns a value that is not blank into what is sent, or refuses it. */
export type Reader<T> = (given: unknown, refuse: Refuse) => T;

/** Whether a value counts as not given: nothing, or text of spaces only. */
export function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || (typeof value === "string" && value.trim() === "")
  );
}

/**
 * Free text, kept as it is. Numbers and booleans from earlier steps become text. Half of a
 * surrogate pair, which a text cut in the middle of a character leaves, cannot be sent at all.
 *
 * @param maxLength characters at most
 */
export const readText =
  (maxLength = 100_000): Reader<string> =>
  (given, refuse) => {
    const text = plainText(given);
    if (text === undefined) return refuse(`must be text, not ${kindOf(given)}`);
    if (/\p{Surrogate}/u.test(text)) return refuse("must be text without broken characters");
    return text.length <= maxLength
      ? text
      : refuse(
          `must have at most ${maxLength.toLocaleString("en")} characters; it has ${text.length.toLocaleString("en")}`,
        );
  };

/** Text on one line, without spaces around it, as file names and codes are. */
export const readLine =
  (maxLength = 1_000): Reader<string> =>
  (given, refuse) => {
    const text = readText(maxLength)(given, refuse).trim();
    return hasControlCharacter(text) ? refuse("must be one line without control characters") : text;
  };

/** A Gong id: up to 20 digits, kept as text (G17). */
export const readId: Reader<string> = (given, refuse) => {
  if (Number.isInteger(given) && !Number.isSafeInteger(given)) {
    return refuse("must arrive as text, since a number of this size loses digits");
  }
  const text = plainText(given)?.trim();
  return text !== undefined && /^\d{1,20}$/.test(text)
    ? text
    : refuse("must be a Gong id of up to 20 digits");
};

/**
 * A date and time, sent as it was given where it names its offset. Without an offset UTC is taken,
 * and a date alone is the start of that day in UTC.
 */
export const readInstant: Reader<string> = (given, refuse) => {
  const text = isDate(given) && !Number.isNaN(given.getTime()) ? given.toISOString() : given;
  const instant = typeof text === "string" ? parseInstant(text.trim()) : undefined;
  return instant ?? refuse("must be a date and time in ISO 8601");
};

/** A switch, in the words that the platform's own components take for one. */
export const readBoolean: Reader<boolean> = (given, refuse) => {
  const text = plainText(given)?.trim().toLowerCase() ?? "";
  if (["true", "t", "yes", "y", "1"].includes(text)) return true;
  if (["false", "f", "no", "n", "0"].includes(text)) return false;
  return refuse("must be true or false");
};

/** Limits of a number. */
export interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

/** A number, from text or from an earlier step. */
export const readNumber =
  ({
    min = Number.NEGATIVE_INFINITY,
    max = Number.POSITIVE_INFINITY,
    integer,
  }: NumberLimits = {}): Reader<number> =>
  (given, refuse) => {
    const number = toNumber(given);
    const fits =
      Number.isFinite(number) &&
      number >= min &&
      number <= max &&
      (!integer || Number.isSafeInteger(number));
    return fits ? number : refuse(`must be ${describeNumber(min, max, integer)}`);
  };

/** The number that a value is or, as digits, stands for; `NaN` for anything else. */
function toNumber(given: unknown): number {
  if (typeof given === "number") return given;
  const text = typeof given === "boolean" ? undefined : plainText(given)?.trim();
  return text !== undefined && /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

function describeNumber(min: number, max: number, integer = false): string {
  const kind = integer ? "a whole number" : "a number";
  if (Number.isFinite(min) && Number.isFinite(max)) return `${kind} from ${min} to ${max}`;
  if (Number.isFinite(min)) return `${kind} of ${min} or more`;
  return Number.isFinite(max) ? `${kind} of ${max} or less` : kind;
}

/** One of a closed list, in any letter case. */
export const readChoice =
  <const Choice extends string>(choices: readonly Choice[]): Reader<Choice> =>
  (given, refuse) => {
    const text = plainText(given)?.trim().toLowerCase();
    const choice = choices.find((candidate) => candidate.toLowerCase() === text);
    const range = choices.length > 12 ? "the listed values" : choices.join(", ");
    return choice ?? refuse(`must be one of ${range}`);
  };

/** A web address, http or https, without credentials in it. */
export const readUrl: Reader<string> = (given, refuse) => {
  const text = readText(20_000)(given, refuse).trim();
  const url = /\s/.test(text) ? undefined : parseUrl(text);
  if (!url || !/^https?:$/.test(url.protocol) || hasControlCharacter(text)) {
    return refuse("must be a web address that begins with https://");
  }
  return url.username || url.password ? refuse("must not hold a user name or password") : text;
};

/** One e-mail address and nothing beside it. */
export const readEmailAddress: Reader<string> = (given, refuse) => {
  const text = typeof given === "string" ? given.trim() : "";
  return emailAddress.test(text)
    ? text
    : refuse("must be exactly one e-mail address in ASCII letters, without a name or wildcards");
};

const emailAddress = new RegExp(emailAddressPattern);

/**
 * One phone number in international form (E.164); spaces, dots, hyphens and brackets go, as Gong
 * ignores them too. `(0)` is refused: it stands for a digit that is not dialled, and Gong would
 * take it for one that is.
 */
export const readPhoneNumber: Reader<string> = (given, refuse) => {
  const text = typeof given === "string" ? given.trim() : "";
  const number = text.replace(/[ .()-]/g, "");
  return writtenNumber.test(text) && /^\+[1-9]\d{6,14}$/.test(number)
    ? number
    : refuse(
        "must be exactly one phone number: + and country code first, 7 to 15 digits in all, no extension and no (0)",
      );
};

/** Each digit, or group of digits in brackets, with at most three separators before it. */
const writtenNumber = /^\+[1-9](?:[ .-]{0,3}(?:\d|\([1-9]\d{0,5}\)))*$/;

/** Names the kind of a value without showing it. */
export function kindOf(value: unknown): string {
  if (value === null) return "nothing";
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

/** Line breaks and the like, Unicode's own included. */
function hasControlCharacter(text: string): boolean {
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
}
