import { isAllowedHost, isLoopbackHost } from "./addressFilter";

/** A Base URL that cannot be used; the message says what to enter instead. */
export class BaseUrlError extends Error {}

const example = "https://us-12345.api.gong.io";

/**
 * Turns what a person pasted as Base URL into the address that paths such as `/v2/calls` are put
 * behind: spaces, quotes and trailing slashes go, a missing `https://` comes, `/v2` and what
 * follows goes.
 *
 * @returns the address without a trailing slash, for example `https://us-12345.api.gong.io`
 * @throws BaseUrlError when it is no address, is not https, holds credentials, leads to a private
 *   address (this machine's own pass with `GONG_ALLOW_LOCAL=true`), or is that of Gong's pages (G1)
 */
export function normalizeBaseUrl(pasted: string): string {
  // What is far longer than any address would take long to look through.
  const url = pasted.length > 2_000 ? undefined : parse(pasted);
  if (!url) throw new BaseUrlError(`Base URL is not a web address. Enter one like ${example}`);
  if (url.username || url.password) {
    throw new BaseUrlError(
      `Base URL must not contain a user name or password. The keys have fields of their own. Enter one like ${example}`,
    );
  }
  if (!isAllowedHost(url.hostname)) {
    throw new BaseUrlError(
      `Base URL leads to a private address. Enter the API address shown in Gong, like ${example}. (For a local Gong on this machine, set GONG_ALLOW_LOCAL=true in the environment.)`,
    );
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopbackHost(url.hostname))) {
    throw new BaseUrlError(
      `Base URL must begin with https:// so that the keys are encrypted on their way. Enter one like ${example}`,
    );
  }
  if (/^((www|app|help)\.)?gong\.io$/.test(url.hostname)) {
    throw new BaseUrlError(
      `Base URL is the address of Gong's web pages. The API has its own, shown in Gong under Company settings > Ecosystem > API, like ${example}`,
    );
  }
  const path = url.pathname.replace(/\/v2(\/.*)?$/i, "").replace(/\/+$/, "");
  return url.origin + path;
}

/**
 * What to tell about a Base URL that may be wrong and may be right: a page of Gong's app, which
 * other connectors name as the API's host (G64, B22), or a host that is not Gong's, such as a
 * gateway.
 *
 * @returns nothing for Gong's own API hosts and for this machine
 */
export function doubtAbout(baseUrl: string): string | undefined {
  const { hostname, host } = new URL(baseUrl);
  if (isLoopbackHost(hostname)) return undefined;
  if (/\.app\.gong\.io$/.test(hostname)) {
    return `Gong: the connection's address ${host} looks like one of Gong's web pages. If requests fail, use the API address shown in Gong, like ${example}.`;
  }
  if (/(^|\.)gong\.io$/.test(hostname)) return undefined;
  return `Gong: the connection's address ${host} is not under gong.io. The keys are sent there, so make sure that it is your own gateway.`;
}

function parse(pasted: string): URL | undefined {
  const text = pasted.trim().replace(/^[<"'`]+|[>"'`.,;]+$/g, "");
  if (/\s/.test(text)) return undefined;
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const address = text.replace(/^\/+/, "");
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
 * Whether a host is a full name, an IP address or this machine. A key that was pasted here by
 * mistake must not be looked up as a host.
 */
function isAddressable(hostname: string): boolean {
  const isName = /^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z]([a-z\d-]{0,61}[a-z\d])$/;
  const isAddress = /^\d+(\.\d+){3}$|^\[.*\]$/;
  return isName.test(hostname) || isAddress.test(hostname) || isLoopbackHost(hostname);
}
