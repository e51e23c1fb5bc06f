import type { Catalog } from "../shared/catalog";
import { idOf } from "../shared/catalog";
import type { WorkbenchState } from "../shared/state";
import { ask, type ServerError } from "./api";
import { getState, openItem, setState } from "./store";

const refreshMs = 5_000;

/** Fetches what the page draws, and keeps the state of the local Gong fresh. */
export async function load(): Promise<void> {
  try {
    const [catalog, state] = await Promise.all([
      ask<Catalog>("GET", "catalog"),
      ask<WorkbenchState>("GET", "state"),
    ]);
    setState({ catalog, state });
    if (!getState().open) openItem(idOf(firstOf(catalog)));
    setInterval(() => void refresh(), refreshMs);
  } catch (error) {
    setState({ problem: (error as ServerError).message });
  }
}

/** What is opened first: an action that needs nothing, or any. */
function firstOf({ items }: Catalog) {
  const actions = items.filter(({ kind }) => kind === "action");
  const found = actions.find(({ inputs, changes }) => inputs.length > 2 && !changes);
  const first = found ?? items[0];
  if (!first) throw new Error("The component has no parts to show.");
  return first;
}

/** Reads the state again. */
export async function refresh(): Promise<void> {
  try {
    setState({ state: await ask<WorkbenchState>("GET", "state"), problem: undefined });
  } catch (error) {
    setState({ problem: (error as ServerError).message });
  }
}

/** Pulls a lever of the local Gong. */
export async function pull(method: string, path: string, body?: unknown): Promise<void> {
  try {
    setState({ state: await ask<WorkbenchState>(method, path, body) });
  } catch (error) {
    setState({ problem: (error as ServerError).message });
  }
}
