/** A plus sign, plain or percent-encoded, once or more often. */
export const plusSign = "(?:\\+|%(?:25)*2B)";

/** What stands between the digits of a phone number, plain or percent-encoded. */
export const phoneSeparator = "(?:[\\s().+/\\u2010-\\u2013-]|%(?:25)*(?:20|28|29|2D|2E)){0,6}";

/** Digits that a number must keep to be told from others when its country code is left out. */
const fewestNationalDigits = 7;

/** Levels that are looked into; no request of a person's has more. */
const deepest = 1_000;
/** Values that are looked at; a list of more is no list of people, and has its time elsewhere. */
const mostValues = 100_000;
/** Characters that an e-mail address has at most (RFC 5321, 4.5.3.1), its brackets included. */
const longestAddress = 320;
/** Characters of form-encoded text that are looked into. */
const longestForm = 1_000_000;

/** Names of fields that hold phone numbers. */
const phoneField = /phone|mobile|tel|cell|fax/i;
/** Digits that are a phone number when they stand where one is due; a longer row is an id. */
const numberRun = new RegExp(`(?<!\\d)[+(]{0,2}\\d(?:${phoneSeparator}\\d){6,14}(?!\\d)`, "gi");

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
      for (const one of personalOf(text, isPhone)) found.add(one);
      visit(structureOf(text), isPhone, level + 1);
    } else if (typeof value === "object" && value !== null && !isBytes(value)) {
      for (const [name, inner] of fieldsOf(value)) {
        visit(inner, isPhone || phoneField.test(name), level + 1);
        if (left < 0) return;
      }
    }
  };
  visit(request, false, 0);
  return [...found];
}

function personalOf(text: string, isPhone: boolean): readonly string[] {
  if (text.length <= longestAddress && /^[^@\s[{"][^@\s]*@[^@\s]+$/.test(text)) return [text];
  if (!isPhone && !/^(?:\+|tel:)/i.test(text)) return [];
  return text.match(numberRun) ?? [];
}

/** What a text says that is JSON or form-encoded; nothing for other texts. */
function structureOf(text: string): unknown {
  if (/^[\w.[\]%+-]{1,100}=/.test(text)) return new URLSearchParams(text.slice(0, longestForm));
  if (!/^[[{"]/.test(text)) return undefined;
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

/**
 * Finds an e-mail address or phone number in the forms that answers echo: in any letter case,
 * percent-encoded; a number also with separators, and without its plus sign or country code.
 */
export function formOf(personal: string): RegExp {
  return new RegExp(personal.includes("@") ? formOfText(personal) : formOfNumber(personal), "gi");
}

/** Finds a text in any letter case, plain or percent-encoded. */
export function formOfText(text: string): string {
  return [...text].map(formOfCharacter).join("");
}

/** A form-decoded plus sign is a space, and Base64 in addresses has other characters for two. */
const variants: Readonly<Record<string, string>> = { "+": "[+ -]", "/": "[/_]" };

function formOfCharacter(character: string): string {
  if (/[a-z\d]/i.test(character)) return character;
  const encoded = [...Buffer.from(character)]
    .map((byte) => `%(?:25)*${byte.toString(16).padStart(2, "0")}`)
    .join("");
  const plain = variants[character] ?? character.replace(/[\\^$.*?()[\]{}|-]/, "\\$&");
  return `(?:${plain}|${encoded})`;
}

function formOfNumber(number: string): string {
  const digits = number.replace(/\D/g, "");
  const countryDigits = Math.max(0, Math.min(3, digits.length - fewestNationalDigits));
  const optional = [...digits.slice(0, countryDigits)];
  const national = [...digits.slice(countryDigits)].join(phoneSeparator);
  // Nested, so that what is left out is left out from the front.
  const country = optional.reduce(
    (front, digit) => `(?:${front}${digit}${phoneSeparator})?`,
    `${plusSign}?`,
  );
  return `${country}${national}`;
}
