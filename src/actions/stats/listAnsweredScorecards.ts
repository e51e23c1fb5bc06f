import { dayInput, idListInput, suggestionInput } from "../../inputs/fields";
import * as operations from "../../operations/scorecards";
import { gongList } from "../gongAction";

const day = <const Label extends string>(label: Label, comments: string) =>
  dayInput({ label, comments, placeholder: "2026-03-01", example: "2026-03-01" });

/** Lists scorecards that were filled in, with their answers. */
export const listAnsweredScorecards = gongList(operations.listAnsweredScorecards, {
  description:
    "List filled-in scorecards with their answers, by the day of the call, the day of the review, or both. Gong counts days in your company's time zone.",
  inputs: {
    callFromDate: day(
      "Call From Date",
      "First day of the calls. Blank begins with the first call.",
    ),
    callToDate: day("Call To Date", "The day after the last day of the calls. Blank means no end."),
    reviewFromDate: day(
      "Review From Date",
      "First day of the reviews. Blank begins with the first.",
    ),
    reviewToDate: day(
      "Review To Date",
      "The day after the last day of the reviews: for one day, enter the next. Blank means no end.",
    ),
    reviewMethod: suggestionInput({
      label: "Review Method",
      default: "BOTH",
      comments: "Who filled the scorecards in: people, Gong's AI, or both.",
      example: "BOTH",
      choices: { BOTH: "Both", MANUAL: "People", AUTOMATIC: "AI" },
    }),
    scorecardIds: idListInput({
      label: "Scorecard Ids",
      comments: "Only these scorecards. Blank lists all.",
      example: "6843152929075440037",
      dataSource: "scorecards",
    }),
    reviewedUserIds: idListInput({
      label: "Reviewed User Ids",
      comments: "Only reviews of these users. Blank lists all.",
      example: "234599484848423",
      dataSource: "users",
    }),
  },
  request: (filter) => ({ body: { filter } }),
  example: {
    answeredScorecardId: "5203982740921038471",
    scorecardId: "6843152929075440037",
    scorecardName: "Discovery",
    callId: "7782342274025937895",
    callStartTime: "2026-03-01T09:00:12-07:00",
    reviewedUserId: "234599484848423",
    reviewerUserId: "563515258458745",
    reviewMethod: "MANUAL",
    reviewTime: "2026-03-02T08:15:00-07:00",
    visibilityType: "PUBLIC",
    answers: [
      {
        questionId: "8113570912344501237",
        isOverall: true,
        score: 4,
        answerText: "Good questions.",
      },
    ],
  },
});
