import { suggestionInput } from "../../inputs/fields";
import * as operations from "../../operations/stats";
import { gongAction } from "../gongAction";
import { statsInputs } from "./inputs";

/** Counts what users did in Gong in each period of a range. */
export const listMultipleUsersAggregateByPeriod = gongAction(
  operations.listMultipleUsersAggregateByPeriod,
  {
    description:
      "Count what users did in Gong for each day, week, month, quarter, or year of a range. Weeks begin on Monday.",
    inputs: {
      ...statsInputs,
      aggregationPeriod: suggestionInput({
        label: "Aggregation Period",
        required: true,
        comments: "Calendar period to count by.",
        example: "WEEK",
        choices: { DAY: "Day", WEEK: "Week", MONTH: "Month", QUARTER: "Quarter", YEAR: "Year" },
      }),
    },
    request: ({ aggregationPeriod, ...filter }) => ({ body: { filter, aggregationPeriod } }),
  },
);
