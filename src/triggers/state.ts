import type { ActionLogger, PollingState } from "@prismatic-io/spectral";
import type { ClientContext } from "../client/createClient";
import { systemTime } from "../client/time";
import { minute } from "./duration";

/** What a polling trigger needs of the context that the platform hands over. */
export interface TriggerContext extends ClientContext {
  readonly logger: Pick<ActionLogger, "debug" | "info" | "warn">;
  readonly polling: PollingState;
}

/** Raised when states of before can no longer be read. */
const version = 3;
/** Longer than the 15 minutes that an execution may take. */
const longestSilenceMs = 20 * minute;

/** What the platform keeps of a trigger between its runs. Instants are milliseconds since 1970. */
export type State<Found> = {
  /** Which trigger it is of: a flow keeps the state of one that it had before. */
  readonly trigger: string;
  /** What was read, and by which version. */
  readonly subject: string;
  /** When the latest run began. Later runs have later instants. */
  readonly run: number;
  /** When that run was last heard of; absent once it has ended. */
  readonly beat?: number;
  /** What the run has found out; nothing before the first page. */
  readonly found?: Found | undefined;
};

/** What travels from one round of a batched run to the next. */
export type Place<Found> = {
  readonly state: State<Found>;
  /** Whether all was returned, so that the next round only saves. */
  readonly isEnd: boolean;
};

/** What a round has read. */
export interface Reading<Found, Item = object> {
  /** New records, as Gong gives them. */
  readonly created: Item[];
  /** Records that were there before and have changed; users only. */
  readonly updated?: Item[];
  /** Whether there is more, which the next rounds or polls deliver. */
  readonly more: boolean;
  /** What is known with these records. */
  readonly found: Found;
}

/** A polling trigger, as the loop sees it. */
export interface Task<Found, Item> {
  readonly trigger: string;
  readonly label: string;
  readonly subject: string;
  /** Whether rounds follow each other until there is no more, each returning a part. */
  readonly isBatched: boolean;
  /** What a run begins with: whether the saved state is of this subject, and of this trigger at all. */
  begin(saved: Partial<State<Found>>, fits: boolean, isOwn: boolean): Found | undefined;
  read(state: State<Found>): Promise<Reading<Found, Item>>;
}

/**
 * Plays one round of a trigger's run, the first or one that follows `place`. A failure leaves the
 * state as it was. The platform may keep a round's state and lose its records, so a batched round
 * saves the state from before them, and the next round, which only runs when the platform has gone
 * on, the one after them: a page can come twice then, and is never lost.
 *
 * @returns what was read, and the place where the next round resumes; null at the end of the run
 * @throws what reading throws
 */
export async function playRound<Found, Item>(
  context: TriggerContext,
  place: Place<Found> | undefined,
  task: Task<Found, Item>,
) {
  const { polling } = context;
  const state = place ? resume(polling, place) : begin(context, task);
  if (!state) return { created: [], updated: [], more: false, place: null };
  const { created, updated = [], more, found } = await task.read(state);
  const after = { ...state, found };
  const hasRecords = created.length + updated.length > 0;
  const goesOn = task.isBatched && (hasRecords || more);
  const saved = hasRecords ? state : after;
  polling.setState(goesOn ? { ...saved, beat: systemTime.now() } : after);
  return { created, updated, more, place: goesOn ? { state: after, isEnd: !more } : null };
}

/** The state of a run that resumes; nothing when it is at its end or another has taken over. */
function resume<Found>(polling: PollingState, { state, isEnd }: Place<Found>) {
  const { run = 0 } = polling.getState() as Partial<State<Found>>;
  if (run > state.run) return undefined;
  if (isEnd) polling.setState(state);
  return isEnd ? undefined : state;
}

/**
 * The state that a run begins with; nothing while another is on its way, as two would deliver
 * records twice. Time never runs backwards: the later of the clock and the saved instant counts.
 */
function begin<Found>(
  { polling, logger }: TriggerContext,
  { trigger, label, isBatched, ...task }: Task<Found, unknown>,
): State<Found> | undefined {
  const subject = `${version} ${task.subject}`;
  const saved = polling.getState() as Partial<State<Found>>;
  const isOwn = saved.trigger === trigger;
  const { run = 0, beat = 0 } = isOwn ? saved : {};
  const now = systemTime.now();
  if (isBatched && now - beat < longestSilenceMs) {
    logger.info(`${label}: another run is in progress, so this one does nothing.`);
    return undefined;
  }
  const found = task.begin(saved, isOwn && saved.subject === subject, isOwn);
  return { trigger, subject, run: Math.max(now, run + 1), found };
}
