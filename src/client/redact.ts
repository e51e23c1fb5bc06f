import { formOf, formOfText, phoneSeparator, plusSign } from "./personal";

const atSign = /@|%(?:25)*40|&#(?:64|x40);/gi;
/** A character that can stand in an address, as opposed to beside it. */
const addressCharacter = /[^\s"'<>(),;:=&?[\]{}@]/;
const longestLocalPart = 256;
/** What follows the at sign, from a given place on; bounded, like all that looks for addresses. */
const domain = new RegExp(
  `${addressCharacter.source}{1,255}(?:\\.|%(?:25)*2E)[a-z\\d-]{1,63}`,
  "iy",
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
  readonly secrets?: readonly string[];
  /** E-mail addresses and phone numbers of the request, removed in every form of theirs. */
  readonly personal?: readonly string[];
}

/**
 * Takes personal data and secrets out of a text that others wrote, such as Gong's error words,
 * before it goes into an error or a log line.
 */
export function redact(text: string, { secrets = [], personal = [] }: Withheld = {}): string {
  const withoutSecrets = formsOf(secrets)
    .reduce((rest, form) => rest.replace(form, secretWord), text)
    .replace(authorization, `$1 ${secretWord}`)
    .replace(accessParameter, `$1${secretWord}`);
  // A number without its plus looks like one of Gong's ids, so only the request's own can go.
  const withoutKnown = personal.reduce(
    (rest, value) => rest.replace(formOf(value), value.includes("@") ? email : phone),
    withoutSecrets,
  );
  return withoutAddresses(withoutKnown).replace(phoneNumber, phone);
}

const secretWord = "[secret]";
/** Characters of a long secret that give it away, where the rest was cut off. */
const tellingBeginning = 8;

/** Finds secrets in any letter case and percent-encoded, longer ones first, since one may begin with
 * another; and of long ones what begins like them. */
function formsOf(secrets: readonly string[]): RegExp[] {
  return secrets
    .filter((secret) => secret.length > 0)
    .sort((one, other) => other.length - one.length)
    .map((secret) => {
      const beginning = `${formOfText(secret.slice(0, tellingBeginning))}[\\w.~+/%=-]*`;
      const isLong = secret.length >= 2 * tellingBeginning;
      return new RegExp(formOfText(secret) + (isLong ? `|${beginning}` : ""), "gi");
    });
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
export function redactDeep(value: unknown, withheld: Withheld = {}, level = 0): unknown {
  if (typeof value === "string") return redact(value, withheld);
  if (typeof value === "number") {
    const text = redact(String(value), withheld);
    return text === String(value) ? value : text;
  }
  if (typeof value !== "object" || value === null) return value;
  if (level === deepest) return "(more)";
  if (Array.isArray(value)) return value.map((item) => redactDeep(item, withheld, level + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      redact(key, withheld),
      redactDeep(item, withheld, level + 1),
    ]),
  );
}
