import { systemTime } from "../../../src/client/time";
import component from "../../../src/index";
import type { NewRecords } from "../../../src/triggers/newRecords/poll";
import { type CapturedContext, createContext } from "../context";
import { failureOf } from "../failure";
import type { TestGong } from "../gong";

type Perform = (
  context: CapturedContext,
  payload: object,
  inputs: object,
) => Promise<{ resultType: string; payload: { body: { data: NewRecords } } }>;

/** What a poll hands on, and whether it says that nothing changed. */
export interface Polled extends NewRecords {
  readonly quiet: boolean;
}

/** The trigger on a local Gong, poll after poll, with what the platform keeps in between. */
export interface Poller {
  /** Runs a poll; its state is saved when it ends well. */
  poll(inputs?: object): Promise<Polled>;
  /** Runs a poll whose state is lost, as when the run breaks off later. */
  pollInVain(inputs?: object): Promise<Polled>;
  /** Runs a poll that must fail, and gives what it threw. */
  fail(inputs?: object): Promise<Error>;
  /** What the platform keeps; it can be replaced. */
  state: Record<string, unknown>;
  /** The whole payload of the last poll. */
  readonly lastPayload: unknown;
  /** Everything logged so far. */
  readonly lines: readonly string[];
}

/** Makes one. @param inputs beside the connection, calls and new ones, which are preset */
export function createPoller(gong: TestGong, inputs: object = {}): Poller {
  const perform = component.triggers?.pollChangesTrigger?.perform as unknown as Perform;
  const lines: string[] = [];
  let lastPayload: unknown;
  const run = async (more: object) => {
    const context = createContext();
    context.instanceState = structuredClone(poller.state);
    const given = { connection: gong.connection, resourceType: "calls", showNewRecords: "true" };
    try {
      const payload = { headers: { "x-kept": "yes" }, body: { data: "" } };
      const result = await perform(context, payload, { ...given, ...inputs, ...more });
      lastPayload = result.payload;
      const quiet = result.resultType === "polled_no_changes";
      return {
        state: context.instanceState,
        polled: { ...result.payload.body.data, quiet },
        result,
      };
    } finally {
      lines.push(...context.lines);
    }
  };
  const poller: Poller = {
    state: {},
    lines,
    get lastPayload() {
      return lastPayload;
    },
    poll: async (more = {}) => {
      const { state, polled } = await run(more);
      // As the platform stores it.
      poller.state = JSON.parse(JSON.stringify(state)) as Record<string, unknown>;
      return polled;
    },
    pollInVain: async (more = {}) => (await run(more)).polled,
    fail: (more = {}) => failureOf(run(more)),
  };
  return poller;
}

/**
 * Puts the component on the local Gong's clock, which then stands until a test moves it. Waiting
 * moves it too, so that nobody waits.
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
