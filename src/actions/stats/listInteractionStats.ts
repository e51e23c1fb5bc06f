import * as operations from "../../operations/stats";
import { gongList } from "../gongAction";
import { exampleInteraction } from "./example";
import { statsInputs } from "./inputs";

/** Gets how users speak in calls. */
export const listInteractionStats = gongList(operations.listInteractionStats, {
  description:
    "Get how users speak in calls: talk ratio, longest monologue, interactivity, patience, and question rate. Counts calls with Whisper turned on.",
  inputs: statsInputs,
  request: (filter) => ({ body: { filter } }),
  example: exampleInteraction,
});
