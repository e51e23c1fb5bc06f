import { dayInput, idListInput, suggestionInput } from "../../inputs/fields";

const day = <const Label extends string>(label: Label, comments: string) =>
  dayInput({ label, comments, placeholder: "2026-03-01", example: "2026-03-01" });

/** Which filled-in scorecards are wanted. */
export const scorecardInputs = {
  callFromDate: day("Call From Date", "First day of the calls. Blank begins with the first call."),
  callToDate: day("Call To Date", "The day after the last day of the calls. Blank means no end."),
  reviewFromDate: day("Review From Date", "First day of the reviews. Blank begins with the first."),
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
};
