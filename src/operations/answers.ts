/** What code reads of Gong's answers; output schemas say the rest (`src/schemas/`). */

/** A page of a list (G12). */
export interface Page {
  readonly records?: {
    readonly totalRecords?: number;
    readonly currentPageSize?: number;
    readonly currentPageNumber?: number;
    readonly cursor?: string;
  };
}

/** A call as List Calls gives it. */
export interface Call {
  readonly id: string;
  readonly title?: string | null;
  readonly scheduled?: string | null;
  readonly started?: string | null;
  /** Seconds (G22). */
  readonly duration?: number | null;
  readonly primaryUserId?: string | null;
  readonly workspaceId?: string | null;
  readonly isPrivate?: boolean | null;
}

/** A call with its details. */
export interface ExtensiveCall {
  readonly metaData: Call;
  readonly parties?: readonly Readonly<Record<string, unknown>>[] | null;
  readonly context?: readonly Readonly<Record<string, unknown>>[] | null;
  readonly content?: Readonly<Record<string, unknown>> | null;
  readonly interaction?: Readonly<Record<string, unknown>> | null;
}

/** What was said on a call, speaker by speaker. */
export interface CallTranscript {
  readonly callId: string;
  readonly transcript: readonly {
    readonly speakerId?: string | null;
    readonly topic?: string | null;
    readonly sentences?: readonly { start: number; end: number; text: string }[] | null;
  }[];
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
  readonly callId?: string | null;
  readonly callStartTime?: string | null;
  readonly reviewTime?: string | null;
  readonly scorecardName?: string | null;
}
