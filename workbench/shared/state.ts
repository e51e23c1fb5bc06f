import type { Values } from "./catalog";

/** What the local Gong's levers and clock stand at. */

export const credentialKinds = [
  "key",
  "token",
  "wrongKey",
  "missingScope",
  "expiredToken",
] as const;
/** What the connection to the local Gong carries. */
export type CredentialKind = (typeof credentialKinds)[number];

export const faultKinds = [
  "throttled",
  "usedUpDay",
  "unavailable",
  "html",
  "cutBefore",
  "cutDuring",
  "truncatedJson",
  "slow",
] as const;
/** What the local Gong does to the next requests. */
export type FaultKind = (typeof faultKinds)[number];

/** An order to let requests fail. */
export interface FaultOrder {
  readonly kind: FaultKind;
  /** How many requests it meets; none means until it is switched off. */
  readonly times?: number;
  /** Seconds of Retry-After, or of the delay. */
  readonly seconds?: number;
}

export interface WorkbenchState {
  /** Where the local Gong runs. */
  readonly localUrl: string;
  /** Address and key of the local Gong, which are made up. */
  readonly localFields: Values;
  /** The real account, if the environment names one. */
  readonly account?: { readonly description: string };
  readonly credential: CredentialKind;
  readonly faults: readonly FaultOrder[];
  /** Requests that faults still wait for; -1 means all. */
  readonly pendingFaults: number;
  /** The local Gong's time, milliseconds since 1970. */
  readonly now: number;
  /** How far its clock was moved, in milliseconds. */
  readonly ahead: number;
  readonly publicKey: string;
  readonly company: Readonly<Record<CompanyList, number>>;
}

export const companyLists = ["calls", "users", "workspaces", "contacts", "accounts"] as const;
/** What there is to look at in the made-up company. */
export type CompanyList = (typeof companyLists)[number];

/** A call on the time line; instants are milliseconds since 1970. */
export interface TimelineCall {
  readonly id: string;
  readonly title: string;
  readonly startedAt: number;
  readonly visibleAt: number | null;
  readonly deliveredAt: number | null;
}

/** A run of a scheduled trigger. */
export interface Poll {
  readonly at: number;
  readonly requests: number;
  readonly delivered: readonly string[];
  /** Items that came, calls or not. */
  readonly error?: string;
}

export interface TimelineView {
  readonly now: number;
  /** When this time line was begun. */
  readonly since: number;
  readonly calls: readonly TimelineCall[];
  readonly polls: readonly Poll[];
}
