/** What a text must not show beside personal data in general. */
export interface Withheld {
  /** Keys and tokens. */
  readonly secrets?: readonly string[] | undefined;
  /** The request as a value: its email addresses and phone numbers are taken out. */
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
 * Takes personal data and secrets out of a text that others wrote, such as Gong's error words,
 * before it goes into an error or a log line: exactly what was sent, email addresses, numbers with
 * a plus sign, and long runs of Base64.
 */
export function redact(text: string, withheld: Withheld = {}): string {
  return redactor(withheld)(text);
}

/** `redact` made ready for many texts. */
export function redactor({ secrets = [], request }: Withheld = {}): (text: string) => string {
  const words = new Map<string, string>();
  for (const value of secrets) add(words, value, secret);
  for (const [value, word] of peopleIn(request)) add(words, value, word);
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

/** A value as it is and as it stands in an address. Shorter ones stand in ordinary words too. */
function add(words: Map<string, string>, value: string, word: string): void {
  if (value.length < 4) return;
  words.set(value, word);
  words.set(encodeURIComponent(value), word);
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

function isRandom(run: string): boolean {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
