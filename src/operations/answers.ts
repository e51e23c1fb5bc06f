/** What code reads of Gong's answers; output schemas say the rest (`src/schemas/`). */

/** A page of a list (G12). */
export interface Page {
  readonly records?: {
    readonly totalRecords?: number;
    readonly currentPageSize?: number;
    readonly cursor?: string;
  };
}

/** A call as List Calls gives it. */
export interface Call {
  readonly id: string;
  readonly url?: string | null;
  readonly title?: string | null;
  readonly started?: string | null;
  /** Seconds (G22). */
  readonly duration?: number | null;
  readonly primaryUserId?: string | null;
  readonly direction?: string | null;
  readonly scope?: string | null;
  readonly workspaceId?: string | null;
  readonly isPrivate?: boolean | null;
}

/** Links to records of a CRM, as calls and parties carry them. */
export interface CrmLinks {
  readonly system?: string | null;
  readonly objects?: readonly { readonly objectId?: string | null }[] | null;
}

/** A participant of a call (G22, G47). */
export interface Party {
  readonly speakerId?: string | null;
  readonly userId?: string | null;
  readonly name?: string | null;
  readonly emailAddress?: string | null;
  readonly title?: string | null;
  readonly affiliation?: string | null;
  readonly context?: readonly CrmLinks[] | null;
}

/** Something that a call is marked with. */
export interface Mark {
  readonly id?: string | null;
  readonly name?: string | null;
  /** How often the words of a tracker occurred. */
  readonly count?: number | null;
  /** Seconds spent on a topic. */
  readonly duration?: number | null;
}

/** A call with its details. */
export interface ExtensiveCall {
  readonly metaData: Call;
  readonly parties?: readonly Party[] | null;
  readonly context?: readonly CrmLinks[] | null;
  readonly content?: {
    readonly brief?: string | null;
    readonly trackers?: readonly Mark[] | null;
    readonly topics?: readonly Mark[] | null;
    readonly callOutcome?: Mark | null;
  } | null;
}

/** One sentence; `start` and `end` in milliseconds from the start of the call (G22). */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A stretch of speech. */
export interface Monologue {
  readonly speakerId?: string | null;
  readonly topic?: string | null;
  readonly sentences?: readonly Sentence[] | null;
}

/** What was said on a call, speaker by speaker. */
export interface CallTranscript {
  readonly callId: string;
  readonly transcript?: readonly Monologue[] | null;
}

/** A user of the company. */
export interface User {
  readonly id: string;
  readonly emailAddress?: string;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly active?: boolean | null;
  readonly created?: string | null;
}

/** A workspace of the company. */
export interface Workspace {
  readonly id: string;
  readonly name?: string | null;
}

/** A folder of the library; the text `null` stands for no parent (G17). */
export interface Folder {
  readonly id: string;
  readonly name?: string | null;
  readonly parentFolderId?: string | null;
}

/** A tracker; some belong to no workspace. */
export interface Tracker {
  readonly trackerId: string;
  readonly trackerName?: string | null;
  readonly workspaceId?: string | null;
}

/** A scorecard that was filled in. */
export interface AnsweredScorecard {
  readonly answeredScorecardId: string | number;
  readonly reviewTime?: string | null;
}
