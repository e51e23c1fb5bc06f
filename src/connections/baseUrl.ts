import { parseUrl } from "../text/parseUrl";
import { isAllowedHost, isLoopbackHost } from "./addressFilter";

const example = "https://us-12345.api.gong.io";

/**
 * Turns what was pasted as Base URL into an address such as `https://us-12345.api.gong.io`: spaces,
 * quotes, trailing slashes, and `/v2` with what follows go; a missing `https://` comes.
 *
 * @throws Error that says what to enter, when it is no address, is not https, holds credentials, is
 *   private (this machine's pass with `GONG_ALLOW_LOCAL=true`), or is that of Gong's pages (G1)
 */
export function normalizeBaseUrl(pasted: string): string {
  const url = parse(pasted);
  const problem = url ? problemOf(url) : "is not a web address.";
  if (!url || problem) {
    throw new Error(
      `Base URL ${problem} Enter the API address that Gong shows under Company settings > Ecosystem > API, for example ${example}.`,
    );
  }
  return url.origin + url.pathname.replace(/\/v2(\/.*)?$/i, "").replace(/\/+$/, "");
}

function problemOf({ username, password, hostname, protocol }: URL): string | undefined {
  if (username || password) return "must not contain a user name or password.";
  if (!isAllowedHost(hostname)) {
    return "leads to a private address. (For a local Gong, set GONG_ALLOW_LOCAL=true in the environment.)";
  }
  if (protocol !== "https:" && !(protocol === "http:" && isLoopbackHost(hostname))) {
    return "must begin with https://, so that your keys are encrypted.";
  }
  if (/^((www|app|help)\.)?gong\.io$/.test(hostname)) return "is one of Gong's web pages.";
  return undefined;
}

function parse(pasted: string): URL | undefined {
  const text = pasted.trim().replace(/^[<"'`]+|[>"'`.,;]+$/g, "");
  if (/\s/.test(text)) return undefined;
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const address = text.replace(/^\/+/, "");
  const url = parseUrl(hasScheme ? text : `https://${address}`);
  if (!url || !isAddressable(url.hostname)) return undefined;
  // A local Gong speaks plain http, so a bare "127.0.0.1:4010" means that.
  return !hasScheme && isLoopbackHost(url.hostname) ? parseUrl(`http://${address}`) : url;
}

/** Whether a host is a full name or an address: a key pasted by mistake must not be looked up. */
function isAddressable(hostname: string): boolean {
  const isName = /^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z]([a-z\d-]{0,61}[a-z\d])$/;
  const isAddress = /^\d+(\.\d+){3}$|^\[.*\]$/;
  return isName.test(hostname) || isAddress.test(hostname) || isLoopbackHost(hostname);
}

/**
 * The warning for a Base URL that may be wrong and may be right: a page of Gong's app, which other
 * connectors name as the API's host (G64, B22), or a host that is not Gong's, such as a gateway.
 */
export function doubtAbout(baseUrl: string): string | undefined {
  const { hostname, host } = new URL(baseUrl);
  if (/\.app\.gong\.io$/.test(hostname)) {
    return `Gong: the connection's address ${host} looks like one of Gong's web pages. If requests fail, use the API address that Gong shows, for example ${example}.`;
  }
  if (/(^|\.)gong\.io$/.test(hostname) || isLoopbackHost(hostname)) return undefined;
  return `Gong: the connection's address ${host} is not under gong.io. Your keys are sent there, so make sure that it is your own gateway.`;
}
