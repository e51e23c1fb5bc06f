import { createHash, type KeyObject } from "node:crypto";
import { errors, type JWTPayload, jwtVerify } from "jose";
import { isSameAddress } from "./address";
import { EventRefusedError, type RefusalCode } from "./refusal";

/** How far the clocks of Gong and of this machine may be apart. */
const toleranceSeconds = 60;
/** A token that is good for longer could be sent again for as long. */
const longestLifeSeconds = 24 * 3600;
/** The platform accepts no larger body. */
export const maxBodyBytes = 6 * 1024 ** 2;

/** A request: its body as it arrived, and the URL that Gong must have meant. */
interface SignedRequest {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  readonly url: string | undefined;
}

/**
 * The body of a request, when Gong signed it: RS256 with the rule's key, not expired, for this URL
 * and this body (G45); Gong does not promise `iss`, `aud` and `iat`.
 *
 * @throws EventRefusedError that names the first check that failed
 */
export async function verifySignature(
  { headers, body, url }: SignedRequest,
  key: KeyObject,
  now = Date.now(),
): Promise<Buffer> {
  const claims = await verifiedClaims(tokenIn(headers), key, now);
  const { webhook_url: claimedUrl, body_sha256: hash } = claims;
  if (typeof claimedUrl !== "string" || claimedUrl === "") throw new EventRefusedError("no_url");
  if (url === undefined) throw new EventRefusedError("unknown_url");
  if (!isSameAddress(claimedUrl, url)) throw new EventRefusedError("wrong_url");
  const signed = String(hash).toLowerCase();
  if (!/^[\da-f]{64}$/.test(signed)) throw new EventRefusedError("no_body_hash");
  if (!body) throw new EventRefusedError("no_raw_body");
  if (body.length > maxBodyBytes) throw new EventRefusedError("too_large");
  const actual = createHash("sha256").update(body).digest("hex");
  if (actual !== signed) throw new EventRefusedError("wrong_body");
  return body;
}

/** Gong sends the token raw or after `Bearer` (G45), and header names come in any letter case. */
function tokenIn(headers: SignedRequest["headers"]): string {
  const token = Object.entries(headers ?? {})
    .filter(([name]) => name.toLowerCase() === "authorization")
    .map(([, value]) => `${value}`.trim().replace(/^bearer(\s+|$)/i, ""))
    .find(Boolean);
  if (!token) throw new EventRefusedError("no_signature");
  return token;
}

async function verifiedClaims(token: string, key: KeyObject, now: number): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, key, {
    // The only one: a list that took the token's word would let HS256 with the public key in.
    algorithms: ["RS256"],
    requiredClaims: ["exp"],
    clockTolerance: toleranceSeconds,
    currentDate: new Date(now),
  }).catch((error: unknown) => {
    throw error instanceof errors.JOSEError ? new EventRefusedError(reasonOf(error)) : error;
  });
  const lifeSeconds = (payload.exp ?? 0) - now / 1000 - toleranceSeconds;
  if (lifeSeconds > longestLifeSeconds) throw new EventRefusedError("expires_too_late");
  return payload;
}

function reasonOf(error: errors.JOSEError): RefusalCode {
  if (error instanceof errors.JOSEAlgNotAllowed) return "wrong_algorithm";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "wrong_signature";
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "exp") return "no_expiry";
    if (error.claim === "nbf") return "not_yet_valid";
  }
  return "unreadable_signature";
}
