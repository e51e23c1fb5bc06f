import { listCallOutcomes } from "../operations/settings";
import { picker, readAll } from "./picker";

/** An outcome that calls can be given. */
interface CallOutcome {
  readonly callOutcome?: string | null;
  readonly category?: string | null;
}

/** Lists the outcomes of calls to pick one from. They have no ID, so the name is the key. */
export const outcomes = picker({
  noun: "Call Outcome",
  description: "Pick a call outcome.",
  reads: [listCallOutcomes],
  list: async (client) => {
    const found = await readAll<CallOutcome>(client, listCallOutcomes);
    return found.map(({ callOutcome: name, category: detail }) => ({ key: name, name, detail }));
  },
  example: [{ key: "Connected", label: "Connected (Answered)" }],
});
