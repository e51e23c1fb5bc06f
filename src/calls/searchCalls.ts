import { type GongError, isGongError } from "../client/errors";
import type { GongClient } from "../client/types";
import type { ExtensiveCall, Page } from "../operations/answers";
import { listExtensiveCalls } from "../operations/calls";
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
  readonly cursor?: string;
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
 * fit. Memory holds one page and what was found. An expired cursor begins its window again, and
 * calls of it that were found before are left out. A failure on the way keeps what was found.
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
  let lookedThrough = 0;
  let position = start;
  for (;;) {
    let read: Awaited<ReturnType<typeof readPage>>;
    try {
      read = await readPage(client, search, position);
    } catch (error) {
      if (lookedThrough === 0 || !isGongError(error)) throw error;
      return { calls, lookedThrough, next: position, failure: error };
    }
    const { at, page, listedAt } = read;
    const given = new Set(at.given);
    const found = page.calls.filter((call) => fits(call) && !given.has(call.metaData.id));
    const taken = found.slice(0, search.maxCalls - calls.length);
    calls.push(...taken);
    lookedThrough += page.calls.length;
    search.onProgress?.(lookedThrough, calls.length);

    const seen = [...given, ...taken.map(({ metaData }) => metaData.id)];
    const next =
      taken.length < found.length
        ? { ...at, given: seen }
        : after(page, { ...at, listedAt, given: seen }, search.from);
    const isEnough = calls.length >= search.maxCalls || lookedThrough >= search.maxLookedThrough;
    if (!next || isEnough || !search.hasTime()) return { calls, lookedThrough, next };
    position = next;
  }
}

/** The next page of the window, else the window before it, else nothing. */
function after(page: Page, at: Position, from: number): Position | undefined {
  const cursor = page.records?.cursor;
  if (cursor) return { ...at, cursor };
  const begin = at.to - windowMs;
  return begin > from ? { to: begin } : undefined;
}

async function readPage(client: GongClient, search: Search, position: Position) {
  const { to, cursor, listedAt = 0, given } = position;
  if (cursor !== undefined && Date.now() - listedAt < cursorLifeMs) {
    try {
      return { at: position, listedAt, page: await load(client, search, to, cursor) };
    } catch (error) {
      if (!isGongError(error) || error.code !== "cursor_expired") throw error;
    }
  }
  const begun = Date.now();
  return { at: { to, given }, listedAt: begun, page: await load(client, search, to) };
}

async function load(client: GongClient, search: Search, to: number, cursor?: string) {
  const { from, workspaceId, contentSelector, criteria } = search;
  const { hostIds = [] } = criteria;
  const filter = {
    fromDateTime: new Date(Math.max(from, to - windowMs)).toISOString(),
    toDateTime: new Date(to).toISOString(),
    workspaceId,
    primaryUserIds: hostIds.length > 0 && hostIds.length <= maxHosts ? hostIds : undefined,
  };
  const body = { filter, contentSelector };
  return client.list(listExtensiveCalls, { body }, { cursor });
}
