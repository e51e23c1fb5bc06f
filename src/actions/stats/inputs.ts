import { dayInput, idListInput, suggestionInput } from "../../inputs/fields";

/** The days and users that statistics are about. */
export const statsInputs = {
  fromDate: dayInput({
    label: "From Date",
    required: true,
    comments: "First day, in your company's time zone.",
    example: "2026-03-01",
  }),
  toDate: dayInput({
    label: "To Date",
    required: true,
    comments:
      "The day after the last one, in your company's time zone: 2026-03-01 to 2026-04-01 is the whole of March. Today at the latest.",
    example: "2026-04-01",
  }),
  userIds: idListInput({
    label: "User Ids",
    comments: "Only these users. Leave it blank for all users with data in these days.",
    example: "234599484848423",
    dataSource: "users",
  }),
};

/** The periods that activity is summed up by. */
export const aggregationPeriodInput = suggestionInput({
  label: "Aggregation Period",
  required: true,
  comments: "The calendar periods to count in.",
  example: "WEEK",
  choices: { DAY: "Day", WEEK: "Week", MONTH: "Month", QUARTER: "Quarter", YEAR: "Year" },
});

interface StatsValues {
  readonly fromDate: string;
  readonly toDate: string;
  readonly userIds: string[] | undefined;
}

/** The filter that the four statistics share. */
export const statsFilter = ({ fromDate, toDate, userIds }: StatsValues) => ({
  fromDate,
  toDate,
  userIds,
});
