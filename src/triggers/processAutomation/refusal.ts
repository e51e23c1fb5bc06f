import { SpectralError } from "@prismatic-io/spectral";

const fireAgain = "Fire the rule again in Gong, for example with Test now.";
/** The signature is checked before the claims, so a token that lacks one is Gong's all the same. */
const unknownToken =
  "The key matches, so the token is Gong's, but not in the form that Gong documents. Click Test now in Gong. If that event is refused too, this component needs an update.";

/** Every check with what it found, as the end of "The event was refused:", and what to do. */
export const refusals = {
  no_key:
    "Require Signature is on, and Webhook Public Key is blank. Copy the public key that Gong shows in the automation rule into Webhook Public Key.",
  no_signature:
    "it has no Authorization header. Choose the signed JWT in the automation rule in Gong. If the flow uses a secret URL or runs on a schedule, clear Webhook Public Key.",
  unreadable_signature:
    "its Authorization header has no readable JWT. Give this URL only to Gong, and make sure that proxies pass the header on unchanged.",
  wrong_algorithm:
    "its JWT is not signed with RS256. Gong signs only with RS256, so this token is not from Gong. Find out who else knows the URL.",
  wrong_signature:
    "its signature does not match Webhook Public Key. Each rule in Gong has its own key: copy the one from the rule that calls this URL. If it is already that key, the token is forged.",
  no_expiry: `its JWT has no readable exp claim. ${unknownToken}`,
  expired: `its JWT expired at least a minute ago. ${fireAgain}`,
  expires_too_late: `its JWT is valid for more than a day. ${unknownToken}`,
  not_yet_valid: `its JWT is not valid yet. The clocks of the sender and of this machine differ. ${fireAgain}`,
  no_url: `its JWT has no webhook_url claim. ${unknownToken}`,
  unknown_url:
    "the URL that was called is unknown, so the webhook_url claim cannot be checked. In Webhook URL, enter the URL as it is in Gong.",
  wrong_url:
    "its JWT is for a different URL than the one that was called. If a proxy rewrites URLs, enter the URL as it is in Gong, including the query string, in Webhook URL. Otherwise, the event was meant for another flow.",
  no_body_hash: `its JWT has no body_sha256 claim with a SHA-256 hash in hex. ${unknownToken}`,
  no_raw_body:
    "the bytes of its body are missing, so the body_sha256 claim cannot be checked. Start the flow from Gong, or clear Webhook Public Key while you try it out.",
  too_large:
    "its body is larger than 6 MB, the most that the platform accepts. Gong's events are far smaller. Find out who else knows the URL.",
  wrong_body:
    "its body is not the one that was signed. Make sure that proxies pass the body on byte for byte. If there is no proxy, someone changed the body.",
  test_event:
    "it is a test event, and Test Events is set to refuse. Set Test Events to pass while you try the flow out.",
} as const;

/** Why an event was refused: a code for each check. */
export type RefusalCode = keyof typeof refusals;

/** An event that does not pass. It says which check failed and what to do, and nothing of the event. */
export class EventRefusedError extends SpectralError {
  /** @param code which check failed */
  constructor(readonly code: RefusalCode) {
    super(`The event was refused: ${refusals[code]}`);
    this.name = "EventRefusedError";
  }
}
