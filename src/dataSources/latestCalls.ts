import type { GongClient } from "../client/createClient";
import type { Call } from "../operations/answers";
import { listCalls } from "../operations/calls";
import { hasCode, recordsOf } from "./picker";

const hourMs = 3600_000;
const dayMs = 24 * hourMs;
/** Calls that are shown at most. */
const maxCalls = 1_000;
/** Windows get longer or shorter by this; longer after one with a tenth of the calls. */
const factor = 4;
/** A window this short is read as far as needed, however many calls it holds. */
const minWindowMs = 60_000;

/**
 * The latest calls of the past year, at most a thousand, newest first. Gong's order says nothing
 * (G16), so time is read back from now in windows, which grow where calls are few and shrink where
 * they are many.
 *
 * @throws GongError when not even the first window with calls could be read
 */
export async function latestCalls(client: GongClient, workspaceId?: string): Promise<Call[]> {
  const now = Date.now();
  const oldest = now - 365 * dayMs;
  const found = new Map<string, Call>();
  // Web conferences count by their scheduled time (G18), which can lie ahead of their start.
  let to = now + dayMs;
  let from = now - hourMs;
  let length = hourMs;
  try {
    while (found.size < maxCalls && to > oldest) {
      const window = await readWindow(client, from, to, workspaceId);
      if (window) {
        for (const call of window) found.set(call.id, call);
        to = from;
        if (window.length < maxCalls / 10) length *= factor;
      } else {
        length = (to - from) / factor;
      }
      from = Math.max(to - length, oldest);
    }
  } catch (error) {
    // A form that shows the latest calls beats one that shows an error.
    if (found.size === 0 || !hasCode(error, "timed_out", "rate_limited")) throw error;
  }
  return [...found.values()].sort((one, other) => startOf(other) - startOf(one)).slice(0, maxCalls);
}

/** All calls of a window, or nothing when there are more than a shorter window would hold. */
async function readWindow(client: GongClient, from: number, to: number, workspaceId?: string) {
  const [fromDateTime, toDateTime] = [from, to].map((at) => new Date(at).toISOString());
  const isShortest = to - from <= minWindowMs;
  const calls: Call[] = [];
  const query = { fromDateTime, toDateTime, workspaceId };
  for await (const page of client.pages(listCalls, { query })) {
    if (!isShortest && (page.records?.totalRecords ?? 0) > maxCalls) return undefined;
    calls.push(...recordsOf<Call>(listCalls, page));
    if (isShortest && calls.length >= maxCalls) break;
  }
  return calls;
}

/** Calls without a start time come last. */
const startOf = ({ started }: Call) => Date.parse(started ?? "") || 0;
