import type { Item } from "../../shared/catalog";
import type { RunEnd } from "../../shared/run";
import { askForEvents } from "../api";
import { getState, valuesOf } from "../store";

/** What a picker offers. */
export interface Choice {
  readonly key: string;
  readonly label: string;
}

/**
 * Runs a picker for a form. Inputs of the picker take the values of the form's inputs of the same
 * key, as the platform hands them on.
 *
 * @returns what its `result` holds
 * @throws Error with the picker's own words
 */
export async function runPicker(item: Item, key: string): Promise<unknown> {
  const { catalog, connection } = getState();
  const picker = catalog?.items.find((each) => each.kind === "dataSource" && each.key === key);
  const values = valuesOf(item);
  const inputs = Object.fromEntries(
    (picker?.inputs ?? []).map((input) => [input.key, values[input.key] ?? ""]),
  );
  let end: RunEnd | undefined;
  await askForEvents("run", { kind: "dataSource", key, inputs, connection }, (event) => {
    if (event.type === "end") end = event;
  });
  if (!end) throw new Error("it ended without a result.");
  if (!end.outcome.ok) throw new Error(end.outcome.error.message);
  return (end.outcome.result as { result?: unknown } | null)?.result;
}

/** What a picker of values offers. @throws Error with the picker's own words */
export async function fetchChoices(item: Item, key: string): Promise<Choice[]> {
  return toChoices(await runPicker(item, key));
}

/** Values of a picker may be texts, or keys with labels. */
export function toChoices(result: unknown): Choice[] {
  if (!Array.isArray(result)) return [];
  return result.map((each: string | Partial<Choice>) =>
    typeof each === "string"
      ? { key: each, label: each }
      : { key: each.key ?? "", label: each.label ?? each.key ?? "" },
  );
}
