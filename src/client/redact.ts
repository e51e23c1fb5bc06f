const emailAddress = /[^\s"'<>(),;:=&?[\]{}]+@[^\s"'<>(),;:=&?[\]{}@]+\.[a-z\d-]+/gi;
const phoneNumber = /(?:\+|%2B)\d(?:[\s().-]{0,2}\d){6,14}/gi;

/**
 * Takes personal data and secrets out of a text that others wrote, such as Gong's error words,
 * before it goes into an error or a log line.
 *
 * @param secrets texts to remove wherever they stand, such as keys and tokens
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const withoutSecrets = secrets
    .filter((secret) => secret.length > 0)
    .reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text);
  return withoutSecrets
    .replace(emailAddress, "[email address]")
    .replace(phoneNumber, "[phone number]");
}

/** `redact` for every text inside a JSON value, such as an answer's body. */
export function redactDeep(value: unknown, secrets: readonly string[] = []): unknown {
  if (typeof value === "string") return redact(value, secrets);
  if (Array.isArray(value)) return value.map((item) => redactDeep(item, secrets));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, redactDeep(item, secrets)]),
    );
  }
  return value;
}
