import type { Run, SeenRequest } from "./run";

/** Why a request waited. */
export type WaitReason = "pace" | "retryAfter" | "backoff";

/** A stretch of waiting before a request; milliseconds since the run began. */
export interface Wait {
  readonly reason: WaitReason;
  readonly from: number;
  readonly to: number;
}

/** A row of the waterfall. */
export interface WaterfallRow {
  readonly request: SeenRequest;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly waits: readonly Wait[];
}

/** What is shorter is the component's own work. */
const shortestWaitMs = 25;
/** Before the first request the component loads its code, which can take longer than a wait at full pace. */
const shortestFirstWaitMs = 400;

/** Rows of the waterfall, with the waits that what was seen explains. */
export function rowsOf({ requests }: Pick<Run, "requests">): WaterfallRow[] {
  const rows: WaterfallRow[] = [];
  for (const request of requests) {
    const earlier = rows.map((row) => row.request);
    const before = rows.findLast((row) => isRepeated(row.request, request));
    const attempt = before ? before.attempt + 1 : 1;
    const ready = Math.max(
      0,
      ...earlier.map(({ end }) => end ?? 0).filter((end) => end <= request.start),
    );
    const isFirst = rows.length === 0 && request.start < shortestFirstWaitMs;
    const waits = isFirst ? [] : waitsOf(ready, request.start, before?.request);
    rows.push({ request, attempt, waits });
  }
  return rows;
}

/** The wait that is going on now, while nothing is under way. */
export function openWait({ requests, end }: Run, now: number): Wait | undefined {
  const last = requests.at(-1);
  if (!last || end || last.end === undefined || requests.some((each) => each.end === undefined)) {
    return undefined;
  }
  const waits = waitsOf(last.end, now, hasFailed(last) ? last : undefined);
  return waits[0] && { ...waits[0], to: now };
}

function waitsOf(from: number, to: number, failed: SeenRequest | undefined): Wait[] {
  if (to - from < shortestWaitMs) return [];
  if (!failed) return [{ reason: "pace", from, to }];
  const retryAfter = Number(failed.retryAfter);
  if (!(retryAfter > 0)) return [{ reason: "backoff", from, to }];
  const until = Math.min(to, (failed.end ?? from) + retryAfter * 1000);
  const asked: Wait = { reason: "retryAfter", from, to: until };
  return to - until < shortestWaitMs
    ? [{ ...asked, to }]
    : [asked, { reason: "pace", from: until, to }];
}

/** Pages of a list that is read by POST differ in their bodies only, which are not seen here. */
function isRepeated(one: SeenRequest, other: SeenRequest): boolean {
  const isSame = one.method === other.method && one.path === other.path && one.host === other.host;
  return isSame && (one.method === "GET" || hasFailed(one));
}

/** Whether a request may be the reason for the next one like it. */
export function hasFailed({ status, error }: SeenRequest): boolean {
  return error !== undefined || status === undefined || status === 429 || status >= 500;
}
