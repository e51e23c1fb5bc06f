/** A plus sign, plain or percent-encoded, once or more often. */
export const plusSign = "(?:\\+|%(?:25)*2B)";

/** What stands between the digits of a phone number, plain or percent-encoded. */
export const phoneSeparator = "(?:[\\s().+/\\u2010-\\u2013-]|%(?:25)*(?:20|28|29|2D|2E)){0,3}";

/** Digits that a number must keep to be told from others when its country code is left out. */
const fewestNationalDigits = 7;

/** Levels that are looked into; no request of a person's has more. */
const deepest = 1_000;
/** Characters that an e-mail address has at most (RFC 5321, 4.5.3.1), its brackets included. */
const longestAddress = 320;

/**
 * E-mail addresses and phone numbers among the values of a request, however deep: what an answer
 * may echo, and no error may show. Numbers without a plus sign are told from ids by the field that
 * they stand in.
 *
 * @param field the name of the value's own field
 */
export function personalIn(value: unknown, field = "", level = 0): string[] {
  if (typeof value === "string" || typeof value === "number") {
    const text = String(value).trim();
    return text.length <= longestAddress && isPersonal(text, field) ? [text] : [];
  }
  if (typeof value !== "object" || value === null || level === deepest) return [];
  const found = Object.entries(value).flatMap(([name, inner]) =>
    personalIn(inner, Array.isArray(value) ? field : name, level + 1),
  );
  return [...new Set(found)];
}

function isPersonal(text: string, field: string): boolean {
  if (/^[^@\s]+@[^@\s]+$/.test(text)) return true;
  const digits = text.replace(/\D/g, "").length;
  const mayBePhone = text.startsWith("+") || /phone/i.test(field);
  return mayBePhone && /^[+\d\s()./-]+$/.test(text) && digits >= 7 && digits <= 15;
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

function formOfCharacter(character: string): string {
  if (/[a-z\d]/i.test(character)) return character;
  const encoded = [...Buffer.from(character)]
    .map((byte) => `%(?:25)*${byte.toString(16).padStart(2, "0")}`)
    .join("");
  // A form-decoded plus sign is a space.
  const plain = character === "+" ? "[+ ]" : character.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
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
