import { isGongError } from "../client/errors";
import { endlessListing } from "../client/paging";
import type { Operation } from "../operations/operation";
import { dayOf } from "./duration";
import {
  behindPage,
  type Complete,
  completeAt,
  earliestAgain,
  isEndless,
  planScan,
  type Range,
  restartWindow,
  type Scan,
  type Wanted,
  windowOf,
} from "./lookBack";
import { type SavedIds, SeenIds } from "./seen";

/** What is known of an account's calls, as a state holds it. */
export interface SavedWatch {
  /** All calls from here on are known. */
  readonly from?: number | undefined;
  readonly complete?: Complete | undefined;
  /** The reading that is not at its end yet. */
  readonly scan?: Scan | undefined;
  readonly seen: SavedIds;
}

/** A page of a list of calls. */
export interface CallPage<Call> {
  readonly calls: readonly Call[];
  readonly records?: {
    readonly cursor?: string | null;
    readonly totalRecords?: number | null;
  };
}

/** Where calls come from. */
export interface CallSource<Call> {
  readonly operation: Operation;
  /** Reads a page of the calls of a window. @throws like the client */
  list(window: Range, cursor: string | undefined): Promise<CallPage<Call>>;
  idOf(call: Call): string;
  /** Whether calls that are new are wanted. */
  readonly showNew: boolean;
  /** Whether a call was still going on at an instant. */
  wasOngoing?(call: Call, instant: number): boolean;
  /** Calls that are left out are not noted either, so that they come when that has changed. */
  isLeftOut?(call: Call): boolean;
}

/**
 * Reads what is due of an account's calls, page by page, and knows which of them are new. Every
 * listing is read whole: Gong's count of records could not tell what is new, as it includes calls
 * that cannot be seen yet (G15).
 */
export class CallWatch<Call> {
  readonly #source: CallSource<Call>;
  readonly #wanted: Wanted;
  readonly #now: number;
  readonly #seen: SeenIds;
  #from: number | undefined;
  #complete: Complete | undefined;
  #scan: Scan | undefined;

  /** @param now when the run began: one that takes long still ends with what was due then */
  constructor(source: CallSource<Call>, wanted: Wanted, now: number, saved?: SavedWatch) {
    this.#source = source;
    this.#wanted = wanted;
    this.#now = now;
    this.#seen = new SeenIds(saved?.seen);
    this.#from = saved?.from;
    this.#complete = saved?.complete;
    this.#scan = saved?.scan;
    if (!this.#scan) this.#plan();
  }

  /** The window that comes next; nothing when all that was due is read. */
  get window(): Range | undefined {
    return this.#scan && windowOf(this.#scan);
  }

  /**
   * Reads the next page. An expired cursor begins its window anew (G14), which brings no calls.
   *
   * @returns calls to hand out, and calls that are only noted
   * @throws like the client
   */
  async readPage(): Promise<{ fresh: Call[]; noted: Call[] }> {
    const scan = this.#scan;
    if (!scan) return { fresh: [], noted: [] };
    const window = windowOf(scan);
    const page = await this.#list(scan, window);
    if (!page) return { fresh: [], noted: [] };
    const { cursor, totalRecords } = page.records ?? {};
    const next = behindPage(scan, {
      rows: page.calls.length,
      // Without a count a listing is as long as it turns out to be (G47).
      counted: Number(totalRecords ?? scan.rows + page.calls.length),
      cursor: cursor ? String(cursor) : undefined,
    });
    if (next?.cursor && isEndless(next)) {
      throw endlessListing(this.#source.operation, "far more pages than it has calls");
    }
    const unknown = this.#meet(page.calls, window);
    this.#moveOn(scan, next);
    return this.#sort(unknown, scan.ranges[0]);
  }

  /** What the next watch goes on from. */
  save(): SavedWatch {
    return {
      from: this.#from,
      complete: this.#complete,
      scan: this.#scan,
      seen: this.#seen.save(),
    };
  }

  async #list(scan: Scan, window: Range): Promise<CallPage<Call> | undefined> {
    try {
      return await this.#source.list(window, scan.cursor);
    } catch (error) {
      const isExpired = isGongError(error) && error.code === "cursor_expired" && scan.cursor;
      const again = isExpired ? restartWindow(scan) : undefined;
      if (!again) throw error;
      this.#scan = again;
      return undefined;
    }
  }

  /** Notes calls, and gives those that were not known. */
  #meet(calls: readonly Call[], { from, manner }: Range): Call[] {
    const { idOf, isLeftOut } = this.#source;
    const day = dayOf(from);
    return calls.filter((call) => {
      const mayStay = manner !== "note" && isLeftOut?.(call);
      if (mayStay && !this.#seen.has(idOf(call))) return false;
      return !this.#seen.meet(idOf(call), day);
    });
  }

  #sort(calls: Call[], { manner, to }: Range): { fresh: Call[]; noted: Call[] } {
    const { showNew, wasOngoing } = this.#source;
    const isFresh = (call: Call) =>
      manner === "always" ||
      (showNew && (manner === "new" || (manner === "ongoing" && wasOngoing?.(call, to))));
    return { fresh: calls.filter(isFresh), noted: calls.filter((call) => !isFresh(call)) };
  }

  #plan(): void {
    const history = { from: this.#from, complete: this.#complete };
    this.#scan = planScan(history, this.#wanted, this.#now);
    if (!this.#scan) return;
    this.#from = Math.min(this.#from ?? Number.POSITIVE_INFINITY, windowOf(this.#scan).from);
  }

  #moveOn(scan: Scan, next: Scan | undefined): void {
    const { from, lookBackMs } = this.#wanted;
    this.#scan = next;
    if (!next) this.#complete = completeAt(this.#complete, scan.look, scan.until);
    const kept = earliestAgain({ complete: this.#complete }, next, lookBackMs);
    const keptDay = dayOf(kept);
    this.#seen.forgetBefore(keptDay);
    // Where the look-back alone decides, what is forgotten is no longer known.
    if (from === undefined) this.#from = Math.max(this.#from ?? 0, Date.parse(keptDay));
    // A scan that was left over from before leaves out what has come since.
    if (!next && scan.until < Math.floor(this.#now / 1000) * 1000) this.#plan();
  }
}
