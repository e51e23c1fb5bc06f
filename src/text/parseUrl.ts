/**
 * Reads a URL, or one relative to a base; nothing for other text. `URL.canParse` would not serve:
 * after some thousand calls, Node.js 20 says no to right URLs with letters such as ü.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
