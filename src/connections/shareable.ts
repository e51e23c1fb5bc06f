import type { Connection } from "@prismatic-io/spectral";
import { normalizeBaseUrl } from "./baseUrl";
import { asText } from "./field";
import { leavesOutPrivateCalls } from "./privateCalls";
import { readRequestsPerSecond } from "./requestsPerSecond";

/**
 * The fields that help to see which connection an error is about, and how much of each is shown.
 * A field is shown only as what it should be: a secret that was pasted into the wrong one, or
 * credentials inside an address, must not reach a log.
 */
const shareableFields: Readonly<Record<string, (text: string) => unknown>> = {
  baseUrl: (text) => originOf(normalizeBaseUrl(text)),
  authorizeUrl: originOf,
  tokenUrl: originOf,
  scopes: (text) => text.split(/\s+/).filter(isScope).join(" "),
  requestsPerSecond: readRequestsPerSecond,
  privateCalls: (text) => !leavesOutPrivateCalls(text),
};

/** A copy of a connection that can be logged: no token, no secret field, no unknown field. */
export function withoutSecrets({ key, configVarKey, fields }: Connection): Connection {
  const shown = Object.entries(shareableFields).flatMap(([name, read]): [string, unknown][] => {
    const value = asShown(fields[name], read);
    return value === undefined ? [] : [[name, value]];
  });
  return { key, configVarKey, fields: Object.fromEntries(shown) };
}

function asShown(value: unknown, read: (text: string) => unknown): unknown {
  const text = asText(value);
  try {
    return text === undefined ? undefined : read(text);
  } catch {
    return undefined;
  }
}

/** An address without its path and query, where a key may have been pasted. */
function originOf(text: string): string {
  return new URL(text).origin;
}

const isScope = (word: string): boolean => /^api(:[a-z-]+)+$/.test(word);
