import { component } from "@prismatic-io/spectral";
import type { Random } from "../../../sandbox/random";
import { newRecordsOn } from "../../../src/triggers/newRecords";
import type { NewRecords } from "../../../src/triggers/newRecords/poll";
import { createContext } from "../context";
import { type SimulatedTime, StandIn, type StandInOptions } from "./standIn";
import type { WorldCall } from "./world";

const minute = 60_000;
const day = 24 * 60 * minute;

/** What goes wrong, each as the share of polls that it happens to. */
export interface Troubles {
  /** Gong fails from some request on, for this poll and a few after it. */
  readonly outage?: number;
  /** The run ends before its state is saved. */
  readonly crash?: number;
  /** The platform runs the same poll twice, from the same state. */
  readonly repeat?: number;
  /** A cursor expires on the way (G14). */
  readonly expiry?: number;
}

/** How a simulation is run. */
export interface Plan {
  readonly calls: readonly WorldCall[];
  readonly time: SimulatedTime;
  /** Moments of the polls. */
  readonly polls: readonly number[];
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly gong?: StandInOptions;
  readonly random: Random;
  readonly troubles?: Troubles;
}

/** A poll whose state was saved. */
export interface SavedPoll {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly ids: readonly string[];
  /** Whether it said that there is more. */
  readonly more: boolean;
}

/** What came of a simulation. */
export interface Outcome {
  readonly saved: readonly SavedPoll[];
  /** Polls that ended with an error, and those whose state was lost. */
  readonly failed: number;
  readonly crashed: number;
  readonly requestsPerDay: ReadonlyMap<number, number>;
  readonly largestStateBytes: number;
}

type Run = (
  context: object,
  payload: object,
  inputs: object,
) => Promise<{
  resultType: string;
  payload: { body: { data: NewRecords } };
}>;

/** Runs the real trigger, as the platform does, against a stand-in for Gong. */
export async function simulate(plan: Plan): Promise<Outcome> {
  const { time, random, troubles = {} } = plan;
  const standIn = new StandIn(plan.calls, time, plan.gong);
  const run = triggerOn(standIn, time);
  const saved: SavedPoll[] = [];
  let state = "{}";
  let largestStateBytes = 0;
  let [failed, crashed, outageLeft] = [0, 0, 0];
  const inputs = { resourceType: "calls", showNewRecords: "true", ...plan.inputs };

  /** One run of the flow from the saved state. @returns the state it leaves, unless it fails */
  const poll = async (startedAt: number): Promise<{ ended: SavedPoll; state: string }> => {
    const context = createContext();
    context.instanceState = frozenBelow(JSON.parse(state) as Record<string, unknown>);
    const result = await run(context, { headers: {}, body: { data: "" } }, inputs);
    const { records, newIds, more } = result.payload.body.data;
    const isQuiet = result.resultType === "polled_no_changes";
    if (isQuiet !== (records.length === 0)) throw new Error("The result's type is wrong.");
    return {
      ended: { startedAt, endedAt: time.now(), ids: newIds, more },
      state: JSON.stringify(context.instanceState),
    };
  };

  for (const moment of plan.polls) {
    time.moveTo(moment);
    if (outageLeft > 0) outageLeft -= 1;
    else if (random.chance(troubles.outage ?? 0)) outageLeft = random.int(1, 20);
    if (outageLeft > 0) standIn.failAfter(random.int(0, 12));
    else standIn.heal();
    if (random.chance(troubles.expiry ?? 0)) standIn.expireNextCursor();
    try {
      let { ended, state: next } = await poll(time.now());
      if (random.chance(troubles.repeat ?? 0)) ({ ended, state: next } = await poll(time.now()));
      if (random.chance(troubles.crash ?? 0)) {
        crashed += 1;
        continue;
      }
      saved.push(ended);
      state = next;
      largestStateBytes = Math.max(largestStateBytes, Buffer.byteLength(state));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "GongError") throw error;
      failed += 1;
    }
  }
  const { requestsPerDay } = standIn;
  return { saved, failed, crashed, requestsPerDay, largestStateBytes };
}

