import { workspaceIdInput } from "../../inputs/ids";
import * as operations from "../../operations/settings";
import { gongList } from "../gongAction";

/** Lists trackers with the words that they listen for. */
export const listTrackers = gongList(operations.listTrackers, {
  description: "List keyword trackers with the words they listen for.",
  inputs: {
    workspaceId: workspaceIdInput("Only trackers of this workspace. Blank lists those of all."),
  },
  request: ({ workspaceId }) => ({ query: { workspaceId } }),
  example: {
    trackerId: "6840000929075400007",
    trackerName: "Competitors",
    workspaceId: "623457276584334",
    languageKeywords: [
      { language: "en-US", keywords: ["competitor", "alternative"], includeRelatedForms: true },
    ],
    affiliation: "Anyone",
    partOfQuestion: false,
    saidAt: "Anytime",
    saidAtInterval: null,
    saidAtUnit: null,
    saidInTopics: [],
    filterQuery: "{}",
    created: "2025-09-01T08:30:00Z",
    creatorUserId: null,
    updated: "2026-01-12T10:00:00Z",
    updaterUserId: null,
  },
});
