import { createHash } from "node:crypto";
import type { Operation } from "../operations/operation";
import type { GongRequest } from "./createClient";
import { GongError, type GongErrorDetails, isGongError, withDetails } from "./errors";
import { requestIdOf } from "./transport";

/** What every page of a list has (G12). */
interface Page {
  readonly records?: { readonly cursor?: unknown };
}

/** Times that one listing may start over before its cursors are given up on. */
const mostRestarts = 3;

/** Pages without a record, one after another, before a listing is taken to have no end. */
const mostEmptyInARow = 100;

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
 * When a cursor expires on the way (G14) the listing starts over, and records that were given out
 * before are left out, so that a consumer sees each once. A cursor that comes a second time or is
 * no text, and a hundred empty pages in a row, are an error, since following them would never end.
 * When the listing fails for good, the error carries the
 * number of records given out, and the cursor to go on from where that gives the rest and no more.
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
  const given = new GivenOut(operation);
  let followed = new Set([startCursor]);
  let cursor = startCursor;
  let restarts = 0;
  let emptyInARow = 0;
  for (;;) {
    let page: PageAnswer;
    try {
      page = await load(withCursor(operation, request, cursor));
    } catch (error) {
      if (!isGongError(error)) throw error;
      const expired = error.code === "cursor_expired" && cursor !== undefined;
      if (expired && startCursor === undefined && restarts < mostRestarts) {
        restarts += 1;
        cursor = undefined;
        followed = new Set();
        given.startOver();
        continue;
      }
      if (given.count === 0 && cursor === startCursor) throw error;
      // An expired cursor is of no use to anybody, and one from before the place where the listing
      // had been would give records a second time to whoever does not remember them.
      const onward = expired || given.isCatchingUp ? undefined : cursor;
      throw withDetails(error, error.message + progress(given.count, onward), {
        cursor: onward,
        recordsRead: given.count,
      });
    }
    emptyInARow = recordsOf(page, operation.records ?? "").length > 0 ? 0 : emptyInARow + 1;
    yield given.unseenOf(page);
    const next = (page as Page).records?.cursor;
    if (!next) return;
    const endless = (problem: string) => endlessListing(operation, problem, given.count);
    if (typeof next !== "string") throw endless("a cursor that is no text");
    if (followed.has(next)) throw endless("the same cursor twice");
    if (emptyInARow === mostEmptyInARow) {
      throw endless(`${mostEmptyInARow} pages in a row without a record`);
    }
    followed.add(next);
    cursor = next;
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
    throw withDetails(
      error,
      `${error.message} They are in no answer: to have them too, run the step again as it was.`,
      {},
    );
  }
  const { cursor: _, ...records } = { ...(first as Page | undefined)?.records };
  return {
    ...(first as PageAnswer),
    // One page of everything. totalRecords stays Gong's count, which can exceed the rows (G15).
    records: { ...records, currentPageSize: joined.length, currentPageNumber: 0 },
    [recordsField]: joined,
  };
}

/** The records of a page; none where the field is missing. */
function recordsOf(page: object, recordsField: string): readonly unknown[] {
  const records = (page as Record<string, unknown>)[recordsField];
  return Array.isArray(records) ? records : [];
}

function progress(recordsRead: number, cursor: string | undefined): string {
  const onward = cursor ? " The listing can go on from the cursor of this error." : "";
  return ` ${recordsRead} records were read before.${onward}`;
}

/** The error for a listing that would go round in circles. @param given what Gong gave */
export function endlessListing(
  { name }: Operation,
  given: string,
  recordsRead?: number,
): GongError {
  const details = { code: "cursor_repeated", recordsRead } as const;
  return oddAnswer(name, given, "Following it would never end.", details);
}

/**
 * Makes sure that every record of a page can be told from the others, for those who remember them.
 *
 * @throws GongError when the page has no list, or something in the list has no key
 */
export function requireKeys({ name, records = "", key: keyPath }: Operation, page: object): void {
  const list = (page as Record<string, unknown>)[records];
  const hasKey = (record: unknown) => {
    const key = keyOf(record, keyPath?.split("."));
    return typeof key === "string" ? key !== "" : typeof key === "number";
  };
  if (Array.isArray(list) && list.every(hasKey)) return;
  const given = "no list in which every record has its id";
  const details = { code: "unreadable_answer", requestId: requestIdOf(page) } as const;
  throw oddAnswer(name, given, "Nothing of it was used, and nothing is lost.", details);
}

/** The value that tells a record from others; nothing where it has none. */
function keyOf(record: unknown, path: readonly string[] | undefined): unknown {
  return path?.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | null | undefined)?.[name],
    record,
  );
}

function oddAnswer(
  operation: string,
  given: string,
  consequence: string,
  details: Pick<GongErrorDetails, "code" | "recordsRead" | "requestId">,
): GongError {
  const { recordsRead, requestId } = details;
  const hint = `${consequence} Run it again; if it stays, tell Gong's support.`;
  const read = recordsRead === undefined ? "" : progress(recordsRead, undefined);
  const id = requestId ? ` Gong request id: ${requestId}.` : "";
  return new GongError(`${operation} failed: Gong gave ${given}. ${hint}${read}${id}`, {
    ...details,
    operation,
    gongErrors: [],
    hint,
    attempts: 1,
  });
}

/** Remembers which records were given out, so that a listing that starts over repeats none. */
class GivenOut {
  count = 0;
  readonly #field: string;
  /** Names on the way to the key, such as `metaData` and `id`. */
  readonly #key: readonly string[] | undefined;
  /** How often each record was given out; records without a key can be alike. */
  readonly #given = new Map<string, number>();
  /** How often each is left out, from the restart on. */
  #toSkip = new Map<string, number>();
  /** Those that the current run over the listing has yet to meet again. */
  #toMeet = new Set<string>();

  constructor({ records = "", key }: Operation) {
    this.#field = records;
    this.#key = key?.split(".");
  }

  startOver(): void {
    this.#toSkip = new Map(this.#given);
    this.#toMeet = new Set(this.#given.keys());
  }

  /** Whether records that were given out before the listing started over are still to come. */
  get isCatchingUp(): boolean {
    return this.#toMeet.size > 0;
  }

  /** The page without records that were given out before the listing started over. */
  unseenOf<PageAnswer extends object>(page: PageAnswer): PageAnswer {
    const records = recordsOf(page, this.#field);
    const unseen = records.filter((record) => this.#isUnseen(this.#identify(record)));
    this.count += unseen.length;
    return unseen.length === records.length ? page : { ...page, [this.#field]: unseen };
  }

  #isUnseen(identity: string): boolean {
    const left = this.#toSkip.get(identity) ?? 0;
    if (left > 0) {
      // A record with a key is one record however often the moving pages show it.
      if (!this.#key) this.#toSkip.set(identity, left - 1);
      if (this.#key || left === 1) this.#toMeet.delete(identity);
      return false;
    }
    this.#given.set(identity, (this.#given.get(identity) ?? 0) + 1);
    return true;
  }

  #identify(record: unknown): string {
    const key = keyOf(record, this.#key);
    if (typeof key === "string" || typeof key === "number") return String(key);
    return createHash("sha256").update(JSON.stringify(record)).digest("base64");
  }
}
