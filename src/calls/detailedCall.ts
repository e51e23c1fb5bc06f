import type { Party } from "../transcripts/speakers";

/** Links to records of a CRM, as calls and parties carry them. */
interface CrmLinks {
  readonly objects?: readonly { readonly objectId?: string | null }[] | null;
}

/** A party with its links. */
export interface LinkedParty extends Party {
  readonly context?: readonly CrmLinks[] | null;
}

/** What the code reads of a call with details; Gong sends more, and leaves out what it lacks (G47). */
export interface DetailedCall {
  readonly metaData: {
    readonly id: string;
    readonly url?: string | null;
    readonly title?: string | null;
    /** ISO 8601 with an offset (G20). */
    readonly started?: string | null;
    /** Seconds (G22). */
    readonly duration?: number | null;
    readonly primaryUserId?: string | null;
    readonly direction?: string | null;
    readonly scope?: string | null;
    readonly isPrivate?: boolean | null;
  };
  readonly context?: readonly CrmLinks[] | null;
  readonly parties?: readonly LinkedParty[] | null;
  readonly content?: {
    readonly brief?: string | null;
    readonly trackers?: readonly Counted[] | null;
    readonly topics?: readonly Counted[] | null;
    readonly callOutcome?: Counted | null;
  } | null;
}

/** Something that a call is marked with. */
export interface Counted {
  readonly id?: string | null;
  readonly name?: string | null;
  /** How often the words of a tracker occurred. */
  readonly count?: number | null;
  /** Seconds spent on a topic. */
  readonly duration?: number | null;
}

/** A page of calls with details. */
export interface DetailedCallPage {
  readonly calls: readonly DetailedCall[];
  readonly records?: { readonly totalRecords?: number | null; readonly cursor?: string | null };
}
