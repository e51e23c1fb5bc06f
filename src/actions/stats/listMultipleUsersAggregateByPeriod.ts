import * as operations from "../../operations/stats";
import { gongList } from "../gongAction";
import { examplePeriods } from "./example";
import { aggregationPeriodInput, statsFilter, statsInputs } from "./inputs";

/** Counts what users did in Gong in each period of a range. */
export const listMultipleUsersAggregateByPeriod = gongList(
  operations.listMultipleUsersAggregateByPeriod,
  {
    description:
      "Count what users did in Gong in each day, week, month, quarter, or year of a range. Weeks begin on Monday.",
    inputs: { ...statsInputs, aggregationPeriod: aggregationPeriodInput },
    parts: "userIds",
    request: ({ aggregationPeriod, ...values }) => ({
      body: { filter: statsFilter(values), aggregationPeriod },
    }),
    example: examplePeriods,
  },
);
