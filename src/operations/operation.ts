type Verb = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What to tell about an error answer of one operation. */
export interface Hint {
  readonly status: number;
  /** Fits Gong's words; any words where it is missing. */
  readonly words?: RegExp;
  /** A full sentence that says what to do. */
  readonly hint: string;
}

/** How an operation says that it found nothing. */
export interface EmptyAnswer {
  readonly words: RegExp;
  /** What the words may mean beside that, handed on with the empty list as `note`. */
  readonly note?: string;
}

/** How Gong says that a request arrived before, so that sending it again does no harm. */
export interface Repeat {
  readonly status: number;
  /** Fits Gong's words; any words where it is missing. */
  readonly words?: RegExp;
  /** Fields of the query that the answer would have named. */
  readonly names?: readonly string[];
}

/**
 * One operation of Gong's API as data. Everything that differs between operations stands in their
 * rows; the client knows none of them by name.
 */
export interface Operation<Answer extends object = object> {
  /** The label of its action, by which errors and logs name it. */
  readonly name: string;
  /** Verb and path template as Gong's page has them, for example `GET /v2/calls/{id}`. */
  readonly route: `${Verb} /v2/${string}`;
  /** OAuth scope it needs, where Gong names one (G6). */
  readonly scope?: string;
  /**
   * Whether sending it twice does no harm. That is a matter of the operation, not of the verb: Gong
   * reads through POST, and some of its GETs spend credits (G41).
   */
  readonly idempotent: boolean;
  /** Whether Gong offers it to chosen accounts only, and answers 403 to the others (G4). */
  readonly limitedRelease?: boolean;
  /** Whether it changes something although sending it twice does no harm. */
  readonly changes?: boolean;
  /** What an attempt is told whose predecessor arrived without an answer (G42, G59). */
  readonly repeat?: Repeat;
  /** Where the cursor goes (G13); none for operations that are not paged. */
  readonly cursor?: "query" | "body";
  /** The field that holds the records of a list; such a list can be empty by way of 404 (G8). */
  readonly records?: string;
  /** Gong's words for a 404 that means an empty list, beside the usual ones (G53). */
  readonly empty?: EmptyAnswer;
  /** Path to the id of a record, for example `metaData.id`; text or a number (G17). */
  readonly key?: string;
  /**
   * Where the answer holds calls, or what belongs to calls, so that private ones can be left out:
   * paths within a record to the ID of the call and, where Gong sends it, to the mark (G62).
   */
  readonly calls?: { readonly id: string; readonly isPrivate?: string };
  /** What only this operation's error answers mean; the first that fits is shown. */
  readonly hints?: readonly Hint[];
  /** Milliseconds for one attempt; a minute where nothing is said. */
  readonly timeoutMs?: number;
  /** Carries the type of what code reads of an answer; it has no value. */
  answer?(answer: Answer): void;
}

/**
 * Declares a row. Its answer's schema is found by its route (`src/schemas/`); the type names only
 * what code reads.
 */
export function operation<Answer extends object = object>(row: Operation): Operation<Answer> {
  return row;
}
