import { parseUrl } from "./parseUrl";

/** Values for the query string; those not given are left out, `false` and `0` are kept. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Fills a path template such as `/v2/calls/{id}` with encoded values.
 *
 * @throws Error when a value is missing, or would change the path it stands in (`..`)
 */
export function fillPath(template: string, values: Readonly<Record<string, string>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (!value) throw new Error(`The path ${template} needs a value for ${name}.`);
    if (/^\.{1,2}$/.test(value))
      throw new Error(`"${value}" cannot stand in the path ${template}.`);
    return encodeURIComponent(value);
  });
}

/** `?a=1&b=2` with everything encoded, `+` included (G36), or nothing for an empty query. */
export function toQueryString(query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  if (given.length === 0) return "";
  return `?${given.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`).join("&")}`;
}

/**
 * The address that a path, or an address on the same host, stands for.
 *
 * @param baseUrl the account's address
 * @returns nothing when it leads anywhere else, whither credentials must not go
 */
export function onHostOf(baseUrl: string, pathOrUrl: string): URL | undefined {
  const isAbsolute = /^[a-z][a-z\d+.-]*:/i.test(pathOrUrl);
  if (!isAbsolute && /^[\\/]{2}/.test(pathOrUrl)) return undefined;
  const text = isAbsolute ? pathOrUrl : `${baseUrl}/${pathOrUrl.replace(/^\//, "")}`;
  const url = parseUrl(text);
  if (!url) return undefined;
  const base = new URL(baseUrl);
  const below = base.pathname.endsWith("/") ? base.pathname : `${base.pathname}/`;
  const isThere = url.origin === base.origin && url.pathname.startsWith(below);
  if (!isThere || url.username || url.password) return undefined;
  url.hash = "";
  return url;
}
