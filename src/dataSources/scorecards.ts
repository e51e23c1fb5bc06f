import { listScorecards } from "../operations/settings";
import { picker, readAll } from "./picker";

/** A scorecard of the settings; its ID is a number in Gong's description, text in its answers (G17). */
interface Scorecard {
  readonly scorecardId?: string | number | null;
  readonly scorecardName?: string | null;
  readonly enabled?: boolean | null;
}

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
