import type { ActionLogger, PollingState } from "@prismatic-io/spectral";
import type { ClientContext } from "../client/createClient";
import { minute } from "./duration";

/** What a polling trigger needs of the context that the platform hands over. */
export interface TriggerContext extends ClientContext {
  readonly logger: Pick<ActionLogger, "debug" | "info" | "warn">;
  readonly polling: PollingState;
}

/** Raised when states of before can no longer be read. */
const version = 2;

/** What the platform keeps of a trigger between its runs. Instants are milliseconds since 1970. */
export type State<Found> = {
  /** Whose state it is: a flow keeps the state of a trigger that it had before. */
  readonly trigger: string;
  readonly version: number;
  /** What was read; for anything else the rest is of no use. */
  readonly subject: string;
  /** When the latest run began. Later runs have later instants. */
  readonly run: number;
  /** When that run was last heard of; absent once it has ended. */
  readonly beat?: number | undefined;
  /** What the run has found out; nothing before the first page. */
  readonly found?: Found | undefined;
};

/** A state as it came back; `odd` is a predicate that follows "the saved state". */
export type Opened<Found> =
  | { readonly kind: "none" }
  | { readonly kind: "fits"; readonly state: State<Found> }
  | { readonly kind: "unfit"; readonly odd: string; readonly state?: State<unknown> };

/** Reads what was saved: it is taken as it is when its version and its subject fit, else not at all. */
export function openState<Found>(
  saved: Readonly<Record<string, unknown>>,
  trigger: string,
  subject: string,
): Opened<Found> {
  if (Object.keys(saved).length === 0) return { kind: "none" };
  const state = saved as State<unknown>;
  if (state.trigger !== trigger) return { kind: "unfit", odd: "belongs to another trigger" };
  if (state.version !== version) return { kind: "unfit", odd: "was saved by another version" };
  if (state.subject === subject) return { kind: "fits", state: saved as State<Found> };
  return { kind: "unfit", odd: "belongs to another account or to other inputs", state };
}

/**
 * The state that a run begins with. Time never runs backwards: where the clock is behind what was
 * saved, the saved instant counts.
 */
export function beginState<Found>(
  trigger: string,
  subject: string,
  now: number,
  before?: State<Found>,
): State<Found> {
  const run = Math.max(now, (before?.run ?? 0) + 1);
  return { trigger, version, subject, run, found: before?.found };
}

/** Longer than the 15 minutes that an execution may take. */
const longestSilenceMs = 20 * minute;

/** Whether another run is on its way: two at once would hand out records twice. */
export function isBusy({ beat }: State<unknown>, now: number): boolean {
  return beat !== undefined && Math.abs(now - beat) < longestSilenceMs;
}

/**
 * What travels from one round of a batched run to the next. The last round that hands something out
 * is followed by one that only saves.
 */
export type Place<Found> = { readonly state: State<Found>; readonly isEnd?: boolean };

/** What a round has come to. */
export interface Round<Found> {
  /** The state before what it hands out, and the state after it. */
  readonly before: State<Found>;
  readonly after: State<Found>;
  readonly handsOut: boolean;
  /** Whether the run has come to its end. */
  readonly isEnd: boolean;
}

/**
 * Saves what a round has come to. The platform may keep a round's state and lose what the round
 * hands out. So the state from before is saved with it, and the one after it by the next round,
 * which only runs when the platform has gone on: a page can come twice then, and is never lost.
 *
 * @returns the place to go on from in the next round; null at the end of the run
 */
export function saveRound<Found>(
  polling: PollingState,
  { before, after, handsOut, isEnd }: Round<Found>,
  now: number,
): Place<Found> | null {
  const goesOn = handsOut || !isEnd;
  const { beat: _, ...state } = handsOut ? before : after;
  polling.setState(goesOn ? { ...state, beat: now } : state);
  return goesOn ? { state: after, isEnd } : null;
}

/**
 * The last round of a run: saves the state after everything was handed out.
 *
 * @returns whether there is nothing else to do in this round
 */
export function isOver<Found>(polling: PollingState, { state, isEnd }: Place<Found>): boolean {
  const { run = 0 } = polling.getState() as Partial<State<Found>>;
  const isTakenOver = run > state.run;
  if (isEnd && !isTakenOver) polling.setState(state);
  return isEnd === true || isTakenOver;
}
