import { valueAt } from "../client/answer";
import { isGongError } from "../client/errors";
import { endlessListing, maxSurplus } from "../client/paging";
import type { Page } from "../operations/answers";
import type { Operation } from "../operations/operation";
import { dayOf, second } from "./duration";
import type { History, Range, Scan, Wanted } from "./scan";
import { behindPage, completeAt, deepest, planScan, reachOf, unread } from "./scan";
import { type SavedIds, SeenIds } from "./seen";
import type { Reading } from "./state";

/** What is known of an account's records, as a state holds it. */
export interface SavedWatch extends History {
  /** The reading that is not at its end yet. */
  readonly scan?: Scan;
  /** Pages that the latest reading had beyond the first of each window. */
  readonly morePages?: number;
  readonly seen: SavedIds;
}

/** Records that are listed by time; the operation says where their IDs are. */
export interface Source<Item> {
  readonly operation: Operation;
  /** How far ahead of now Gong may list a record, in milliseconds. */
  readonly aheadMs: number;
  /** Reads a page of the records of a window. @throws like the client */
  list(window: Range, cursor: string | undefined): Promise<Page>;
  /** When a call ended. */
  endOf?(item: Item): number;
  /** Milliseconds to wait after a reading of so many more pages than windows. */
  restAfter?(morePages: number): number;
}

/**
 * Reads what is due of an account's records, page by page, and knows which are new. Every listing is
 * read whole, since Gong's count of records includes calls that cannot be seen yet (G15).
 */
export class Watch<Item> {
  #known: Omit<SavedWatch, "seen">;
  readonly #seen: SeenIds;
  #hasRestarted = false;

  /** @param now when the run began: one that takes long still ends with what was due then */
  constructor(
    private readonly source: Source<Item>,
    private readonly wanted: Wanted,
    private readonly now: number,
    { seen, ...known }: SavedWatch = { seen: {} },
  ) {
    this.#known = known;
    this.#seen = new SeenIds(seen);
    if (!known.scan) this.#plan();
  }

  /** The window that comes next; nothing when all that was due is read. */
  get window(): Range | undefined {
    return this.#known.scan;
  }

  /** What the next watch resumes from. */
  save(): SavedWatch {
    return { ...this.#known, seen: this.#seen.save() };
  }

  /** Reads pages until `enough` new records are found, nothing is left to read, or time is up. */
  async readNew(enough: number, hasTime: () => boolean): Promise<Reading<SavedWatch, Item>> {
    const created: Item[] = [];
    while (this.window && created.length < enough && hasTime()) {
      created.push(...(await this.readPage()).fresh);
    }
    return { created, more: this.window !== undefined, found: this.save() };
  }

  /**
   * Reads the next page: records to deliver, and records that are only noted. An expired cursor
   * starts its window over (G14), which brings no records. @throws like the client
   */
  async readPage(): Promise<{ fresh: Item[]; noted: Item[] }> {
    const { scan } = this.#known;
    const page = scan && (await this.#list(scan));
    if (!page) return { fresh: [], noted: [] };
    const { operation, endOf } = this.source;
    const items = valueAt(page, operation.records ?? "") as Item[];
    const next = behindPage(scan, page, items.length, this.wanted.lookBackMs);
    if (next?.cursor && next.cursor === scan.cursor) {
      throw endlessListing(operation, "the same cursor twice");
    }
    // Cursors that take turns would be followed in every run, until the day's requests are used up.
    if (next?.cursor && next.rows > 2 * next.counted + maxSurplus) {
      throw endlessListing(operation, "far more records than it had counted");
    }
    const unknown = this.#meet(items, scan);
    const { from, news, withOngoing } = scan;
    this.#moveOn(scan, next);
    const isFresh = (item: Item) => from >= news || (withOngoing && (endOf?.(item) ?? 0) > news);
    return { fresh: unknown.filter(isFresh), noted: unknown.filter((item) => !isFresh(item)) };
  }

  async #list(scan: Scan): Promise<Page | undefined> {
    try {
      return await this.source.list(scan, scan.cursor);
    } catch (error) {
      const isExpired = isGongError(error) && error.code === "cursor_expired" && scan.cursor;
      // A run is shorter than the life of a cursor, so it starts over only once.
      if (!isExpired || this.#hasRestarted) throw error;
      this.#hasRestarted = true;
      this.#known = { ...this.#known, scan: { ...scan, ...unread } };
      return undefined;
    }
  }

  /** Notes records, and gives those that were not known. */
  #meet(items: readonly Item[], { from, news }: Scan): Item[] {
    const { operation } = this.source;
    return items.filter((item) => {
      const id = String(valueAt(item, operation.key ?? ""));
      const isPrivate = valueAt(item, operation.calls?.isPrivate ?? "") === true;
      const isLeftOut = isPrivate && !this.wanted.includePrivate && from >= news;
      return !isLeftOut && !this.#seen.meet(id, dayOf(from));
    });
  }

  #plan(): void {
    const { from, complete, morePages = 0 } = this.#known;
    const { restAfter, aheadMs } = this.source;
    if (complete && restAfter && this.now - complete[0] < restAfter(morePages)) return;
    const scan = planScan({ from, complete }, this.wanted, aheadMs, this.now);
    if (!scan) return;
    const known = Math.min(from ?? Number.POSITIVE_INFINITY, scan.from);
    this.#known = { ...this.#known, scan, from: known, morePages: 0 };
  }

  #moveOn(scan: Scan, next: Scan | undefined): void {
    const { wanted, now } = this;
    const { from = 0, complete: before, morePages = 0 } = this.#known;
    const after = completeAt(before, scan.until, scan.look);
    // From here on records can be met again, by this scan or by a later one.
    const again = after[deepest] - reachOf(deepest, wanted.lookBackMs);
    const kept = dayOf(next ? Math.min(again, next.from) : again);
    if (!next?.cursor) this.#seen.forgetBefore(kept);
    this.#known = {
      // Where the look-back alone decides, what is forgotten is no longer known.
      from: wanted.from === undefined ? Math.max(from, Date.parse(kept)) : from,
      complete: next ? before : after,
      scan: next,
      morePages: next?.cursor ? morePages + 1 : morePages,
    };
    // What has come since a scan of older days, or one that was left over from before, is due now.
    const isOld = scan.look === undefined || scan.until < Math.floor(now / second) * second;
    if (!next && isOld) this.#plan();
  }
}
