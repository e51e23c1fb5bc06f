import * as operations from "../../operations/stats";
import { gongList } from "../gongAction";
import { exampleInteraction } from "./example";
import { statsFilter, statsInputs } from "./inputs";

/** Get how users speak in calls. */
export const listInteractionStats = gongList(operations.listInteractionStats, {
  description:
    "Get how users speak in calls: talk ratio, longest monologue, interactivity, patience, and question rate. Counts calls with Whisper turned on.",
  inputs: statsInputs,
  parts: "userIds",
  request: (values) => ({ body: { filter: statsFilter(values) } }),
  example: exampleInteraction,
});
