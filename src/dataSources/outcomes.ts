import { listCallOutcomes } from "../operations/settings";
import { picker, readAll } from "./picker";

interface Outcome {
  readonly callOutcome?: string | null;
  readonly category?: string | null;
}

/** Lists the outcomes of calls to pick one from. They have no ID, so that the name is the key. */
export const outcomes = picker({
  label: "Select Call Outcome",
  description: "Pick an outcome of calls.",
  reads: [listCallOutcomes],
  list: async (client) => {
    const found = await readAll<Outcome>(client, listCallOutcomes);
    return found.map(({ callOutcome, category }) => ({
      key: callOutcome,
      label: category ? `${callOutcome} (${category})` : `${callOutcome}`,
    }));
  },
  example: [{ key: "Connected", label: "Connected (Answered)" }],
});
