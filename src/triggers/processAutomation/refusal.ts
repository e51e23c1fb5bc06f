import { SpectralError } from "@prismatic-io/spectral";

/** Why an event was refused: a code for each check. */
export type RefusalCode = keyof typeof refusals;

interface Explanation {
  /** What the check found, as the end of a sentence that begins with "the event was refused:". */
  readonly found: string;
  /** How that comes about most often. */
  readonly cause: string;
  /** What to do about it. */
  readonly remedy: string;
}

const fireAgain = "Let Gong fire the rule again, for example with Test now.";
/** The signature is checked before the claims, so a token that lacks one is Gong's all the same. */
const otherToken =
  "The key fits, so Gong made this token, but not as it documents those of webhooks.";
const fireAgainOrReport =
  "Let Gong fire the rule again with Test now; when that is refused too, this component needs an update.";

/** Every check with its words. They name inputs by their labels and hold nothing of the event. */
export const refusals = {
  no_event: {
    found: "there is none, since the body of the run is empty",
    cause: "It was started by a schedule or by hand; events come from Gong by themselves.",
    remedy: "Take the schedule away from the flow, or start it from a rule in Gong.",
  },
  not_an_event: {
    found: "its body is not JSON with callData.metaData.id",
    cause: "Something else than an automation rule of Gong calls this URL.",
    remedy: "Use the URL in automation rules of Gong only, with the action Fire webhook.",
  },
  test_event: {
    found: "it is a test event, and Test Events is set to refuse",
    cause: "Somebody pressed Test now in Gong.",
    remedy: "Set Test Events to pass while trying the flow out.",
  },
  no_signature: {
    found: "it has no Authorization header",
    cause:
      "The rule in Gong is set to a secret URL instead of a signed JWT, or the request is not Gong's.",
    remedy: "Choose the signed JWT at the rule in Gong, or clear Webhook Public Key.",
  },
  unreadable_signature: {
    found: "its Authorization header holds no readable JWT",
    cause: "Another system signs in another way, or something on the way changes the header.",
    remedy: "Give this URL to Gong only, and have proxies pass the header on as it is.",
  },
  wrong_algorithm: {
    found: "its JWT is not signed with RS256",
    cause: "Gong signs with RS256 only, so somebody else made this token.",
    remedy: "Find out who knows the URL; nothing needs to change for Gong's own events.",
  },
  wrong_signature: {
    found: "its signature does not fit Webhook Public Key",
    cause:
      "The key belongs to another rule, since each rule in Gong has its own, or the token is forged.",
    remedy: "Copy the public key from the rule in Gong that calls this URL.",
  },
  no_expiry: {
    found: "its JWT has no readable exp claim",
    cause: otherToken,
    remedy: fireAgainOrReport,
  },
  expired: {
    found: "its JWT expired a minute ago or earlier",
    cause: "It was delivered late, or somebody sends an old event again.",
    remedy: fireAgain,
  },
  not_yet_valid: {
    found: "its JWT is not valid yet",
    cause: "The clocks of the sender and of this machine differ.",
    remedy: fireAgain,
  },
  no_url: {
    found: "its JWT has no webhook_url claim",
    cause: otherToken,
    remedy: fireAgainOrReport,
  },
  unknown_url: {
    found: "the URL that was called is not known, so the webhook_url claim cannot be compared",
    cause: "The run was not started over the flow's URL.",
    remedy: "Enter the URL as it stands in Gong in Webhook URL.",
  },
  wrong_url: {
    found: "its JWT is for another URL than the one that was called",
    cause:
      "A proxy between Gong and the flow rewrites the URL, or the event was meant for somebody else.",
    remedy:
      "Behind a proxy, enter the URL as it stands in Gong, query string included, in Webhook URL.",
  },
  no_raw_body: {
    found: "the bytes of its body are not there, so the body_sha256 claim cannot be compared",
    cause: "The run was started with a parsed body only, as a test by hand may be.",
    remedy: "Start the flow from Gong, or clear Webhook Public Key while trying it out.",
  },
  no_body_hash: {
    found: "its JWT has no body_sha256 claim with a SHA-256 in hex",
    cause: otherToken,
    remedy: fireAgainOrReport,
  },
  wrong_body: {
    found: "its body is not the one that was signed",
    cause:
      "Something between Gong and the flow rewrites bodies, or somebody changed this one on purpose.",
    remedy: "Have proxies pass the body on byte for byte.",
  },
} as const satisfies Record<string, Explanation>;

/**
 * An event that does not pass. It says which check failed, how that comes about and what to do,
 * and holds no part of the event: neither header nor token nor body.
 */
export class EventRefusedError extends SpectralError {
  /** Which check failed. */
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(refusalMessage(code));
    this.name = "EventRefusedError";
    this.code = code;
  }
}

/** The words of a refusal. */
export function refusalMessage(code: RefusalCode): string {
  const { found, cause, remedy } = refusals[code];
  return `The event was refused: ${found}. ${cause} ${remedy}`;
}
