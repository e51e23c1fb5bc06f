import { validateHeaderName, validateHeaderValue } from "node:http";
import { InputError } from "../../inputs/InputError";
import type { Pair } from "../../inputs/pairs";
import { rawRequestInputs } from "./rawRequestInputs";

/** Headers that follow from the connection and the request; what is given for them is left out. */
const followFromRequest =
  /^(authorization|proxy-authorization|host|content-length|transfer-encoding|connection|keep-alive|upgrade|expect|te)$/i;
/** Headers that Node.js or the HTTP client cannot send. */
const cannotBeSent = /^(trailer|__proto__|constructor|prototype)$/i;

/**
 * The headers to send beside Authorization, which comes from the connection.
 *
 * @param contentType of the body, unless a header says otherwise
 * @throws InputError for a name or value that no header can have, such as one with a line break
 */
export function toHeaders(
  pairs: readonly Pair<string>[] = [],
  contentType: string | undefined,
): Record<string, string> {
  const given = pairs.filter(({ key }) => !followFromRequest.test(key));
  const has = (name: string) => given.some(({ key }) => key.toLowerCase() === name);
  return {
    ...(has("accept") ? {} : { Accept: "application/json, text/plain, */*" }),
    ...(has("content-type") || !contentType ? {} : { "Content-Type": contentType }),
    ...Object.fromEntries(given.map((pair) => [pair.key, toHeaderValue(pair)])),
  };
}

function toHeaderValue({ key, value }: Pair<string>): string {
  const { label, example } = rawRequestInputs.headers;
  if (cannotBeSent.test(key)) throw new InputError(label, `must not contain ${key}`);
  try {
    validateHeaderName(key);
    validateHeaderValue(key, value);
  } catch {
    const problem =
      "must have a name of letters, digits, and hyphens, and a value of one line of Latin text";
    throw new InputError(label, problem, example, key);
  }
  return value.trim();
}

/** Names of headers and query parameters whose values let their sender in. */
const secretName =
  /(token|secret|password|auth|authorization|cookie|session|sessionid|credentials?|signature|(api|access|private)[-_]?key)$/i;

/**
 * What of headers and query no error may repeat: values under names that stand for a key, and their
 * parts, such as a session among cookies. Shorter ones than 8 characters are ordinary words.
 */
export function secretsOf(pairs: readonly (readonly [name: string, value: string])[]): string[] {
  return pairs
    .filter(([name]) => secretName.test(name))
    .flatMap(([, value]) => [value, ...value.split(/[\s;,=]+/)])
    .filter((value) => value.length >= 8);
}
