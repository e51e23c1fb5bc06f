import component from "../../../src/index";
import { type CapturedContext, createContext } from "../context";

/**
 * How a round of a batched trigger can go wrong on the platform: what is kept of it, and whether the
 * run goes on. The platform may save a round's state before or after its items.
 */
export interface Incident {
  readonly keepsItems: boolean;
  readonly keepsState: boolean;
  /** Whether the round is repeated from the cursor before it; else the run is given up. */
  readonly isRepeated: boolean;
}

/** What became of one run. */
export interface Run<Item> {
  readonly rounds: number;
  /** Every item that was queued, also those of rounds that were repeated. */
  readonly items: readonly Item[];
  /** The part of them that came with an incident, so that it may come again. */
  readonly unsure: readonly Item[];
  /** Result types of the rounds; the platform reads the first. */
  readonly resultTypes: readonly unknown[];
  /** What the run failed with. */
  readonly error?: Error;
  /** The cursor that was left when the run was abandoned or failed. */
  readonly cursor?: object;
  readonly lines: readonly string[];
}

/** Settings of one run. */
export interface RunOptions {
  /** Begin as the first sync on deploy. */
  readonly onDeploy?: boolean;
  /** Begin in the middle, as a platform that comes back to an old run. */
  readonly cursor?: object;
  /** Asked after each round that went well. */
  readonly incident?: () => Incident | undefined;
}

/**
 * The platform's loop around a batched trigger: perform, resolve the items, ask for the next
 * cursor, save the state, and again. Everything that it keeps goes through JSON, as it would on its
 * way between machines; each round gets a context of its own.
 */
export class BatchPlatform<Item> {
  readonly #trigger: BatchedTrigger;
  readonly #inputs: Record<string, unknown>;
  /** What is saved between rounds and runs. */
  instanceState: Record<string, unknown> = {};

  constructor(triggerKey: string, inputs: Readonly<Record<string, unknown>>) {
    const trigger = component.triggers?.[triggerKey];
    if (!trigger) throw new Error(`There is no trigger ${triggerKey}.`);
    this.#trigger = trigger as unknown as BatchedTrigger;
    this.#inputs = { ...inputs };
  }

  /** Changes inputs for the runs to come. */
  configure(inputs: Readonly<Record<string, unknown>>): void {
    Object.assign(this.#inputs, inputs);
  }

  /** One run, from its first round to its last. A failure ends it and is told, not thrown. */
  async run(options: RunOptions = {}): Promise<Run<Item>> {
    const { incident = () => undefined } = options;
    const items: Item[] = [];
    const unsure: Item[] = [];
    const resultTypes: unknown[] = [];
    const lines: string[] = [];
    let cursor = options.cursor;
    let last: readonly Item[] = [];
    let rounds = 0;
    const end = (error?: Error): Run<Item> => ({
      rounds,
      items,
      unsure,
      resultTypes,
      lines,
      ...(error ? { error } : {}),
      ...(cursor ? { cursor } : {}),
    });
    for (;;) {
      if (rounds >= 10_000) throw new Error("The run does not end.");
      rounds += 1;
      const round = await this.#round(options.onDeploy ?? false, cursor);
      lines.push(...round.lines);
      // What came before a run that breaks off is saved by no round.
      if (round.error) unsure.push(...last);
      if (round.error) return end(round.error);
      resultTypes.push(round.resultType);
      const went = incident();
      if (went?.keepsItems ?? true) items.push(...round.items);
      if (went) unsure.push(...last, ...round.items);
      if (went?.keepsState ?? true) this.instanceState = round.instanceState;
      if (went?.isRepeated) continue;
      last = round.items;
      if (went) return end();
      if (!round.cursor) return end();
      cursor = round.cursor;
    }
  }

  async #round(onDeploy: boolean, cursor: object | undefined): Promise<Round<Item>> {
    const trigger = this.#trigger;
    const [perform, resolveItems, nextCursor] = onDeploy
      ? [
          trigger.onDeployPerform,
          trigger.resolveOnDeployItems,
          trigger.getOnDeployNextPaginationState,
        ]
      : [trigger.perform, trigger.resolveTriggerItems, trigger.getNextPaginationState];
    const context = createContext();
    context.instanceState = copy(this.instanceState);
    const payload = { body: { data: null }, ...(cursor ? { paginationState: copy(cursor) } : {}) };
    try {
      const result = await perform(context, payload, copy(this.#inputs));
      return {
        items: copy(resolveItems(context, result)) as Item[],
        cursor: copy(nextCursor(context, result)) ?? undefined,
        instanceState: copy(context.instanceState),
        resultType: result.resultType,
        lines: context.lines,
      };
    } catch (error) {
      return {
        items: [],
        instanceState: this.instanceState,
        lines: context.lines,
        error: error as Error,
      };
    }
  }
}

interface Round<Item> {
  readonly items: readonly Item[];
  readonly cursor?: object | undefined;
  readonly instanceState: Record<string, unknown>;
  readonly resultType?: unknown;
  readonly lines: readonly string[];
  readonly error?: Error;
}

interface BatchResult {
  readonly resultType: unknown;
}

type Perform = (context: CapturedContext, payload: object, inputs: object) => Promise<BatchResult>;
type Resolve = (context: CapturedContext, result: BatchResult) => unknown[];
type Next = (context: CapturedContext, result: BatchResult) => object | null;

/** A batched trigger as spectral hands it to the platform. */
interface BatchedTrigger {
  readonly perform: Perform;
  readonly resolveTriggerItems: Resolve;
  readonly getNextPaginationState: Next;
  readonly onDeployPerform: Perform;
  readonly resolveOnDeployItems: Resolve;
  readonly getOnDeployNextPaginationState: Next;
}

/** What is left of a value on its way between machines. */
function copy<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
