import { formOf, phoneSeparator, plusSign } from "./personal";

const atSign = "(?:@|%(?:25)*40)";
const emailAddress = new RegExp(
  // Bounded, so that a long text without any address costs no more than its length.
  `[^\\s"'<>(),;:=&?[\\]{}]{1,256}${atSign}[^\\s"'<>(),;:=&?[\\]{}@]+(?:\\.|%2E)[a-z\\d-]+`,
  "gi",
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
  return withoutKnown.replace(emailAddress, email).replace(phoneNumber, phone);
}

const email = "[email address]";
const phone = "[phone number]";

/** `redact` for every text inside a JSON value, such as an answer's body; names included. */
export function redactDeep(value: unknown, withheld: Withheld = {}): unknown {
  if (typeof value === "string") return redact(value, withheld);
  if (typeof value === "number") {
    const text = redact(String(value), withheld);
    return text === String(value) ? value : text;
  }
  if (Array.isArray(value)) return value.map((item) => redactDeep(item, withheld));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        redact(key, withheld),
        redactDeep(item, withheld),
      ]),
    );
  }
  return value;
}
