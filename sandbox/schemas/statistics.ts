import { date, dateTime, filterList, id, object, oneOf, text } from "./json-schema";

const filter = object(
  {
    fromDate: date,
    toDate: date,
    createdFromDateTime: dateTime,
    createdToDateTime: dateTime,
    userIds: filterList(id),
  },
  ["fromDate", "toDate"],
);
/** Interaction, aggregate activity and activity day by day. */
export const statisticsBody = object({ cursor: text, filter }, ["filter"]);
/** `POST /v2/stats/activity/aggregate-by-period` */
export const statisticsByPeriodBody = object(
  {
    cursor: text,
    filter,
    // At the top level, not in the filter (G53).
    aggregationPeriod: oneOf("DAY", "WEEK", "MONTH", "QUARTER", "YEAR"),
  },
  ["filter", "aggregationPeriod"],
);
