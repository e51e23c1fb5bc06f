import { unescape as decode } from "node:querystring";
import { parseUrl } from "../../text/parseUrl";

/** The URL that was called, with its query string (G45), from the parameters where it has none. */
export function invokedUrl(
  invokeUrl = "",
  queryParameters: Readonly<Record<string, string>> = {},
): string | undefined {
  const url = parseUrl(invokeUrl);
  if (url && !url.search) url.search = new URLSearchParams(queryParameters).toString();
  return url?.href;
}

/**
 * Whether two URLs lead to the same place. What proxies change on the way does not count: letter
 * case of the host, a default port, a last slash, percent-encoding, order of parameters, a fragment.
 */
export function isSameAddress(one: string, other: string): boolean {
  const canonical = canonicalUrl(one);
  return canonical !== undefined && canonical === canonicalUrl(other);
}

function canonicalUrl(text: string): string | undefined {
  const url = parseUrl(text);
  if (!url) return undefined;
  const { protocol, host, pathname, searchParams } = url;
  // Segment by segment, so that an encoded slash stays part of its segment.
  const path = pathname.replace(/\/$/, "").split("/").map(decode);
  searchParams.sort();
  return JSON.stringify([protocol, host, path, [...searchParams]]);
}
