import type { FastifyInstance } from "fastify";
import { GongError, nothingFound } from "../errors";
import { date, filterList, id, noQuery, object, oneOf, text } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { dayIn } from "../time";
import { answer, checkDays, isUnfiltered, typed } from "./api";

const answeredScorecardsBody = object(
  {
    cursor: text,
    filter: object({
      callFromDate: date,
      callToDate: date,
      reviewFromDate: date,
      reviewToDate: date,
      reviewMethod: oneOf("AUTOMATIC", "MANUAL", "BOTH"),
      reviewedUserIds: filterList(id),
      scorecardIds: filterList(id),
    }),
  },
  ["filter"],
);

/** `POST /v2/stats/activity/scorecards` */
export function registerAnsweredScorecards(app: FastifyInstance, state: SandboxState): void {
  typed(app).post(
    "/v2/stats/activity/scorecards",
    {
      schema: { body: answeredScorecardsBody, querystring: noQuery },
      config: { scope: "api:stats:scorecards" },
    },
    async ({ body: { cursor, filter } }) => {
      // MANUAL by default, which hides what AI reviewed (G32).
      const { reviewMethod = "MANUAL" } = filter;
      checkUsers(state, filter.reviewedUserIds);
      checkDays("callFromDate", filter.callFromDate, filter.callToDate);
      checkDays("reviewFromDate", filter.reviewFromDate, filter.reviewToDate);
      const reviewed = filter.reviewedUserIds && new Set(filter.reviewedUserIds);
      const scorecards = filter.scorecardIds && new Set(filter.scorecardIds);
      // Days are the company's, and the last one does not count (G21).
      const { timeZone } = state.company;
      const { records, items } = state.pager.page({
        operation: "POST /v2/stats/activity/scorecards",
        inputs: filter,
        cursor,
        list: state.company.answeredScorecards.filter(
          (answered) =>
            (reviewMethod === "BOTH" || answered.reviewMethod === reviewMethod) &&
            (!reviewed || reviewed.has(answered.reviewedUserId)) &&
            (!scorecards || scorecards.has(answered.scorecardId)) &&
            isBetween(
              dayIn(timeZone, answered.callStartTime),
              filter.callFromDate,
              filter.callToDate,
            ) &&
            isBetween(
              dayIn(timeZone, answered.reviewTime),
              filter.reviewFromDate,
              filter.reviewToDate,
            ),
        ),
        keyOf: ({ answeredScorecardId }) => answeredScorecardId.padStart(20, "0"),
      });
      if (items.length === 0 && !isUnfiltered(filter)) throw nothingFound("answered scorecards");
      return answer(state, { records, answeredScorecards: items });
    },
  );
}

/** @throws GongError a real 404: unknown users do not mean an empty list (G8) */
function checkUsers(state: SandboxState, userIds: readonly string[] | null | undefined): void {
  const known = new Set(state.company.users.map((user) => user.id));
  const unknown = (userIds ?? []).filter((userId) => !known.has(userId));
  if (unknown.length > 0) {
    throw new GongError(404, `The following userIds were not found: ${unknown.join(", ")}`);
  }
}

/** Days as YYYY-MM-DD compare like text. */
function isBetween(day: string, from: string | undefined, to: string | undefined): boolean {
  return (from === undefined || day >= from) && (to === undefined || day < to);
}
