type Verb = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What to say about an error of one operation. */
export interface Hint {
  readonly status: number;
  /** Fits Gong's words; any words where it is missing. */
  readonly words?: RegExp;
  /** A full sentence that says what to do. */
  readonly hint: string;
}

/** One operation of Gong's API as data; the client knows none of them by name. */
export interface Operation<Answer extends object = object> {
  /** The label of its action, by which errors and logs name it. */
  readonly name: string;
  /** Verb and path template as Gong's page has them, for example `GET /v2/calls/{id}`. */
  readonly route: `${Verb} /v2/${string}`;
  /** OAuth scope it needs, where Gong names one (G6). */
  readonly scope?: string;
  /** Whether sending it twice does no harm, whatever the verb: some GETs spend credits (G41). */
  readonly idempotent?: boolean;
  /** Whether Gong offers it to chosen accounts only, with 403 for the others (G4). */
  readonly limitedRelease?: boolean;
  /** Whether it changes something although sending it twice does no harm. */
  readonly changes?: boolean;
  /**
   * How Gong refuses a request whose first attempt arrived without an answer (G42, G59), and which
   * query values that answer would have named.
   */
  readonly repeat?: Omit<Hint, "hint"> & { readonly names?: readonly string[] };
  /** Where the cursor goes (G13); none for operations that are not paged. */
  readonly cursor?: "query" | "body";
  /** The field that holds the records of a list; such a list can be empty by way of 404 (G8). */
  readonly records?: string;
  /** Gong's own words for an empty list (G53), and a note on what else they may mean. */
  readonly empty?: { readonly words: RegExp; readonly note?: string };
  /** Path to the id of a record, for example `metaData.id`; text or a number (G17). */
  readonly key?: string;
  /** Paths in a record to a call's ID and, where Gong sends it, to its private mark (G62). */
  readonly calls?: { readonly id: string; readonly isPrivate?: string };
  /** What only this operation's error answers mean; the first that fits is shown. */
  readonly hints?: readonly Hint[];
  /** Milliseconds for one attempt; a minute where nothing is said. */
  readonly timeoutMs?: number;
  /** Carries the type of what code reads of an answer; it has no value. */
  answer?(answer: Answer): void;
}

/** Declares a row. The type names what code reads of the answer; its schema goes by the route. */
export function operation<Answer extends object = object>(
  route: Operation["route"],
  row: Omit<Operation, "route">,
): Operation<Answer> {
  return { ...row, route };
}

/** Time for one upload: what the platform allows an execution, less a minute for the rest of it. */
export const uploadTimeoutMs = 14 * 60_000;