/** The trigger as the platform sees it, with the clock and the road to Gong replaced. */
function triggerOn(standIn: StandIn, time: SimulatedTime): Run {
  const pollChangesTrigger = newRecordsOn({ time, connect: () => standIn.client() });
  const { triggers } = component({
    key: "gong",
    display: { label: "Gong", description: "Gong", iconPath: "icon.png" },
    triggers: { pollChangesTrigger },
  });
  return triggers.pollChangesTrigger?.perform as unknown as Run;
}

/** A state whose every part refuses to be changed; only the whole may be replaced. */
function frozenBelow(state: Record<string, unknown>): Record<string, unknown> {
  const freeze = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  };
  Object.values(state).forEach(freeze);
  return state;
}

/** Moments at even distances, a few seconds early or late as schedules are. */
export function schedule(
  random: Random,
  { from, to, every, jitter = 2_000 }: { from: number; to: number; every: number; jitter?: number },
): number[] {
  const moments: number[] = [];
  for (let at = from; at < to; at += every) moments.push(at + random.int(0, jitter));
  return moments;
}

/** How a simulation did against what is promised. */
export interface Verdict {
  /** Calls that were new and due by the end. */
  readonly due: number;
  readonly lost: number;
  readonly doubled: number;
  /** Delivered although Gong had shown them before the first poll. */
  readonly old: number;
  /** Delivered, but after the time that is promised for their lateness. */
  readonly tardy: number;
  readonly delivered: number;
}

/** Milliseconds that a delivery may take after a call is first shown. */
function promisedWithin(lateMs: number): number {
  if (lateMs <= day / 12) return 0;
  return lateMs <= day ? day / 24 : day;
}

/** What to hold a simulation against. */
export interface Promised {
  readonly lookBackMs: number;
  /** Whether nothing went wrong, so that promises hold to the minute; else to the next good poll. */
  readonly strict?: boolean;
  readonly isWanted?: (call: WorldCall) => boolean;
}

/** Compares deliveries with the world. */
export function judge(
  calls: readonly WorldCall[],
  { saved }: Outcome,
  { lookBackMs, strict = false, isWanted = () => true }: Promised,
): Verdict {
  const deliveredAt = new Map<string, number[]>();
  for (const { startedAt, ids } of saved) {
    for (const id of ids) deliveredAt.set(id, [...(deliveredAt.get(id) ?? []), startedAt]);
  }
  const [first] = saved;
  if (!first) throw new Error("No poll was saved.");
  const starts = saved.map(({ startedAt }) => startedAt);
  const verdict = { due: 0, lost: 0, doubled: 0, old: 0, tardy: 0, delivered: 0 };
  for (const call of calls) {
    const times = deliveredAt.get(call.id) ?? [];
    verdict.delivered += Math.min(1, times.length);
    if (times.length > 1) verdict.doubled += 1;
    if (times.length > 0 && call.visibleAt < first.startedAt) verdict.old += 1;
    const lateMs = call.visibleAt - call.listedAt;
    // What appears while the first poll reads may be taken for old or for new.
    if (call.visibleAt <= first.endedAt || lateMs > lookBackMs || !isWanted(call)) continue;
    const within = promisedWithin(lateMs);
    const lastDue = firstAtOrAfter(starts, call.visibleAt + within);
    if (lastDue === undefined || call.goneAt <= lastDue + 15 * minute) continue;
    // Schedules are a few seconds off, and a poll takes some time itself.
    const deadline = strict && within > 0 ? call.visibleAt + within + minute : lastDue;
    verdict.due += 1;
    const [at] = times;
    if (at === undefined) verdict.lost += 1;
    else if (at > deadline) verdict.tardy += 1;
  }
  return verdict;
}

function firstAtOrAfter(ascending: readonly number[], instant: number): number | undefined {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return ascending[low];
}
