import { create } from "zustand";
import { type Item, idOf } from "../../shared/catalog";
import type { TimelineView } from "../../shared/state";
import { ask, type ServerError } from "../api";
import { pull } from "../load";
import type { Run } from "../result/run";
import { follow } from "../running";
import { getState, setState, valuesOf } from "../store";

const minute = 60;
export const hour = 60 * minute;
export const day = 24 * hour;

interface Clockwork {
  readonly views: Readonly<Record<string, TimelineView>>;
  /** Item whose clock is moving, step by step. */
  readonly moving?: string | undefined;
}

export const useClockwork = create<Clockwork>(() => ({ views: {} }));

/** Reads the time line again. */
export async function refreshTimeline({ key }: Item, method = "GET"): Promise<void> {
  try {
    const view = await ask<TimelineView>(method, `timeline/${key}`);
    useClockwork.setState(({ views }) => ({ views: { ...views, [key]: view } }));
  } catch (error) {
    setState({ problem: (error as ServerError).message });
  }
}

/** Runs the trigger as its schedule would. */
export async function poll(item: Item): Promise<Run> {
  const { connection } = getState();
  const run = await follow(item, "poll", { key: item.key, inputs: valuesOf(item), connection });
  await refreshTimeline(item);
  return run;
}

/**
 * Moves the clock of the local Gong and of the component.
 *
 * @param every seconds between the polls on the way; 0 for none
 */
export async function moveClock(item: Item, seconds: number, every: number): Promise<void> {
  const step = every > 0 ? every : seconds;
  useClockwork.setState({ moving: idOf(item) });
  for (let moved = 0; moved < seconds && useClockwork.getState().moving; moved += step) {
    await pull("POST", "clock", { seconds: Math.min(step, seconds - moved) });
    if (every === 0) await refreshTimeline(item);
    // As long as an input is refused, every poll would say the same.
    else if (refusesInput(await poll(item))) break;
  }
  useClockwork.setState({ moving: undefined });
}

function refusesInput({ end }: Run): boolean {
  return end?.outcome.ok === false && end.outcome.error.input !== undefined;
}

/** Ends a movement after the step that is under way. */
export const stopClock = (): void => useClockwork.setState({ moving: undefined });

const subjects = [
  "Pricing review with Northmoor",
  "Onboarding kickoff, Tidewater",
  "Renewal check-in, Lantern & Sons",
  "Discovery call, Brightquay",
  "Dock scheduling demo, Halden",
  "Security questions, Orchard Lane",
  "Quarterly review, Fernway",
  "Contract walk-through, Saltmarsh",
];
let lastSubject = -1;

function nextSubject(): string {
  lastSubject = (lastSubject + 1) % subjects.length;
  return subjects[lastSubject] ?? "Call";
}

/** Puts a call of just now into the company. @param visibleAfter seconds until Gong shows it */
export async function placeCall(item: Item, visibleAfter: number): Promise<void> {
  const calls = [{ title: nextSubject(), startsIn: -10 * minute, visibleAfter }];
  await pull("POST", "calls", { calls });
  await refreshTimeline(item);
}

/** Plans a working day's calls from now on: most are shown within the hour, two much later. */
export async function planDay(item: Item): Promise<void> {
  const calls = subjects.map((_, index) => ({
    title: nextSubject(),
    startsIn: (1 + index * 2.5) * hour,
    visibleAfter: index % 4 === 2 ? 7 * hour : (0.4 + (index % 3) * 0.3) * hour,
  }));
  await pull("POST", "calls", { calls });
  await refreshTimeline(item);
}

/** Begins a new time line: the trigger forgets what it has seen. */
export const startOver = (item: Item): Promise<void> => refreshTimeline(item, "DELETE");
