import type { Scorecard } from "../operations/answers";
import { listScorecards } from "../operations/settings";
import { picker, readAll } from "./picker";

/** Lists the scorecards to pick one from. */
export const scorecards = picker({
  noun: "Scorecard",
  description: "Pick a scorecard.",
  reads: [listScorecards],
  list: async (client) => {
    const found = await readAll<Scorecard>(client, listScorecards);
    return found.map(({ scorecardId, scorecardName, enabled }) => ({
      key: scorecardId,
      name: scorecardName,
      note: enabled === false && "disabled",
    }));
  },
  example: [{ key: "6843152929075440037", label: "Discovery call" }],
});
