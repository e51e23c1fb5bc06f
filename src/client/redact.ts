import { formOf, phoneSeparator, plusSign } from "./personal";

const atSign = /@|%(?:25)*40/gi;
/** A character that can stand in an address, as opposed to beside it. */
const addressCharacter = /[^\s"'<>(),;:=&?[\]{}@]/;
const longestLocalPart = 256;
/** What follows the at sign, from a given place on; bounded, like all that looks for addresses. */
const domain = new RegExp(
  `${addressCharacter.source}{1,255}(?:\\.|%(?:25)*2E)[a-z\\d-]{1,63}`,
  "iy",
);
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
  const withoutSecrets = secrets
    .filter((secret) => secret.length > 0)
    .reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text);
  // A number without its plus looks like one of Gong's ids, so only the request's own can go.
  const withoutKnown = personal.reduce(
    (rest, value) => rest.replace(formOf(value), value.includes("@") ? email : phone),
    withoutSecrets,
  );
  return withoutAddresses(withoutKnown).replace(phoneNumber, phone);
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
    while (start > earliest && addressCharacter.test(text[start - 1] ?? "")) start -= 1;
    domain.lastIndex = index + sign.length;
    if (start === index || !domain.test(text)) continue;
    shown += text.slice(done, start) + email;
    done = domain.lastIndex;
  }
  return shown + text.slice(done);
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
