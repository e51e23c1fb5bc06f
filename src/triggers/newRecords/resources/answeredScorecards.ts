import type { AnsweredScorecard } from "../../../operations/answers";
import { listAnsweredScorecards } from "../../../operations/scorecards";
import { day, dayOf, hour } from "../../duration";
import type { Range } from "../../scan";
import { type SavedWatch, Watch } from "../../watch";
import { type Poll, type Resource, restAfter } from "./resource";

/** Filters take days in the company's time zone (G21), which lies between these hours of UTC. */
const westernmost = 12 * hour;
const easternmost = 14 * hour;

/** Scorecards that were filled in for calls, by people and by AI. */
export const answeredScorecards: Resource<SavedWatch> = {
  poll: (poll, saved) => {
    const { wishes, now, enough, hasTime } = poll;
    const source = {
      ...{ operation: listAnsweredScorecards, aheadMs: day, restAfter },
      list: (window: Range, cursor: string | undefined) => listReviews(poll, window, cursor),
    };
    return new Watch<AnsweredScorecard>(source, wishes, now, saved).readNew(enough, hasTime);
  },
};

/** Lists the days that a window may lie in, and leaves out what lies beside it. */
async function listReviews({ client, now }: Poll, { from, to }: Range, cursor: string | undefined) {
  const lastDay = dayOf(to + easternmost);
  const filter = {
    reviewFromDate: dayOf(from - westernmost),
    // The first day that is left out; a list up to today is open.
    reviewToDate: lastDay < dayOf(now) ? dayOf(to + easternmost + day) : undefined,
    // AI reviews are hidden unless both kinds are asked for (G32).
    reviewMethod: "BOTH",
  };
  const page = await client.list(listAnsweredScorecards, { body: { filter } }, { cursor });
  const isWithin = ({ reviewTime }: AnsweredScorecard) => {
    const reviewedAt = Date.parse(reviewTime ?? "") || now;
    return reviewedAt >= from && reviewedAt < to;
  };
  return { ...page, answeredScorecards: page.answeredScorecards.filter(isWithin) };
}
