import type { Operation } from "../operations/operation";
import { requestIdOf, valueAt } from "./answer";
import { GongError, type GongErrorCode, isGongError } from "./errors";
import type { GongRequest } from "./types";

/** What every page of a list has (G12). */
interface Page {
  readonly records?: { readonly cursor?: unknown; readonly totalRecords?: unknown };
}

/** Times that one listing may start over before its cursors are given up on. */
const maxRestarts = 3;
/** Pages without a record, one after another, before a listing is taken to have no end. */
const maxEmptyInARow = 100;
/** Rows beyond twice the number that Gong counted; calls can be added while a listing goes on. */
const maxSurplus = 1_000;

/** The same request for another page: only the cursor changes, in the place it has (G13). */
export function withCursor(
  operation: Operation,
  request: GongRequest,
  cursor: string | undefined,
): GongRequest {
  if (cursor === undefined) return request;
  return operation.cursor === "body"
    ? { ...request, body: { ...request.body, cursor } }
    : { ...request, query: { ...request.query, cursor } };
}

/**
 * The pages of a list, one by one, each with its array of records.
 *
 * Where records have a key, each is given once, although pages shift while calls are added or
 * deleted; and when a cursor expires on the way (G14), the listing starts over. A listing that
 * would never end is an error: a cursor that repeats, a page that brings nothing new, far more rows
 * than Gong counted. An error in the middle carries the number of records given so far, and the
 * cursor to go on from where that gives the rest and no more.
 *
 * @param load sends one request
 * @param startCursor where to begin; a listing begun in the middle cannot start over
 */
export async function* pages<PageAnswer extends object>(
  load: (request: GongRequest) => Promise<PageAnswer>,
  operation: Operation,
  request: GongRequest,
  startCursor?: string,
): AsyncGenerator<PageAnswer, void, undefined> {
  const listing = new Listing(operation, startCursor);
  let cursor = startCursor;
  for (let restarts = 0; ; ) {
    let page: PageAnswer;
    try {
      page = await load(withCursor(operation, request, cursor));
    } catch (error) {
      if (!isGongError(error)) throw error;
      const isExpired = error.code === "cursor_expired" && cursor !== undefined;
      if (isExpired && !startCursor && operation.key && restarts < maxRestarts) {
        restarts += 1;
        cursor = undefined;
        listing.startOver();
        continue;
      }
      if (listing.given === 0 && cursor === startCursor) throw error;
      // A cursor from before the place that the listing had reached would give records again.
      const onward = isExpired || listing.isRepeating ? undefined : cursor;
      throw error.with(error.message + progress(listing.given, onward), {
        cursor: onward,
        recordsRead: listing.given,
      });
    }
    yield listing.take(page);
    cursor = listing.cursorAfter(page);
    if (cursor === undefined) return;
  }
}

/** What a listing has given, and how it goes on. */
class Listing {
  /** Records given so far. */
  given = 0;
  readonly #operation: Operation;
  readonly #keys = new Set<string>();
  /** Since the listing began or started over: its rows, its cursors, its last pages without rows. */
  #rows = 0;
  #cursors: Set<string | undefined>;
  #emptyInARow = 0;
  #bringsNothingNew = false;

  constructor(operation: Operation, startCursor: string | undefined) {
    this.#operation = operation;
    this.#cursors = new Set([startCursor]);
  }

  startOver(): void {
    this.#rows = 0;
    this.#cursors = new Set();
  }

  /** Whether a listing that started over has yet to come to where it was. */
  get isRepeating(): boolean {
    return this.#rows < this.#keys.size;
  }

