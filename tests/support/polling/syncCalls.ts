import { systemTime } from "../../../src/client/time";
import type { SyncedCall } from "../../../src/triggers/syncCalls/fetchCalls";
import { startGong, type TestGong } from "../gong";
import { BatchPlatform } from "./batchPlatform";

/** Milliseconds of an hour. */
export const hour = 3600_000;
/** Milliseconds of a day. */
export const day = 24 * hour;
/** Milliseconds that a request takes on the moved clock. */
const usualRequestMs = 350;

/** Settings of a local Gong with Sync Calls in front of it. */
export interface SyncSettings {
  /** Where the clock starts. */
  readonly start?: string;
  readonly requestsPerDay?: number;
  readonly inputs?: Readonly<Record<string, unknown>>;
}

/** A local Gong and the platform's loop around Sync Calls, on one clock that the test moves. */
export interface SyncTest {
  readonly gong: TestGong;
  readonly platform: BatchPlatform<SyncedCall>;
  /** The instant that it is. */
  now(): number;
  advance(milliseconds: number): void;
  /** How long each request takes on the moved clock. */
  setRequestMs(milliseconds: number): void;
  /** Puts a call into Gong. @returns its id */
  addCall(call: {
    startedAt: number;
    visibleAt?: number;
    isPrivate?: boolean;
    workspaceId?: string;
  }): string;
  /** Puts so many calls into Gong, at even distances from an instant on. @returns their ids */
  addCalls(count: number, from: number, lengthMs: number): string[];
  /** What was asked of Gong since the last time this was asked. */
  takeRequests(): AskedCalls[];
  /** Begins again as if nothing had happened. */
  reset(): void;
  stop(): Promise<void>;
}

/** A request for calls or transcripts, and how Gong answered. */
export interface AskedCalls {
  /** Method and path. */
  readonly what: string;
  readonly body: {
    readonly cursor?: string;
    readonly filter: Readonly<Record<string, unknown>>;
    readonly contentSelector?: object;
  };
  readonly status: number | undefined;
}

/** Starts one with an empty Gong. There is no waiting: the client's sleeps move the clock, too. */
export async function startSync({
  start = "2026-03-01T09:00:00Z",
  requestsPerDay,
  inputs,
}: SyncSettings = {}): Promise<SyncTest> {
  let now = Date.parse(start);
  let requestMs = usualRequestMs;
  const advance = (milliseconds: number) => {
    now += milliseconds;
  };
  const replaced = [
    jest.spyOn(systemTime, "now").mockImplementation(() => now),
    jest
      .spyOn(systemTime, "sleep")
      .mockImplementation(async (milliseconds) => advance(milliseconds)),
  ];
  const gong = await startGong({
    callCount: 0,
    now: () => now,
    onAnswer: () => advance(requestMs),
    ...(requestsPerDay === undefined ? {} : { requestsPerDay }),
  });
  const begin = () =>
    new BatchPlatform<SyncedCall>("syncCalls", {
      connection: gong.connection,
      firstDay: "2026-02-20",
      includeDetails: "false",
      includeTranscript: "false",
      ...inputs,
    });
  let platform = begin();
  const addCall: SyncTest["addCall"] = ({ startedAt, visibleAt = startedAt, ...call }) =>
    gong.sandbox.createCall({ startedAt, visibleAt, ...call }).id;
  return {
    gong,
    get platform() {
      return platform;
    },
    now: () => now,
    advance,
    setRequestMs: (milliseconds) => {
      requestMs = milliseconds;
    },
    addCall,
    addCalls: (count, from, lengthMs) =>
      Array.from({ length: count }, (_, index) =>
        addCall({ startedAt: Math.round(from + (index / count) * lengthMs) }),
      ),
    takeRequests: () => {
      const asked = gong.sandbox.requests.map(({ method, path, body, status }) => ({
        what: `${method} ${path}`,
        body: body as AskedCalls["body"],
        status,
      }));
      gong.sandbox.clearRequests();
      return asked;
    },
    reset: () => {
      now = Date.parse(start);
      requestMs = usualRequestMs;
      gong.sandbox.company.calls.length = 0;
      gong.sandbox.faults.clear();
      gong.sandbox.clearRequests();
      platform = begin();
    },
    stop: async () => {
      await gong.stop();
      for (const spy of replaced) spy.mockRestore();
    },
  };
}

/** The ids of handed-out calls, in order. */
export function idsOf(items: readonly SyncedCall[]): string[] {
  return items.map(({ metaData }) => metaData.id);
}

/** The window of each request, whether it came with a cursor, and its status. */
export function windowsOf(asked: readonly AskedCalls[]): unknown[][] {
  return asked.map(({ body: { filter, cursor }, status }) => [
    `${filter.fromDateTime} ${filter.toDateTime}`,
    cursor ? "cursor" : "begin",
    status,
  ]);
}

/** Ids in an order of their own, to compare what came with what was to come. */
export function sorted(ids: readonly string[]): string[] {
  return [...ids].sort();
}
