import { formOf, formOfText, phoneSeparator, plusSign } from "./personal";

const atSign = /@|%(?:25)*40|&#(?:64|x40);/gi;
/** A character that can stand in an address, as opposed to beside it. */
const addressCharacter = /[^\s"'<>(),;:=&?[\]{}@]/;
const longestLocalPart = 256;
/** What follows the at sign, from a given place on; bounded, like all that looks for addresses. */
const domain = new RegExp(
  `${addressCharacter.source}{1,255}(?:\\.|%(?:25)*2E)[\\p{L}\\p{M}\\d-]{1,63}`,
  "iuy",
);
/** What `Authorization` carries, whoever's it is. */
const authorization = /\b(Basic|Bearer) +[\w.~+/-]{8,}=*/gi;
/** Values in the query of an address that let their reader in, as those of presigned addresses do. */
const accessParameter =
  /([?&][\w.-]{0,40}(?:signature|sig|token|secret|credential|key|policy)[\w.-]{0,40}=)[^&\s"'<>]+/gi;
const phoneNumber = new RegExp(`${plusSign}\\d(?:${phoneSeparator}\\d){6,14}`, "gi");

/** What a text must not show beside personal data in general. */
export interface Withheld {
  /** Keys and tokens, removed wherever they stand. */
  readonly secrets?: readonly string[] | undefined;
  /** E-mail addresses and phone numbers of the request, removed in every form of theirs. */
  readonly personal?: readonly string[] | undefined;
}

/**
 * Takes personal data and secrets out of a text that others wrote, such as Gong's error words,
 * before it goes into an error or a log line.
 */
export function redact(text: string, withheld?: Withheld): string {
  return redactorFor(withheld)(text);
}

/** `redact` made ready, since a body has many texts, and the forms of what to find are costly. */
function redactorFor({ secrets = [], personal = [] }: Withheld = {}): (text: string) => string {
  const secretForms = formsOf(secrets);
  // A number without its plus looks like one of Gong's ids, so only the request's own can go.
  const known = personal.map(
    (value) => [formOf(value), value.includes("@") ? email : phone] as const,
  );
  return (text) => {
    const withoutSecrets = secretForms
      .reduce((rest, form) => rest.replace(form, secretWord), text)
      .replace(authorization, `$1 ${secretWord}`)
      .replace(accessParameter, `$1${secretWord}`);
    const withoutKnown = known.reduce(
      (rest, [form, word]) => rest.replace(form, word),
      withoutSecrets,
    );
    return withoutAddresses(withoutKnown).replace(phoneNumber, phone);
  };
}

const secretWord = "[secret]";
/** Characters of a long secret's beginning or end that give it away, where the rest was cut off. */
const tellingPart = 8;
const inToken = "[\\w.~+/%=-]";

/** Finds secrets in any letter case and percent-encoded, longer ones first, since one may begin with
 * another; then what begins or ends like a long one. */
function formsOf(secrets: readonly string[]): RegExp[] {
  const writings = writingsOf(secrets);
  const long = writings.filter(({ length }) => length >= 2 * tellingPart);
  return [
    ...writings.map(formOfText),
    ...long.map((secret) => `${formOfText(secret.slice(0, tellingPart))}${inToken}*`),
    // From the first character of a token alone: from each of them it would take minutes.
    ...long.map((secret) => `(?<!${inToken})${inToken}*${formOfText(secret.slice(-tellingPart))}`),
  ].map((form) => new RegExp(form, "gi"));
}

/** Secrets as they are, in hex, and in Base64 without the padding at its end. */
function writingsOf(secrets: readonly string[]): string[] {
  return secrets
    .filter((secret) => secret.length > 0)
    .flatMap((secret) => {
      const bytes = Buffer.from(secret);
      return [secret, bytes.toString("base64").replace(/=+$/, ""), bytes.toString("hex")];
    })
    .sort((one, other) => other.length - one.length);
}

const email = "[email address]";
const phone = "[phone number]";

/**
 * Looks around each at sign. A regular expression for whole addresses would try each of them from
 * every character before it, which takes minutes for some texts of a few thousand characters.
 */
function withoutAddresses(text: string): string {
  let shown = "";
  let done = 0;
  for (const { 0: sign, index } of text.matchAll(atSign)) {
    const earliest = Math.max(done, index - longestLocalPart);
    let start = index;
    // A local part in quotes may hold anything (RFC 5321, 4.1.2).
    if (text[index - 1] === '"') start = Math.max(earliest, text.lastIndexOf('"', index - 2));
    while (start > earliest && standsInAddress(text, start - 1)) start -= 1;
    domain.lastIndex = index + sign.length;
    if (start === index || !domain.test(text)) continue;
    shown += text.slice(done, start) + email;
    done = domain.lastIndex;
  }
  return shown + text.slice(done);
}

function standsInAddress(text: string, at: number): boolean {
  if (addressCharacter.test(text[at] ?? "")) return true;
  // An apostrophe inside of a name, as opposed to one that quotes.
  return text[at] === "'" && /[\p{L}\d]/u.test(text[at - 1] ?? "");
}

/** Levels of a JSON value that are shown; deeper ones would be read by nobody. */
const deepest = 100;

/** `redact` for every text inside a JSON value, such as an answer's body; names included. */
export function redactDeep(value: unknown, withheld?: Withheld): unknown {
  return deepWith(redactorFor(withheld), value, 0);
}

function deepWith(redactText: (text: string) => string, value: unknown, level: number): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value === "number") {
    const text = redactText(String(value));
    return text === String(value) ? value : text;
  }
  if (typeof value !== "object" || value === null) return value;
  if (level === deepest) return "(more)";
  const deeper = (item: unknown) => deepWith(redactText, item, level + 1);
  if (Array.isArray(value)) return value.map(deeper);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redactText(key), deeper(item)]),
  );
}
