import { parseUrl } from "../text/parseUrl";
import { onHostOf } from "../text/url";
import type { HttpAnswer } from "./http";
import type { Fault } from "./retry";
import type { PreparedRequest } from "./types";

/**
 * The request that a redirect asks for when it stays on the same origin, since credentials must not
 * go to another one; nothing for any other answer. Methods change as RFC 9110, 15.4 says: 303 means
 * GET, 301 and 302 turn POST into GET, 307 and 308 repeat the request as it was.
 */
export function redirected(
  request: PreparedRequest,
  result: HttpAnswer | Fault,
): PreparedRequest | undefined {
  if (!("status" in result) || ![301, 302, 303, 307, 308].includes(result.status)) return undefined;
  const location = parseUrl(result.headers.location ?? "", request.url);
  const target = location && onHostOf(new URL(request.url).origin, location.href);
  if (!target) return undefined;
  const { method } = request;
  const keepsMethod =
    result.status >= 307 || method === "HEAD" || (result.status !== 303 && method !== "POST");
  if (keepsMethod) return { ...request, url: target.href };
  const ofNoBody = Object.entries(request.headers).filter(([name]) => !/^content-/i.test(name));
  const headers = Object.fromEntries(ofNoBody);
  return { ...request, method: "GET", url: target.href, headers, makeBody: undefined };
}
