import { parseUrl } from "../../text/parseUrl";

/** The parts of a request that tell which URL was called. */
export interface Invocation {
  readonly invokeUrl?: string;
  readonly queryParameters?: Readonly<Record<string, string>>;
}

/**
 * The URL that was called. The query string counts (G45), so where the URL came without one it is
 * put together from the parameters.
 */
export function invokedUrl({ invokeUrl, queryParameters = {} }: Invocation): string | undefined {
  const url = parseUrl(invokeUrl ?? "");
  if (!url) return undefined;
  if (!url.search) url.search = new URLSearchParams(queryParameters).toString();
  return url.href;
}

/**
 * Whether two URLs lead to the same place. Differences that proxies and clients make on the way do
 * not count: letter case of scheme and host, a default port, a slash at the end of the path,
 * percent-encoding, the order of parameters, and a fragment, which is never sent.
 */
export function isSameAddress(one: string, other: string): boolean {
  return canonical(one) !== undefined && canonical(one) === canonical(other);
}

function canonical(text: string): string | undefined {
  const url = parseUrl(text);
  if (!url) return undefined;
  const { protocol, host, pathname, searchParams } = url;
  // Segment by segment, so that an encoded slash stays part of its segment.
  const path = pathname.replace(/\/$/, "").split("/").map(decode);
  searchParams.sort();
  return JSON.stringify([protocol, host, path, [...searchParams]]);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
