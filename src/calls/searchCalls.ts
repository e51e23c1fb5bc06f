import { type GongError, isGongError } from "../client/errors";
import type { GongClient } from "../client/types";
import type { ExtensiveCall } from "../operations/answers";
import { listExtensiveCalls } from "../operations/calls";
import { withoutNulls } from "../text/withoutNulls";
import { type ContentSelector, type Criteria, matcher } from "./criteria";

/** What is searched for, and how far one search goes. */
export interface Search {
  /** First moment of the range, milliseconds since 1970; calls are filtered by their start (G18). */
  readonly from: number;
  readonly workspaceId?: string | undefined;
  readonly criteria: Criteria;
  readonly contentSelector: ContentSelector;
  /** Calls to find at most. */
  readonly maxCalls: number;
  /** Calls to read at most; the page that reaches it is read to its end. */
  readonly maxLookedThrough: number;
  /** Whether there is time for another page. */
  readonly hasTime: () => boolean;
  /** Called after each page. */
  readonly onProgress?: (lookedThrough: number, found: number) => void;
}

/** Where a search goes on: a page of a window, or a whole window. */
export interface Position {
  /** End of the window, exclusive, in milliseconds since 1970. */
  readonly to: number;
  /** Gong's cursor of the page. */
  readonly cursor?: string | undefined;
  /** When the listing that the cursor belongs to began; Gong's cursors last an hour from then (G14). */
  readonly listedAt?: number;
  /** Calls of this window that were found before. */
  readonly given?: readonly string[];
}

/** What a search found. */
export interface Found {
  readonly calls: ExtensiveCall[];
  readonly lookedThrough: number;
  /** Where to go on; none when the range was read to its end. */
  readonly next?: Position | undefined;
  /** Why the search ended early. */
  readonly failure?: GongError;
}

/** Windows end a listing well before its cursors do (G14), and bound what a restart reads again. */
const windowMs = 30 * 24 * 3600_000;
/** Hosts that Gong is asked for; more are left to the criteria. */
const maxHosts = 100;
/** Five minutes less than an hour, since clocks differ. */
const cursorLifeMs = 55 * 60_000;

/**
 * Reads the calls of a range page by page, the latest window of 30 days first, and keeps those that
 * fit. Memory holds one page and what was found. Calls of a window that were found before are left
 * out when it is read again. A failure on the way keeps what was found.
 *
 * @throws GongError when the first page cannot be read
 */
export async function searchCalls(
  client: GongClient,
  search: Search,
  start: Position,
): Promise<Found> {
  const fits = matcher(search.criteria);
  const calls: ExtensiveCall[] = [];
  const given = new Set(start.given);
  let lookedThrough = 0;
  let next: Position | undefined = start;
  try {
    for await (const { page, at, after } of readPages(client, search, start)) {
      const read = withoutNulls(page.calls).filter(({ metaData }) => metaData);
      const found = read.filter((call) => fits(call) && !given.has(call.metaData.id));
      const taken = found.slice(0, search.maxCalls - calls.length);
      calls.push(...taken);
      for (const { metaData } of taken) given.add(metaData.id);
      lookedThrough += page.calls.length;
      search.onProgress?.(lookedThrough, calls.length);

      next = taken.length < found.length ? at : after;
      if (next?.to !== at.to) given.clear();
      if (next) next = { ...next, given: [...given] };
      const isEnough = calls.length >= search.maxCalls || lookedThrough >= search.maxLookedThrough;
      if (isEnough || !search.hasTime()) break;
    }
  } catch (error) {
    if (lookedThrough === 0 || !isGongError(error)) throw error;
    return { calls, lookedThrough, next, failure: error };
  }
  return { calls, lookedThrough, next };
}

/** The pages from a position on, each with its own position and the one after it. */
async function* readPages(client: GongClient, search: Search, start: Position) {
  let window: Position | undefined = start;
  while (window) {
    const {
      to,
      cursor: first,
      listedAt,
    }: Position = Date.now() < expiryOf(window) ? window : { to: window.to };
    const at = { to, cursor: first, listedAt: listedAt ?? Date.now() };
    window = to - windowMs > search.from ? { to: to - windowMs } : undefined;
    try {
      const request = { body: bodyOf(search, to) };
      for await (const page of client.pages(listExtensiveCalls, request, { cursor: first })) {
        const cursor = page.records?.cursor;
        yield { page, at: { ...at }, after: cursor ? { ...at, cursor } : window };
        at.cursor = cursor;
      }
    } catch (error) {
      // A listing that began in the middle cannot start over by itself.
      if (!first || !isGongError(error) || error.code !== "cursor_expired") throw error;
      window = { to };
    }
  }
}

const expiryOf = ({ listedAt = 0 }: Position) => listedAt + cursorLifeMs;

function bodyOf({ from, workspaceId, contentSelector, criteria }: Search, to: number) {
  const { hostIds = [] } = criteria;
  const filter = {
    fromDateTime: new Date(Math.max(from, to - windowMs)).toISOString(),
    toDateTime: new Date(to).toISOString(),
    workspaceId,
    primaryUserIds: hostIds.length > 0 && hostIds.length <= maxHosts ? hostIds : undefined,
  };
  return { filter, contentSelector };
}
