/** What code reads of Gong's answers; output schemas say the rest (`src/schemas/`). */

/** Fields that Gong may leave out or give as null (G47); texts where no type is named. */
type Fields<Name extends string, Value = string> = { readonly [Key in Name]?: Value | null };

/** A page of a list (G12). */
export interface Page {
  readonly records?: {
    readonly totalRecords?: number;
    readonly currentPageSize?: number;
    readonly cursor?: string;
  };
}

/** A call as List Calls gives it; `duration` in seconds (G22). */
export interface Call
  extends Fields<"url" | "title" | "started" | "primaryUserId">,
    Fields<"direction" | "scope" | "workspaceId">,
    Fields<"duration", number>,
    Fields<"isPrivate", boolean> {
  readonly id: string;
}

/** Links to records of a CRM, as calls and parties carry them. */
export interface CrmLinks extends Fields<"system"> {
  readonly objects?: readonly Fields<"objectId">[] | null;
}

/** A participant of a call (G22, G47). */
export interface Party
  extends Fields<"speakerId" | "userId" | "name" | "emailAddress" | "title" | "affiliation"> {
  readonly context?: readonly CrmLinks[] | null;
}

/** What a call is marked with: how often a tracker's words occurred, seconds spent on a topic. */
export type Mark = Fields<"id" | "name"> & Fields<"count" | "duration", number>;

type Content = Fields<"brief"> &
  Fields<"callOutcome", Mark> &
  Fields<"trackers" | "topics", Mark[]>;

/** A call with its details. */
export interface ExtensiveCall {
  readonly metaData: Call;
  readonly parties?: readonly Party[] | null;
  readonly context?: readonly CrmLinks[] | null;
  readonly content?: Content | null;
}

/** One sentence; `start` and `end` in milliseconds from the start of the call (G22). */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A stretch of speech. */
export interface Monologue extends Fields<"speakerId" | "topic"> {
  readonly sentences?: readonly Sentence[] | null;
}

/** What was said on a call, speaker by speaker. */
export interface CallTranscript {
  readonly callId: string;
  readonly transcript?: readonly Monologue[] | null;
}

/** A user of the company. */
export interface User extends Fields<"firstName" | "lastName" | "created"> {
  readonly id: string;
  readonly emailAddress?: string;
  readonly active?: boolean | null;
}

/** A workspace of the company. */
export interface Workspace extends Fields<"name"> {
  readonly id: string;
}

/** A folder of the library; the text `null` stands for no parent (G17). */
export interface Folder extends Fields<"name" | "parentFolderId"> {
  readonly id: string;
}

/** A tracker; some belong to no workspace. */
export interface Tracker extends Fields<"trackerName" | "workspaceId"> {
  readonly trackerId: string;
}

/** A scorecard that was filled in. */
export interface AnsweredScorecard extends Fields<"reviewTime"> {
  readonly answeredScorecardId: string | number;
}
