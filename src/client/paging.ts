import type { Operation } from "../operations/operation";
import { requestIdOf, valueAt } from "./answer";
import { GongError, isGongError } from "./errors";
import type { GongRequest } from "./types";

/** What every page of a list has (G12). */
interface Page {
  readonly records?: { readonly cursor?: unknown; readonly totalRecords?: unknown };
}

/** Times that one listing may start over before its cursors are given up on. */
const maxRestarts = 3;
/** Pages in a row without a record, such as of private calls, before a listing counts as endless. */
const maxEmptyPages = 100;
/** Rows beyond twice the number that Gong counted; calls can be added while a listing goes on. */
export const maxSurplus = 1_000;

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
 * cursor to resume from where that gives the rest and no more.
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
  const { records: field = "", key } = operation;
  const listing = new Listing();
  listing.begin(startCursor);
  let restartsLeft = key && !startCursor ? maxRestarts : 0;
  let cursor = startCursor;
  for (;;) {
    let page: PageAnswer;
    try {
      page = await load(withCursor(operation, request, cursor));
    } catch (error) {
      if (!isGongError(error)) throw error;
      const isExpired = error.code === "cursor_expired" && cursor !== undefined;
      if (isExpired && restartsLeft > 0) {
        restartsLeft -= 1;
        cursor = undefined;
        listing.begin();
        continue;
      }
      const { recordsRead, isRepeating } = listing;
      if (recordsRead === 0 && cursor === startCursor) throw error;
      // A cursor from before the place that the listing had reached would give records again.
      throw error.with({ recordsRead, cursor: isExpired || isRepeating ? undefined : cursor });
    }
    const rows = recordsOf(page, field);
    const fresh = listing.take(rows, key);
    yield fresh.length === rows.length ? page : { ...page, [field]: fresh };
    const { cursor: next, totalRecords } = (page as Page).records ?? {};
    if (!next) return;
    cursor = String(next);
    // Digits count as well: Gong gives some numbers as text (G17).
    const circle = listing.circleAt(cursor, Number(totalRecords ?? Number.POSITIVE_INFINITY));
    if (circle) throw endlessListing(operation, circle, listing.recordsRead);
  }
}

/** What a listing has given so far, by which it is seen when it goes round in circles. */
class Listing {
  /** Records given so far. */
  recordsRead = 0;
  readonly #known = new Set<string>();
  #cursors = new Set<string | undefined>();
  /** Rows since the listing began or started over. */
  #rows = 0;
  #emptyPages = 0;

  /** Begins, or starts over. */
  begin(cursor?: string): void {
    this.#rows = 0;
    this.#cursors = new Set([cursor]);
  }

  /** Whether a listing that started over has yet to come to where it was. */
  get isRepeating(): boolean {
    return this.#rows < this.#known.size;
  }

  /** The rows that were not given before; those without a key cannot be compared, and are new. */
  take(rows: readonly unknown[], path: string | undefined): readonly unknown[] {
    const wasRepeating = this.isRepeating;
    const fresh = rows.filter((row) => {
      const key = keyOf(row, path);
      return key === undefined || (!this.#known.has(key) && this.#known.add(key));
    });
    this.#rows += rows.length;
    this.recordsRead += fresh.length;
    if (fresh.length > 0 || wasRepeating) this.#emptyPages = 0;
    // One page of records that are all known is enough.
    else this.#emptyPages += rows.length > 0 ? maxEmptyPages : 1;
    return fresh;
  }

  /** What Gong gave that would never end, where it did. */
  circleAt(cursor: string, counted: number): string | undefined {
    if (this.#cursors.has(cursor)) return "the same cursor twice";
    this.#cursors.add(cursor);
    if (this.#emptyPages >= maxEmptyPages) return "pages without a new record";
    const isFarMore = this.#rows > 2 * counted + maxSurplus;
    return isFarMore ? `${this.#rows} records after it had counted ${counted}` : undefined;
  }
}

/** The pages of a list as one, without a cursor. @throws what reading the pages throws */
export async function joinPages<PageAnswer extends object>(
  all: AsyncIterable<PageAnswer>,
  field = "",
): Promise<PageAnswer> {
  let first: PageAnswer | undefined;
  const joined: unknown[] = [];
  try {
    for await (const page of all) {
      first ??= page;
      for (const record of recordsOf(page, field)) joined.push(record);
    }
  } catch (error) {
    if (!isGongError(error) || joined.length === 0) throw error;
    const advice = "No records are returned: run the step again to get all of them.";
    throw error.with({ hint: `${error.hint} ${advice}` });
  }
  const { cursor: _, ...records } = { ...(first as Page | undefined)?.records };
  return {
    ...(first as PageAnswer),
    // One page of everything. totalRecords stays Gong's count, which can exceed the rows (G15).
    records: { ...records, currentPageSize: joined.length, currentPageNumber: 0 },
    [field]: joined,
  };
}

/** Checks a page for triggers that remember records. @throws GongError for one without a key */
export function requireKeys({ name, records = "", key }: Operation, page: object): void {
  if (recordsOf(page, records).every((record) => keyOf(record, key) !== undefined)) return;
  const hint = `None of its records were used, and nothing is lost. ${askSupport}`;
  const details = { operation: name, hint, requestId: requestIdOf(page) };
  const problem = "Gong returned a list with a record that has no ID";
  throw new GongError(problem, { code: "unreadable_answer", ...details });
}

const askSupport = "Run it again. If the error persists, contact Gong support.";

/** The error for a listing that would go round in circles. @param given what Gong gave */
export function endlessListing({ name }: Operation, given: string, recordsRead?: number) {
  const hint = `Reading it would never end. ${askSupport}`;
  const details = { operation: name, hint, recordsRead } as const;
  return new GongError(`Gong returned ${given}`, { code: "cursor_repeated", ...details });
}

/** The records of a page; none where the field is missing. */
function recordsOf(page: object, field: string): readonly unknown[] {
  const records = (page as Record<string, unknown>)[field];
  return Array.isArray(records) ? records : [];
}

/** The value that tells a record from others (G17); nothing where it has none. */
function keyOf(record: unknown, path = ""): string | undefined {
  const value = valueAt(record, path);
  const isKey = typeof value === "number" || (typeof value === "string" && value !== "");
  return isKey ? String(value) : undefined;
}
