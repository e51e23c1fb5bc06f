/** A plus sign, plain or percent-encoded, once or more often. */
export const plusSign = "(?:\\+|%(?:25)*2B)";

/** What stands between the digits of a phone number, plain or percent-encoded. */
export const phoneSeparator = "(?:[\\s().+/\\u2010-\\u2013-]|%(?:25)*(?:20|28|29|2D|2E)){0,3}";

/** Digits that a number must keep to be told from others when its country code is left out. */
const fewestNationalDigits = 7;

/**
 * E-mail addresses and phone numbers among the values of a request, however deep: what an answer
 * may echo, and no error may show.
 */
export function personalIn(value: unknown): string[] {
  if (typeof value === "string") {
    const text = value.trim();
    return /^\S+@\S+$/.test(text) || /^\+[\d\s().-]{7,}$/.test(text) ? [text] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return [...new Set(Object.values(value).flatMap(personalIn))];
}

/**
 * Finds an e-mail address or phone number in the forms that answers echo: in any letter case,
 * percent-encoded; a number also with separators, and without its plus sign or country code.
 */
export function formOf(personal: string): RegExp {
  return new RegExp(
    personal.includes("@") ? formOfAddress(personal) : formOfNumber(personal),
    "gi",
  );
}

function formOfAddress(address: string): string {
  return [...address].map(formOfCharacter).join("");
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
