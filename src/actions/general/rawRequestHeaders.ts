import { InputError } from "../../inputs/InputError";
import type { Pair } from "../../inputs/pairs";
import { readText } from "../../inputs/readers";
import { rawRequestInputs } from "./rawRequestInputs";

/** Servers refuse more, mostly, and then without a word of Gong's. */
const maxHeaderLength = 8_000;

/** Headers that decide where a request goes or where it ends; they follow from the request. */
const reserved = [
  "host",
  "content-length",
  "transfer-encoding",
  "connection",
  "upgrade",
  "proxy-authorization",
];

/** What the headers are when nothing else is asked for. */
interface Defaults {
  readonly responseType: string;
  readonly contentType: string | undefined;
}

/**
 * The headers to send. Authorization is left out: it comes from the connection.
 *
 * @throws InputError for a name or value that no header can have, such as one with a line break
 */
export function toHeaders(
  pairs: readonly Pair[] = [],
  { responseType, contentType }: Defaults,
): Record<string, string> {
  const given = pairs
    .filter(({ key }) => key.toLowerCase() !== "authorization")
    .map(({ key, value }): [string, string] => [key, toHeaderValue(key, value)]);
  const has = (name: string) => given.some(([key]) => key.toLowerCase() === name);
  return {
    ...(has("accept") ? {} : { Accept: responseType === "json" ? "application/json" : "*/*" }),
    ...(has("content-type") || !contentType ? {} : { "Content-Type": contentType }),
    ...Object.fromEntries(given),
  };
}

function toHeaderValue(key: string, value: unknown): string {
  const { label, example } = rawRequestInputs.headers;
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(key)) {
    throw new InputError(label, "must have names of letters, digits and hyphens", example);
  }
  if (reserved.includes(key.toLowerCase())) {
    throw new InputError(label, `must not hold ${key}, which follows from the request itself`);
  }
  const refuse = (): never => {
    throw new InputError(label, "must have a value of one line of text", example, key);
  };
  const text = readText(maxHeaderLength)(value, refuse);
  // RFC 9110, 5.5: visible characters, spaces and tabs; a line break would begin another header.
  return /^[\t\x20-\x7e\xa0-\xff]*$/.test(text) ? text : refuse();
}
