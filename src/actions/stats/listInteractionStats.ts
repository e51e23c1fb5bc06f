import * as operations from "../../operations/stats";
import { gongAction } from "../gongAction";
import { statsInputs } from "./inputs";

/** Gets how users speak in calls. */
export const listInteractionStats = gongAction(operations.listInteractionStats, {
  description:
    "Get how users speak in calls: talk ratio, longest monologue, interactivity, patience, and question rate. Counts calls with Whisper turned on.",
  inputs: statsInputs,
  request: (filter) => ({ body: { filter } }),
});
