import { SpectralError } from "@prismatic-io/spectral";

const fireAgain = "Have Gong fire the rule again, for example with Test now.";
/** The signature is checked before the claims, so a token that lacks one is Gong's all the same. */
const unknownToken =
  "The key fits, so the token is Gong's, but not of the form that Gong documents. Press Test now in Gong; if that is refused too, this component needs an update.";

/** Every check with what it found, as the end of "The event was refused:", and what to do. */
export const refusals = {
  no_key:
    "Require Signature is on, and Webhook Public Key is blank. Copy the public key that Gong shows at the automation rule into Webhook Public Key.",
  no_signature:
    "it has no Authorization header. Choose the signed JWT at the rule in Gong. With a secret URL instead, or for runs on a schedule, clear Webhook Public Key.",
  unreadable_signature:
    "its Authorization header holds no readable JWT. Give this URL to Gong only, and have proxies pass the header on unchanged.",
  wrong_algorithm:
    "its JWT is not signed with RS256. Gong signs with RS256 only, so this token is not Gong's. Find out who knows the URL.",
  wrong_signature:
    "its signature does not fit Webhook Public Key. Each rule in Gong has its own key: copy the one from the rule that calls this URL. If it is the right one, the token is forged.",
  no_expiry: `its JWT has no readable exp claim. ${unknownToken}`,
  expired: `its JWT expired a minute ago or earlier. ${fireAgain}`,
  expires_too_late: `its JWT is valid for more than a day. ${unknownToken}`,
  not_yet_valid: `its JWT is not valid yet. The clocks of the sender and of this machine differ. ${fireAgain}`,
  no_url: `its JWT has no webhook_url claim. ${unknownToken}`,
  unknown_url:
    "the URL that was called is not known, so the webhook_url claim cannot be compared. Enter the URL as it stands in Gong in Webhook URL.",
  wrong_url:
    "its JWT is for another URL than the one that was called. If a proxy rewrites URLs, enter the URL as it stands in Gong, query string included, in Webhook URL. If none does, the event was meant for another flow.",
  no_body_hash: `its JWT has no body_sha256 claim with a SHA-256 in hex. ${unknownToken}`,
  no_raw_body:
    "the bytes of its body are missing, so the body_sha256 claim cannot be compared. Start the flow from Gong, or clear Webhook Public Key while you try it out.",
  too_large:
    "its body is larger than 6 MB, the most that the platform accepts. Gong's events are far smaller. Find out who knows the URL.",
  wrong_body:
    "its body is not the one that was signed. Have proxies pass the body on byte for byte. If none is in the way, the body was changed on purpose.",
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
