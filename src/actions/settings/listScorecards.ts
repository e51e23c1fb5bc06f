import * as operations from "../../operations/settings";
import { gongList } from "../gongAction";

/** Lists the company's scorecards with their questions. */
export const listScorecards = gongList(operations.listScorecards, {
  description: "List your company's scorecards with their questions.",
  inputs: {},
  request: () => ({}),
  example: {
    scorecardId: "6843152929075440037",
    scorecardName: "Discovery",
    workspaceId: "623457276584334",
    enabled: true,
    updaterUserId: "563515258458745",
    created: "2025-09-01T08:30:00Z",
    updated: "2026-01-12T10:00:00Z",
    reviewMethod: "MANUAL",
    questions: [
      {
        questionId: "8113570912344501237",
        questionText: "Were the right questions asked?",
        questionType: "RANGE",
        isOverall: true,
        minRange: "1",
        maxRange: "5",
        answerGuide: null,
      },
    ],
  },
});
