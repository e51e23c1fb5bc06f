import type { CredentialKind, FaultKind, FaultOrder } from "../../shared/state";
import { plural } from "../common/format";

/** What a connection to the local Gong carries, by name. */
export const credentialNames: Readonly<Record<CredentialKind, string>> = {
  key: "Access key",
  token: "OAuth token",
  wrongKey: "Wrong key",
  missingScope: "Missing scope",
  expiredToken: "Expired token",
};

/** What each credential leads to. */
export const credentialHints: Readonly<Record<CredentialKind, string>> = {
  key: "The local Gong's key, with access to everything.",
  token: "A token with every scope.",
  wrongKey: "A key with a wrong secret.",
  missingScope: "A token without the scopes that the action needs.",
  expiredToken: "A token past its expiry.",
};

/** A lever that makes requests fail. */
export interface FaultLever {
  readonly kind: FaultKind;
  readonly name: string;
  readonly hint: string;
  /** Whether it takes a number of seconds. */
  readonly seconds?: string;
}

export const faultLevers: readonly FaultLever[] = [
  {
    kind: "throttled",
    name: "429 with Retry-After",
    hint: "Too many requests in a second.",
    seconds: "Retry-After",
  },
  {
    kind: "usedUpDay",
    name: "Daily limit",
    hint: "429 until midnight UTC: the day's 10,000 requests are used up.",
  },
  { kind: "unavailable", name: "503", hint: "Gong is unavailable for a while." },
  { kind: "html", name: "HTML page", hint: "A proxy returns a web page with status 200." },
  {
    kind: "cutBefore",
    name: "Cut connection",
    hint: "The connection closes before Gong does anything.",
  },
  {
    kind: "cutDuring",
    name: "Cut response",
    hint: "Gong carries out the request, and half of the response arrives.",
  },
  {
    kind: "truncatedJson",
    name: "Broken JSON",
    hint: "Status 200, but the JSON breaks off halfway.",
  },
  { kind: "slow", name: "Slow response", hint: "Gong responds after a delay.", seconds: "Delay" },
];

/** What a pulled lever does, in a few words. */
export function describeFault({ kind, times, seconds }: FaultOrder): string {
  const lever = faultLevers.find((each) => each.kind === kind);
  const name = lever?.seconds && seconds !== undefined ? `${lever.name} ${seconds} s` : lever?.name;
  return `${name}, ${times === undefined ? "until cleared" : `next ${plural(times, "request")}`}`;
}
