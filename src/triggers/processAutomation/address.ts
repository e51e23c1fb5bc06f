import { unescape as decode } from "node:querystring";
import { parseUrl } from "../../text/parseUrl";

/**
 * The URL that was called. The query string counts (G45), so a URL that came without one gets it
 * from the parameters.
 */
export function invokedUrl(
  invokeUrl = "",
  queryParameters: Readonly<Record<string, string>> = {},
): string | undefined {
  const url = parseUrl(invokeUrl);
  if (url && !url.search) url.search = new URLSearchParams(queryParameters).toString();
  return url?.href;
}

/**
 * Whether two URLs lead to the same place. What proxies and clients change on the way does not
 * count: letter case of scheme and host, a default port, a slash at the end of the path,
 * percent-encoding, the order of parameters, and a fragment, which is never sent.
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