  /** The page without records that were given before. */
  take<PageAnswer extends object>(page: PageAnswer): PageAnswer {
    const { records = "", key } = this.#operation;
    const rows = recordsOf(page, records);
    const wasRepeating = this.isRepeating;
    const fresh = key ? rows.filter((row) => this.#isNew(keyOf(row, key))) : rows;
    this.#rows += rows.length;
    this.given += fresh.length;
    this.#emptyInARow = rows.length > 0 ? 0 : this.#emptyInARow + 1;
    this.#bringsNothingNew = rows.length > 0 && fresh.length === 0 && !wasRepeating;
    return fresh.length === rows.length ? page : { ...page, [records]: fresh };
  }

  /** Where to go on, or nothing at the end. @throws GongError where it would never end */
  cursorAfter({ records }: Page): string | undefined {
    const next = records?.cursor;
    if (!next) return undefined;
    // Digits count as well: Gong gives some numbers as text (G17).
    const counted = Number(records.totalRecords ?? Number.POSITIVE_INFINITY);
    const endless = (given: string) => endlessListing(this.#operation, given, this.given);
    if (typeof next !== "string") throw endless("a cursor that is no text");
    if (this.#cursors.has(next)) throw endless("the same cursor twice");
    if (this.#bringsNothingNew) throw endless("a page without a new record");
    if (this.#emptyInARow > maxEmptyInARow) {
      throw endless(`more than ${maxEmptyInARow} pages in a row without a record`);
    }
    if (this.#rows > 2 * counted + maxSurplus) {
      throw endless(`${this.#rows} records where it had counted ${counted}`);
    }
    this.#cursors.add(next);
    return next;
  }

  /** A record without a key cannot be told from others, and counts as new. */
  #isNew(key: string | undefined): boolean {
    if (key === undefined) return true;
    const isNew = !this.#keys.has(key);
    this.#keys.add(key);
    return isNew;
  }
}

/**
 * The pages of a list as one: records joined in order, the cursor gone.
 *
 * @throws what reading the pages throws; the records read before are lost with it, and it says so
 */
export async function joinPages<PageAnswer extends object>(
  all: AsyncIterable<PageAnswer>,
  recordsField: string,
): Promise<PageAnswer> {
  let first: PageAnswer | undefined;
  const joined: unknown[] = [];
  try {
    for await (const page of all) {
      first ??= page;
      for (const record of recordsOf(page, recordsField)) joined.push(record);
    }
  } catch (error) {
    if (!isGongError(error) || joined.length === 0) throw error;
    throw error.with(`${error.message} They are in no answer: run the step again to get them too.`);
  }
  const { cursor: _, ...records } = { ...(first as Page | undefined)?.records };
  return {
    ...(first as PageAnswer),
    // One page of everything. totalRecords stays Gong's count, which can exceed the rows (G15).
    records: { ...records, currentPageSize: joined.length, currentPageNumber: 0 },
    [recordsField]: joined,
  };
}

/**
 * Makes sure that every record of a page can be told from the others, for triggers that remember
 * them.
 *
 * @throws GongError when the page has no list, or something in the list has no key
 */
export function requireKeys({ name, records = "", key = "" }: Operation, page: object): void {
  const list = (page as Record<string, unknown>)[records];
  if (Array.isArray(list) && list.every((record) => keyOf(record, key) !== undefined)) return;
  const given = "no list in which every record has its ID";
  const advice = "Nothing of it was used, and nothing is lost.";
  throw oddAnswer(name, given, advice, "unreadable_answer", { requestId: requestIdOf(page) });
}

/** The error for a listing that would go round in circles. @param given what Gong gave */
export function endlessListing(
  { name }: Operation,
  given: string,
  recordsRead?: number,
): GongError {
  const advice = "Following it would never end.";
  return oddAnswer(name, given, advice, "cursor_repeated", { recordsRead });
}

function oddAnswer(
  operation: string,
  given: string,
  advice: string,
  code: GongErrorCode,
  details: { readonly recordsRead?: number | undefined; readonly requestId?: string | undefined },
): GongError {
  const { recordsRead, requestId } = details;
  const hint = `${advice} Run it again. If it stays like this, tell Gong's support.`;
  const read = recordsRead === undefined ? "" : progress(recordsRead, undefined);
  const id = requestId ? ` Gong request ID: ${requestId}.` : "";
  return new GongError(`${operation} failed: Gong gave ${given}. ${hint}${read}${id}`, {
    ...details,
    code,
    operation,
    gongErrors: [],
    hint,
    attempts: 1,
  });
}

function progress(recordsRead: number, cursor: string | undefined): string {
  const onward = cursor ? " The listing can go on from the cursor of this error." : "";
  return ` ${recordsRead} records were read before.${onward}`;
}

/** The records of a page; none where the field is missing. */
function recordsOf(page: object, recordsField: string): readonly unknown[] {
  const records = (page as Record<string, unknown>)[recordsField];
  return Array.isArray(records) ? records : [];
}

/** The value that tells a record from others (G17); nothing where it has none. */
function keyOf(record: unknown, path: string): string | undefined {
  const value = valueAt(record, path);
  const isKey = typeof value === "number" || (typeof value === "string" && value !== "");
  return isKey ? String(value) : undefined;
}
