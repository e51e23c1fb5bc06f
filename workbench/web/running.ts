import type { Item } from "../shared/catalog";
import { idOf } from "../shared/catalog";
import type { Refusals, RunEvent } from "../shared/run";
import { ask, askForEvents, type ServerError } from "./api";
import { refresh } from "./load";
import { newRun, type Run, withEvent } from "./result/run";
import { getState, setState, valuesOf } from "./store";

/** Whether a run under this id is under way. */
export const isRunning = (run: Run | undefined): boolean => run !== undefined && !run.end;

/** Runs an action or a picker; a person is asked first where a real account would change. */
export function runItem(item: Item): void {
  const { connection } = getState();
  const start = (confirmed: boolean) =>
    void follow(item, "run", {
      kind: item.kind,
      key: item.key,
      inputs: valuesOf(item),
      connection,
      confirmed,
    });
  if (item.changes && changesRealData()) {
    setState({ asking: { item, go: () => start(true) } });
  } else {
    start(false);
  }
}

/** Whether runs work on data of a real company. */
export function changesRealData(): boolean {
  const { connection, state } = getState();
  if (connection.kind === "custom") return connection.fields.baseUrl !== state?.localUrl;
  return connection.kind === "account";
}

/** Starts something on the server and keeps its events as the item's run. */
export async function follow(item: Item, path: string, body: object): Promise<Run> {
  const id = idOf(item);
  let run = newRun();
  const show = () => setState(({ runs }) => ({ runs: { ...runs, [id]: run } }));
  show();
  const take = (event: RunEvent) => {
    run = withEvent(run, event);
    show();
  };
  void check(item);
  try {
    await askForEvents(path, body, take);
    if (!run.end) take(broken("The run ended without a result."));
  } catch (error) {
    take(broken((error as ServerError).message));
  }
  void refresh();
  return run;
}

function broken(message: string): RunEvent {
  const error = { name: "Workbench", message, marksConnection: false, details: {} };
  return { type: "end", at: 0, outcome: { ok: false, error } };
}

/** Ends what runs, with the process that runs it. */
export async function stopRuns(): Promise<void> {
  await ask("POST", "stop", {});
}

/** Has the component's own checks look at the form. Nothing is sent to Gong. */
export async function check(item: Item): Promise<void> {
  const id = idOf(item);
  const { kind, key } = item;
  try {
    const found = await ask<Refusals>("POST", "check", { kind, key, inputs: valuesOf(item) });
    setState(({ refusals }) => ({ refusals: { ...refusals, [id]: found } }));
  } catch {
    // The next run says what is wrong.
  }
}
