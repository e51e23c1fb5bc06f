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
 * behind: spaces and trailing slashes go, a missing `https://` comes, `/v2` and what follows goes.
 *
 * @returns the address without a trailing slash, for example `https://us-12345.api.gong.io`
 * @throws BaseUrlError when it is no address, is not https (this machine excepted), holds
 *   credentials, or is the address of Gong's pages instead of its API (G1)
 */
export function normalizeBaseUrl(pasted: string): string {
  const text = pasted.trim();
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
  if (/^(www\.|app\.)?gong\.io$|\.app\.gong\.io$/.test(url.hostname)) {
    throw new BaseUrlError(
      `Base URL is the address of Gong's pages. The API has another one, shown in Gong under Company settings > Ecosystem > API, such as ${example}`,
    );
  }
  const path = url.pathname.replace(/\/v2(\/.*)?$/, "").replace(/\/+$/, "");
  return url.origin + path;
}

function parse(text: string): URL | undefined {
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const attempt = hasScheme ? text : `https://${text.replace(/^\/+/, "")}`;
  if (!URL.canParse(attempt) || /\s/.test(text)) return undefined;
  const url = new URL(attempt);
  // A local Gong speaks plain http, so a bare "127.0.0.1:4010" means that.
  if (!hasScheme && isLoopbackHost(url.hostname)) url.protocol = "http:";
  const isName = url.hostname.includes(".") || isLoopbackHost(url.hostname);
  return isName ? url : undefined;
}
