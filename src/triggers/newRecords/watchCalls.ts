import { listCalls } from "../../operations/calls";
import type { AnswerOf } from "../../operations/operation";
import { instantOf, isInstant, isRecord } from "../saved";
import { day, hour, minute } from "./duration";
import type { Poll } from "./resources/resource";
import {
  type Coverage,
  dropFinished,
  dueRanges,
  fillPage,
  isSavedCoverage,
  markRead,
  openCoverage,
  type Range,
  type SavedCoverage,
  saveCoverage,
} from "./schedule";
import { isSavedIds, type SavedIds, SeenIds } from "./seen";

/** A call as List Calls gives it. */
export type Call = AnswerOf<typeof listCalls>["calls"][number];

/** What is known of an account's calls after a poll. */
export interface SavedWatch {
  readonly coverage: SavedCoverage;
  readonly seen: SavedIds;
  /** When the latest call began that was seen. */
  readonly latest?: number | undefined;
  /** What is still to be read for the first time. */
  readonly rest?: Rest;
}

/** The past that was never read: at the first poll, and after Look-back Days grew. */
interface Rest {
  /** Where it ends; without an end nothing was read yet. */
  readonly to?: number;
  /** From here on its calls are delivered, before they are only noted. */
  readonly since?: number;
}

/** Where calls go that Gong had not shown before. */
export interface CallTaker {
  /** How many more there is room for. */
  room(): number;
  take(call: Call): void;
  /** A call that was there before the first poll. */
  passBy?(call: Call, listedAt: number): void;
}

/** Rows that one listing is read to at most; a longer range is read in pieces, newest first. */
const mostRows = 6_000;
/** The same where every row is handed on, so that a piece is handed on whole. */
const mostRowsToDeliver = 1_000;
/**
 * Milliseconds between two calls on average that a count is believed down to: 144,000 calls a day.
 * A count without sense would else cut time into ever smaller pieces.
 */
const closestCalls = 600;
/** Web conferences are listed by their scheduled time (G18), which can lie ahead of the call. */
const aheadMs = 30 * day;
/** Ids are kept so long beyond the listings that they can be in, should Gong's times be off. */
const keptLongerMs = 6 * hour;

/** Whether something is what `watchCalls` gave. */
export function isSavedWatch(value: unknown): value is SavedWatch {
  if (!isRecord(value) || !isSavedCoverage(value.coverage) || !isSavedIds(value.seen)) return false;
  const { latest, rest = {} } = value;
  return (
    isRecord(rest) && [latest, rest.to, rest.since].every((at) => at === undefined || isInstant(at))
  );
}

/**
 * Reads what is due of the account's calls, and takes each that Gong had not shown before.
 *
 * Every listing is read whole. Its count of records could spare that when it is the known one, but
 * it counts calls that cannot be seen yet (G15), and stays the same when one call goes as another
 * comes; so nothing is concluded from it.
 *
 * @returns what to save, and whether something was left for the next poll
 */
export async function watchCalls(
  poll: Poll,
  saved: SavedWatch | undefined,
  taker: CallTaker,
): Promise<{ saved: SavedWatch; more: boolean }> {
  return new Watch(poll, saved, taker).run();
}

/** What to do with calls that are not known yet. */
type Manner = "take" | "takeWhole" | "passBy";

class Watch {
  readonly #poll: Poll;
  readonly #taker: CallTaker;
  readonly #seen: SeenIds;
  #coverage: Coverage;
  #rest: Rest | undefined;

  constructor(poll: Poll, saved: SavedWatch | undefined, taker: CallTaker) {
    this.#poll = poll;
    this.#taker = taker;
    this.#seen = new SeenIds(saved?.seen, saved?.latest);
    this.#coverage = saved ? openCoverage(saved.coverage, poll.now()) : [];
    this.#rest = saved ? saved.rest : { since: poll.wishes.since };
  }

