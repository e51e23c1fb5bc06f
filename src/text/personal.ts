/** Digits of a phone number, at least and at most (E.164). */
export const fewestDigits = 7;
export const mostDigits = 15;
/** What stands between the digits of a phone number. */
export const separators = "[\\s().+/\\u2010-\\u2015-]";

/** Levels that are looked into; no request of a person's has more. */
const deepest = 1_000;
/** Values that are looked at; a list of more is no list of people, and has its time elsewhere. */
const mostValues = 100_000;
/** Characters that an e-mail address has at most (RFC 5321, 4.5.3.1), its brackets included. */
const longestAddress = 320;
/** Characters of form-encoded text that are looked into. */
const longestForm = 1_000_000;

/** Words in the names of fields that hold phone numbers. */
const phoneWord = /^(?:[a-z]*phone(?:number|no|nr)?s?|mobiles?|tel|cells?|fax)$/i;
/** Digits that are a phone number when they stand where one is due; a longer row is an id. */
const numberRun = new RegExp(
  `(?<!\\d)[+(]{0,2}\\d(?:${separators}{0,6}\\d){${fewestDigits - 1},${mostDigits - 1}}(?!\\d)`,
  "g",
);

/**
 * E-mail addresses and phone numbers among the values of a request, however deep, also in JSON or
 * form-encoded text: what an answer may echo, and no error may show. Numbers without a plus sign
 * are told from ids by the field that they stand in. Bytes are nobody's.
 */
export function personalIn(request: unknown): string[] {
  const found = new Set<string>();
  let left = mostValues;

  const visit = (value: unknown, isPhone: boolean, level: number): void => {
    left -= 1;
    if (left < 0 || level > deepest) return;
    if (typeof value === "string" || typeof value === "number") {
      const text = String(value).trim();
      const structure = structureOf(text);
      if (isAddress(text) && !(structure && jsonStart.test(text))) found.add(text);
      for (const number of numbersOf(text, isPhone)) found.add(number);
      visit(structure, isPhone, level + 1);
    } else if (typeof value === "object" && value !== null && !isBytes(value)) {
      for (const [name, inner] of fieldsOf(value)) {
        visit(inner, isPhone || isPhoneField(name), level + 1);
        if (left < 0) return;
      }
    }
  };
  visit(request, false, 0);
  return [...found];
}

/** By whole words: a cancellation is no cell, and telephony no telephone. */
function isPhoneField(name: string): boolean {
  return name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).some((word) => phoneWord.test(word));
}

function isAddress(text: string): boolean {
  return text.length <= longestAddress && /^[^@\s]+@[^@\s]+$/.test(text);
}

function numbersOf(text: string, isPhone: boolean): readonly string[] {
  if (!isPhone && !/^(?:\+|tel:)/i.test(text)) return [];
  return (text.match(numberRun) ?? []).filter((run) => !/^\d{4}-\d\d-\d\d/.test(run));
}

/** How JSON begins that holds something; an address may begin so, too. */
const jsonStart = /^[[{"]/;

/** What a text says that is JSON or form-encoded; nothing for other texts. */
function structureOf(text: string): unknown {
  if (/^[\w.[\]%+-]{1,100}=/.test(text)) return new URLSearchParams(text.slice(0, longestForm));
  if (!jsonStart.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file as it is, or as JSON writes it: to go through each byte would take minutes. */
function isBytes(value: object): boolean {
  return ArrayBuffer.isView(value) || ("type" in value && value.type === "Buffer");
}

/** One by one: pairs of all that a long list holds would fill the memory. */
function* fieldsOf(value: object): Generator<[name: string, value: unknown]> {
  if (value instanceof URLSearchParams) yield* value;
  else if (Array.isArray(value)) for (const item of value) yield ["", item];
  else
    for (const name of Object.keys(value)) yield [name, (value as Record<string, unknown>)[name]];
}
