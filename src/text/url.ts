import { brokenText } from "./json";
import { parseUrl } from "./parseUrl";

/** One value of a query string. */
export type QueryValue = string | number | boolean;

/**
 * Values for the query string; those not given are left out, `false` and `0` are kept. A list
 * becomes a parameter for each of its values.
 */
export type Query = Readonly<Record<string, QueryValue | readonly QueryValue[] | undefined>>;

/** Fills `/v2/calls/{id}` with encoded values. @throws Error for one that is missing or is `..` */
export function fillPath(template: string, values: Readonly<Record<string, string>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (!value) throw new Error(`The path ${template} needs a value for ${name}.`);
    if (/^\.\.?$/.test(value)) throw new Error(`The path ${template} cannot hold "${value}".`);
    return encode(value);
  });
}

/** `?a=1&b=2` with all encoded, `+` included (G36). @throws Error for half of a surrogate pair */
export function toQueryString(query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([name, given = []]) => {
    const values: readonly QueryValue[] = Array.isArray(given) ? given : [given];
    return values.map((value) => `${encode(name)}=${encode(String(value))}`);
  });
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

/** Percent-encodes a text. @throws Error for half of a surrogate pair */
function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new Error(brokenText);
  }
}

/**
 * The address that a path, or an address on the same host, stands for; nothing when it leads
 * anywhere else, where credentials must not go.
 */
export function onHostOf(baseUrl: string, pathOrUrl: string): URL | undefined {
  const isWhole = /^([a-z][a-z\d+.-]*:|[\\/]{2})/i.test(pathOrUrl);
  const url = parseUrl(isWhole ? pathOrUrl : `${baseUrl}/${pathOrUrl.replace(/^\//, "")}`);
  const base = new URL(`${baseUrl}/`);
  if (url?.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return undefined;
  if (url.username || url.password) return undefined;
  url.hash = "";
  return url;
}
