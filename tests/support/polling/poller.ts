import { systemTime } from "../../../src/client/time";
import component from "../../../src/index";
import type { NewRecords } from "../../../src/triggers/newRecords/poll";
import { createContext } from "../context";
import { failureOf } from "../failure";
import type { TestGong } from "../gong";

interface Result {
  readonly resultType: string;
  readonly payload: {
    readonly body: { readonly data: NewRecords };
    readonly paginationState?: object | null;
  };
}

interface Trigger {
  perform(context: object, payload: object, inputs: object): Promise<Result>;
  resolveTriggerItems(context: object, result: Result): Item[];
  getNextPaginationState(context: object, result: Result): object | null;
}

/** A record as an execution of a batched flow gets it. */
export interface Item {
  readonly changeType: string;
  readonly record: { readonly id: string };
}

/** What a poll hands on, and whether it says that nothing changed. */
export interface Polled {
  readonly created: readonly { readonly id: string }[];
  readonly updated: readonly { readonly id: string }[];
  readonly more: boolean;
  readonly quiet: boolean;
}

/** What the platform keeps of a round of a batched flow. */
export type Kept = "all" | "itemsOnly" | "stateOnly";

/** New Records on a local Gong, poll after poll, with what the platform keeps in between. */
export interface Poller {
  /** Runs a poll; its state is saved when it ends well. */
  poll(inputs?: object): Promise<Polled>;
  /** Runs a poll that must fail, and gives what it threw. */
  fail(inputs?: object): Promise<Error>;
  /** Runs a batched poll to its end. A round of which not all is kept is the last. */
  drain(inputs?: object, keep?: (round: number) => Kept): Promise<Item[][]>;
  /** What the trigger finds as its state; it can be replaced. */
  state: Record<string, unknown>;
  /** The whole payload of the last poll. */
  lastPayload: unknown;
  /** Everything logged so far. */
  readonly lines: string[];
}

const stored = (value: unknown) => JSON.parse(JSON.stringify(value));

/** Makes one. @param inputs beside the connection, calls and new ones */
export function createPoller(gong: TestGong, inputs: object = {}): Poller {
  const trigger = component.triggers?.pollChangesTrigger as unknown as Trigger;
  const given = { connection: gong.connection, resourceType: "calls", showNewRecords: "true" };
  const run = async (more: object, batch: object, payload: object) => {
    const context = { ...createContext(), batch };
    context.instanceState = { __prismaticInternal: { polling: stored(poller.state) } };
    try {
      const result = await trigger.perform(context, payload, { ...given, ...inputs, ...more });
      const { polling } = context.instanceState.__prismaticInternal as { polling: object };
      return { context, result, state: stored(polling) };
    } finally {
      poller.lines.push(...context.lines);
    }
  };
  const pollOnce = async (more: object) => {
    const payload = { headers: { "x-kept": "yes" }, body: { data: "" } };
    const { result, state } = await run(more, { enabled: false }, payload);
    poller.lastPayload = result.payload;
    const quiet = result.resultType === "polled_no_changes";
    return { polled: { ...result.payload.body.data, quiet } as unknown as Polled, state };
  };
  const poller: Poller = {
    state: {},
    lines: [],
    lastPayload: undefined,
    poll: async (more = {}) => {
      const { polled, state } = await pollOnce(more);
      poller.state = state;
      return polled;
    },
    fail: (more = {}) => failureOf(pollOnce(more)),
    drain: async (more = {}, keep = () => "all") => {
      const rounds: Item[][] = [];
      let paginationState: object | null | undefined;
      do {
        const payload = { body: { data: "" }, ...(paginationState ? { paginationState } : {}) };
        const batch = { enabled: true, batchSize: 50 };
        const { context, result, state } = await run(more, batch, payload);
        const kept = keep(rounds.length);
        if (kept !== "stateOnly") rounds.push(trigger.resolveTriggerItems(context, result));
        if (kept !== "itemsOnly") poller.state = state;
        if (kept !== "all") return rounds;
        paginationState = stored(trigger.getNextPaginationState(context, result));
      } while (paginationState);
      return rounds;
    },
  };
  return poller;
}

/** The IDs of records, in their order. */
export const idsOf = (records: readonly { readonly id: string }[]): string[] =>
  records.map(({ id }) => id);

/**
 * Puts the component on the local Gong's clock, which then stands until a test moves it. Waiting
 * moves it too, so that no test waits.
 *
 * @returns moves the clock
 */
export function shareClock({ sandbox: { clock } }: TestGong): (milliseconds: number) => void {
  clock.freeze();
  jest.spyOn(systemTime, "now").mockImplementation(() => clock.now());
  jest.spyOn(systemTime, "sleep").mockImplementation(async (milliseconds) => {
    clock.advance(milliseconds);
  });
  return (milliseconds) => clock.advance(milliseconds);
}
