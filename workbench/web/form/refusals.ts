import type { InputDefinition, Item } from "../../shared/catalog";
import { idOf } from "../../shared/catalog";
import { changedAt, useStore } from "../store";

/** Why an input was refused, where a person should see it. */
export function useShownRefusal(item: Item, { key, label }: InputDefinition): string | undefined {
  const id = idOf(item);
  return useStore(({ refusals, touched, runs }) => {
    const { end } = runs[id] ?? {};
    const own = refusals[id]?.[key];
    const isShown = end !== undefined || touched[id]?.includes(key);
    if (own !== undefined) return isShown ? own : undefined;
    // What only the whole of the inputs shows is known after a run; a change of the input clears it.
    if (end?.outcome.ok !== false || end.outcome.error.input !== label) return undefined;
    return changedAt(id, key) > (runs[id]?.beganAt ?? 0) ? undefined : end.outcome.error.message;
  });
}
