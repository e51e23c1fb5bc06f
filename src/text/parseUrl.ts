/**
 * Reads a URL, absolute or relative to another one. Not by way of `URL.canParse`: once Node.js 20
 * has compiled that, after some thousand calls, it says no to right URLs with letters such as ü.
 *
 * @returns nothing when the text is no URL
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
