/** A Base URL that cannot be used; the message says what to enter instead. */
export class BaseUrlError extends Error {}

const example = "https://us-12345.api.gong.io";

/** Whether a host name as `URL` gives it (`localhost`, `127.0.0.1`, `[::1]`) is this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname === "[::1]" ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  );
}

/**
 * Turns what a person pasted as Base URL into the address that paths such as `/v2/calls` are put
 * behind: spaces, quotes and trailing slashes go, a missing `https://` comes, `/v2` and what
 * follows goes.
 *
 * @returns the address without a trailing slash, for example `https://us-12345.api.gong.io`
 * @throws BaseUrlError when it is no address, is not https (this machine excepted), holds
 *   credentials, or is the address of Gong's pages instead of its API (G1)
 */
export function normalizeBaseUrl(pasted: string): string {
  // What is far longer than any address would take long to look through.
  if (pasted.length > 2_000)
    throw new BaseUrlError(`Base URL is too long. A right one: ${example}`);
  const text = pasted.trim().replace(/^[<"'`]+|[>"'`.,;]+$/g, "");
  const url = parse(text);
  if (!url) throw new BaseUrlError(`Base URL is not a web address. A right one: ${example}`);

  if (url.username || url.password) {
    throw new BaseUrlError(
      `Base URL must not hold a user name or password; the keys have fields of their own. A right one: ${example}`,
    );
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopbackHost(url.hostname))) {
    throw new BaseUrlError(
      `Base URL must begin with https:// so that the keys travel encrypted. A right one: ${example}`,
    );
  }
  if (/^((www|app|help)\.)?gong\.io$|\.app\.gong\.io$/.test(url.hostname)) {
    throw new BaseUrlError(
      `Base URL is the address of Gong's pages. The API has another one, shown in Gong under Company settings > Ecosystem > API, such as ${example}`,
    );
  }
  const path = url.pathname.replace(/\/v2(\/.*)?$/i, "").replace(/\/+$/, "");
  return url.origin + path;
}

function parse(text: string): URL | undefined {
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const address = text.replace(/^\/+/, "");
  if (/\s/.test(text)) return undefined;
  const url = asUrl(hasScheme ? text : `https://${address}`);
  if (!url || !isAddressable(url.hostname)) return undefined;
  // A local Gong speaks plain http, so a bare "127.0.0.1:4010" means that.
  return !hasScheme && isLoopbackHost(url.hostname) ? asUrl(`http://${address}`) : url;
}

/** Not by way of `URL.canParse`, which refuses right URLs in Node.js 20 after some thousand calls. */
function asUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/**
 * Whether a host is a full name, an IPv4 address or this machine. Keys are made of dotted parts
 * too, but hardly of such parts: one pasted here by mistake must not be looked up as a host.
 */
function isAddressable(hostname: string): boolean {
  const isName = /^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z]([a-z\d-]{0,61}[a-z\d])$/;
  return isName.test(hostname) || /^\d+(\.\d+){3}$/.test(hostname) || isLoopbackHost(hostname);
}
