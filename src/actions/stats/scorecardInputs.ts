import { dayInput, idListInput, suggestionInput } from "../../inputs/fields";
import { userIdsInput } from "../../inputs/ids";

const day = <const Label extends string>(label: Label, comments: string) =>
  dayInput({ label, comments, example: "2026-03-01" });

/** Which filled-in scorecards are wanted. */
export const scorecardInputs = {
  callFromDate: day("Call From Date", "First day of the calls."),
  callToDate: day("Call To Date", "The day after the last day of the calls."),
  reviewFromDate: day("Review From Date", "First day of the reviews."),
  // The same day twice finds nothing (G54).
  reviewToDate: day("Review To Date", "The day after the last day of the reviews."),
  reviewMethod: suggestionInput({
    label: "Review Method",
    default: "BOTH",
    comments: "Who filled in the scorecards: people, Gong's AI, or both.",
    example: "BOTH",
    choices: { BOTH: "Both", MANUAL: "People", AUTOMATIC: "AI" },
  }),
  scorecardIds: idListInput({
    label: "Scorecard Ids",
    comments: "Only these scorecards, from List Scorecards. Blank means all scorecards.",
    example: "6843152929075440037",
    dataSource: "scorecards",
  }),
  reviewedUserIds: userIdsInput("Reviewed User Ids", "From List Users. Blank means all users."),
};