  async run(): Promise<{ saved: SavedWatch; more: boolean }> {
    const { lookBackMs } = this.#poll.wishes;
    const now = this.#poll.now();
    const due = dueRanges(this.#coverage, now, lookBackMs);
    const ranges = fillPage(due, this.#coverage, ({ from, to }) => this.#seen.count(from, to));
    const wasRead = (await this.#read(ranges, "take")) && (await this.#readRest(now));
    this.#coverage = dropFinished(this.#coverage, lookBackMs);
    this.#seen.forgetBefore((this.#coverage[0]?.from ?? now) - keptLongerMs, lookBackMs);
    return {
      saved: {
        coverage: saveCoverage(this.#coverage),
        seen: this.#seen.save(),
        latest: this.#seen.latest,
        ...(this.#rest ? { rest: this.#rest } : {}),
      },
      more: !wasRead,
    };
  }

  async #readRest(now: number): Promise<boolean> {
    const { lookBackMs } = this.#poll.wishes;
    const begin = this.#coverage[0]?.from;
    // The oldest reading lies a little before the look-back unless that has grown.
    const hasGrown = begin !== undefined && begin > now - lookBackMs + minute;
    // What is new in it can be told as far back as anything is noted, which is further than the
    // readings reach after a clock was ahead.
    this.#rest ??= hasGrown
      ? { to: begin, since: Math.min(begin, this.#seen.knownFrom) }
      : undefined;
    if (!this.#rest) return true;
    const { to = Number.POSITIVE_INFINITY, since = to } = this.#rest;
    const from = Math.min(now - lookBackMs, since);
    const wasRead =
      (await this.#read([{ from: since, to }], "takeWhole")) &&
      (await this.#read([{ from, to: Math.min(to, since) }], "passBy"));
    if (wasRead) this.#rest = undefined;
    return wasRead;
  }

  /** @returns false when time or room ran out; what was read until then counts */
  async #read(ranges: readonly Range[], manner: Manner): Promise<boolean> {
    const pieces = ranges.filter(({ from, to }) => from < to).reverse();
    for (let piece = pieces.pop(); piece; piece = pieces.pop()) {
      const hasRoom = manner !== "takeWhole" || this.#taker.room() >= mostRowsToDeliver;
      if (!hasRoom || !this.#poll.hasTime()) return false;
      const readAt = this.#poll.now();
      const ended = await this.#readPiece(piece, manner);
      if (ended === "no room") return false;
      if (ended === "read") this.#note(piece, manner, readAt);
      else pieces.push({ from: piece.from, to: ended.at }, { from: ended.at, to: piece.to });
    }
    return true;
  }

  #note(piece: Range, manner: Manner, readAt: number): void {
    const begin = this.#coverage[0]?.from ?? Number.NEGATIVE_INFINITY;
    // What lies apart is older than the look-back, and what is between was finished long ago.
    if (piece.to >= begin) this.#coverage = markRead(this.#coverage, piece, readAt);
    if (manner !== "take") this.#rest = { ...this.#rest, to: piece.from };
  }

  async #readPiece(
    piece: Range,
    manner: Manner,
  ): Promise<"read" | "no room" | { readonly at: number }> {
    let isFirst = true;
    for await (const page of this.#poll.client.pages(listCalls, this.#requestFor(piece))) {
      const { cursor, totalRecords } = page.records ?? {};
      // A page without a cursor is all there is, whatever the count says.
      const cut = isFirst && cursor ? this.#whereToCut(piece, manner, totalRecords) : undefined;
      if (cut !== undefined) return { at: cut };
      isFirst = false;
      for (const call of page.calls) if (!this.#meet(call, manner, piece.from)) return "no room";
    }
    return "read";
  }

  /** @returns false when the call is to be taken and there is no room for it */
  #meet(call: Call, manner: Manner, from: number): boolean {
    if (this.#seen.has(call.id)) return true;
    // Times from before the listing cannot be what Gong lists the call by; noted there it would be
    // forgotten at once, and be new at every poll.
    const time = latestTimeOf(call) ?? from;
    const listedAt = time > from ? time : this.#poll.now();
    if (manner === "passBy") {
      this.#taker.passBy?.(call, listedAt);
    } else {
      // It is not noted as seen, so that it is delivered when it is private no longer.
      if (call.isPrivate && !this.#poll.wishes.includePrivate) return true;
      if (manner === "take" && this.#taker.room() <= 0) return false;
      this.#taker.take(call);
    }
    this.#seen.add(call.id, listedAt);
    this.#seen.note(instantOf(call.started), this.#poll.now());
    return true;
  }

  #requestFor({ from, to }: Range) {
    const end = Math.min(to, this.#poll.now() + aheadMs);
    const { workspaceId } = this.#poll.wishes;
    return {
      query: {
        fromDateTime: toText(Math.floor(from / 1000) * 1000),
        toDateTime: toText(Math.ceil(end / 1000) * 1000),
        workspaceId,
      },
    };
  }

  /** Where to cut a piece that has too many rows, so that its newer part has about as many as fit. */
  #whereToCut({ from, to }: Range, manner: Manner, rows = 0): number | undefined {
    const most = manner === "takeWhole" ? mostRowsToDeliver : mostRows;
    const end = Math.min(to, this.#poll.now());
    if (!(rows > most && rows * closestCalls <= end - from)) return undefined;
    const wanted = end - (end - from) * (most / rows) * 0.7;
    return Math.floor(wanted / minute) * minute;
  }
}

/**
 * The later of a call's two times. Gong lists it by one of them (G18), so it is in no listing that
 * begins after both.
 */
function latestTimeOf({ scheduled, started }: Call): number | undefined {
  const times = [scheduled, started].map(instantOf).filter(isInstant);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** Without fractions of a second, which not all of Gong's operations take (G21). */
const toText = (instant: number): string => new Date(instant).toISOString().replace(".000Z", "Z");
