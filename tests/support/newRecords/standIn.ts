import type { GongClient, GongRequest } from "../../../src/client/createClient";
import { GongError, type GongErrorCode } from "../../../src/client/errors";
import { pages } from "../../../src/client/paging";
import type { Time } from "../../../src/client/time";
import { getTranscripts } from "../../../src/operations/calls";
import type { Operation } from "../../../src/operations/operation";
import type { WorldCall } from "./world";

const day = 24 * 3600_000;
const pageRows = 100;

/** How a stand-in differs from Gong as it mostly is. */
export interface StandInOptions {
  /** Requests that are left of each day of UTC; no limit where nothing is said. */
  readonly perDay?: ((dayNumber: number) => number) | undefined;
  /** Milliseconds that a request takes: a third of a second, since Gong takes 3 a second (G10). */
  readonly requestMs?: number | undefined;
}

/** A clock that the simulation moves, and that moves on while requests are made. */
export interface SimulatedTime extends Time {
  moveTo(instant: number): void;
}

/** Makes one. */
export function simulatedTime(start: number): SimulatedTime {
  let now = start;
  return {
    now: () => now,
    sleep: async (milliseconds) => {
      now += milliseconds;
    },
    random: () => 0.5,
    moveTo: (instant) => {
      now = Math.max(now, instant);
    },
  };
}

interface Listing {
  readonly rows: readonly WorldCall[];
  readonly total: number;
}

/**
 * A Gong with so many calls that HTTP would take too long. It answers List Calls and Get Call
 * Transcript as the client hands answers on, page by page, through the client's own paging.
 */
export class StandIn {
  readonly #calls: readonly WorldCall[];
  readonly #time: SimulatedTime;
  readonly #perDay: (dayNumber: number) => number;
  readonly #requestMs: number;
  readonly #listings: Listing[] = [];
  readonly #requests = new Map<number, number>();
  /** Requests until the next ones fail; an outage ends with `heal`. */
  #failsAfter = Number.POSITIVE_INFINITY;
  #expiresNext = false;

  constructor(calls: readonly WorldCall[], time: SimulatedTime, options: StandInOptions = {}) {
    this.#calls = calls;
    this.#time = time;
    this.#perDay = options.perDay ?? (() => Number.POSITIVE_INFINITY);
    this.#requestMs = options.requestMs ?? 340;
  }

  /** Requests by day of UTC, refused ones left out as Gong does not count them. */
  get requestsPerDay(): ReadonlyMap<number, number> {
    return this.#requests;
  }

  /** From the given number of requests on every one fails, until `heal`. */
  failAfter(requests: number): void {
    this.#failsAfter = requests;
  }

  heal(): void {
    this.#failsAfter = Number.POSITIVE_INFINITY;
  }

  /** The next cursor that comes is answered as expired (G14). */
  expireNextCursor(): void {
    this.#expiresNext = true;
  }

  /** What stands for the road to this Gong. */
  client(): GongClient {
    const call = async <Answer extends object>(
      operation: Operation<Answer>,
      request: GongRequest = {},
    ): Promise<Answer> => this.#answer(operation, request) as Answer;
    const unused = () => Promise.reject(new Error("The trigger was not to do this."));
    return {
      account: { baseUrl: "https://stand.in" } as GongClient["account"],
      requests: 0,
      call,
      list: unused,
      send: unused,
      pages: (operation, request = {}) =>
        pages((page) => call(operation, page), operation, request),
    };
  }

  #answer(operation: Operation, { query = {}, body }: GongRequest): object {
    this.#time.moveTo(this.#time.now() + this.#requestMs);
    this.#failsAfter -= 1;
    if (this.#failsAfter < 0) throw failure(operation, "unavailable");
    const today = Math.floor(this.#time.now() / day);
    const used = this.#requests.get(today) ?? 0;
    if (used >= this.#perDay(today)) throw failure(operation, "daily_limit");
    this.#requests.set(today, used + 1);

    if (operation.name === getTranscripts.name) return this.#transcripts(body);
    const { fromDateTime, toDateTime, cursor } = query as Record<string, string | undefined>;
    if (cursor !== undefined && this.#expiresNext) {
      this.#expiresNext = false;
      throw failure(operation, "cursor_expired");
    }
    const [listing = 0, page = 0] = cursor?.split(":").map(Number) ?? [
      this.#open(String(fromDateTime), String(toDateTime)),
      0,
    ];
    const { rows = [], total } = this.#listings[listing] ?? {};
    const shown = rows.slice(page * pageRows, (page + 1) * pageRows);
    const hasMore = rows.length > (page + 1) * pageRows;
    return {
      records: {
        totalRecords: total,
        currentPageSize: shown.length,
        currentPageNumber: page,
        ...(hasMore ? { cursor: `${listing}:${page + 1}` } : {}),
      },
      calls: shown.map(({ id, record, publicAt }) => ({
        id,
        ...record,
        isPrivate: publicAt > this.#time.now(),
      })),
    };
  }

  /** A transcript that is still being made is missing for some calls, and empty for others. */
  #transcripts(body: GongRequest["body"]): object {
    const { callIds } = (body?.filter ?? { callIds: [] }) as { callIds: string[] };
    const now = this.#time.now();
    const callTranscripts = callIds.flatMap((callId, index) => {
      const call = this.#calls.find(({ id }) => id === callId);
      const isThere = call && (call.transcriptAt ?? call.visibleAt) <= now;
      if (!isThere) return index % 2 === 0 ? [] : [{ callId, transcript: [] }];
      return [{ callId, transcript: [{ sentences: [{ start: 0, end: 900, text: "Hello." }] }] }];
    });
    return { records: { totalRecords: callTranscripts.length }, callTranscripts };
  }

  #open(fromDateTime: string, toDateTime: string): number {
    const now = this.#time.now();
    const from = this.#indexOf(Date.parse(fromDateTime));
    const to = this.#indexOf(Date.parse(toDateTime));
    const filed = this.#calls.slice(from, to);
    const rows = filed.filter(({ visibleAt, goneAt }) => visibleAt <= now && goneAt > now);
    // Calls that are still being analysed count already (G15).
    const hidden = filed.filter(({ visibleAt, listedAt }) => listedAt <= now && visibleAt > now);
    // The order tells nothing (G16).
    if (this.#listings.length % 2 === 0) rows.reverse();
    return this.#listings.push({ rows, total: rows.length + hidden.length }) - 1;
  }

  /** Index of the first call that is listed at or after an instant. */
  #indexOf(instant: number): number {
    let [low, high] = [0, this.#calls.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#calls[middle]?.listedAt ?? 0) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function failure({ name }: Operation, code: GongErrorCode): GongError {
  return new GongError(`${name} failed: ${code}`, {
    code,
    operation: name,
    gongErrors: [],
    hint: "",
    attempts: 1,
  });
}
