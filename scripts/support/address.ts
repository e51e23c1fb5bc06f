import { parseUrl } from "../../src/text/parseUrl";

/**
 * What may be shown of a web address: scheme, host and port. A key may have been pasted into the
 * rest.
 *
 * @returns nothing when it is no web address
 */
export function originOf(address: string): string | undefined {
  const url = parseUrl(address);
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}

/** The text with no more of the web addresses in it than their origins. */
export function withOriginsOnly(text: string): string {
  return text.replace(/\bhttps?:[^\s"'<>]+/gi, (address) => originOf(address) ?? "…");
}
