/** What a text must not show beside personal data in general. */
export interface Withheld {
  /** Keys and tokens. */
  readonly secrets?: readonly string[];
  /** The request as a value, for its email addresses and phone numbers. */
  readonly request?: unknown;
}

const email = "[email address]";
const phone = "[phone number]";
const secret = "[secret]";

/** Looked for from the start of a word only, so that the time grows with the text alone. */
const emailAddress =
  /(?<![\p{L}\p{N}.!#$&'*+/=?^_`{|}~%-])[\p{L}\p{N}.!#$&'*+/=?^_`{|}~%-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** A plus sign, as it is or percent-encoded, and 7 to 15 digits (E.164). */
const phoneNumber = /(?:(?<!\d)\+|%2B)(?:[\s().\-/]|%20)*\d(?:(?:[\s().\-/]|%20){0,3}\d){6,14}/gi;
/** Letters of both cases and digits in a long run: Base64, at whatever alignment, or a token. */
const longRun = /[\w+/-]{32,}={0,2}/g;

/**
 * Takes personal data and secrets out of a text that others wrote, such as Gong's error words: what
 * was sent, email addresses, numbers with a plus sign, and long runs of Base64.
 */
export const redact = (text: string, withheld?: Withheld): string => redactor(withheld)(text);

/** `redact` made ready for many texts. */
export function redactor({ secrets = [], request }: Withheld = {}): (text: string) => string {
  const words = new Map<string, string>();
  const sent = [...secrets.map((value) => [value, secret] as const), ...peopleIn(request)];
  for (const [value, word] of sent) {
    // Shorter ones stand in ordinary words too.
    if (value.length >= 4) words.set(value, word).set(encodeURIComponent(value), word);
  }
  const longestFirst = [...words.keys()].sort((one, other) => other.length - one.length);
  const exact = longestFirst.length > 0 && new RegExp(longestFirst.map(literally).join("|"), "g");
  return (text) => {
    const known = exact ? text.replace(exact, (found) => words.get(found) ?? secret) : text;
    // Most texts of a body are short words without any of these.
    if (known.length < 32 && !/[@+%]/.test(known)) return known;
    return known
      .replace(emailAddress, email)
      .replace(phoneNumber, phone)
      .replace(longRun, (run) => (isRandom(run) ? secret : run));
  };
}

/** `redact` for every text inside a JSON value, names included. */
export function redactDeep(value: unknown, redactText: (text: string) => string): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => redactDeep(item, redactText));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redactText(key), redactDeep(item, redactText)]),
  );
}

/** The addresses and numbers that a request is about; numbers also without their plus sign. */
function* peopleIn(value: unknown, name = ""): Generator<[value: string, word: string]> {
  if (typeof value === "string") {
    if (/^[^\s@]+@[^\s@]+$/.test(value)) yield [value, email];
    const digits = value.replace(/\D/g, "");
    const isNumber = /^(?:\+|tel:)[\d\s().-]+$/.test(value) || /phone/i.test(name);
    if (!isNumber || digits.length < 7) return;
    yield [value, phone];
    yield [digits, phone];
  } else if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
    for (const [key, item] of Object.entries(value)) yield* peopleIn(item, key);
  }
}

const isRandom = (run: string) => /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);

const literally = (text: string) => text.replace(/\W/g, "\\$&");
