import type { AnswerOf } from "../../../operations/operation";
import { listAnsweredScorecards } from "../../../operations/scorecards";
import { instantOf, isInstant, isRecord } from "../../saved";
import { day, hour, minute } from "../duration";
import { isSavedIds, type SavedIds, SeenIds } from "../seen";
import { mostRecords, type Poll, type Resource, restAfter } from "./resource";

type AnsweredScorecard = AnswerOf<typeof listAnsweredScorecards>["answeredScorecards"][number];

/** What is known after a poll. */
export interface SavedScorecards {
  /** When the latest days were last read whole. */
  readonly recentAt: number;
  /** When the look-back was last read whole. */
  readonly allAt: number;
  /** Pages that the latest days had. */
  readonly pages: number;
  /** Reviews from before were not looked at in the first run, so they are never new. */
  readonly newFrom: number;
  /** While the first run goes on: from here on reviews are delivered, before they are only noted. */
  readonly since?: number;
  readonly seen: SavedIds;
  /** When the latest review was made that was seen. */
  readonly latest?: number | undefined;
}

/** How late a review may show up to be found as soon as the latest days are read. */
const recentMs = 2 * hour;
/** Filters take days in the company's time zone (G21), which is nowhere further west than this. */
const westernmost = 12 * hour;
/** Listings begin on a day that can have begun so long before the look-back. */
const keptLongerMs = 3 * day;

/** Scorecards filled in for calls, by people and by AI. */
export const answeredScorecards: Resource<SavedScorecards> = {
  dependsOn: ({ showNew }) => [showNew],
  isSaved: (value): value is SavedScorecards =>
    isRecord(value) &&
    [value.recentAt, value.allAt, value.pages, value.newFrom].every(isInstant) &&
    [value.since, value.latest].every((at) => at === undefined || isInstant(at)) &&
    isSavedIds(value.seen),
  latest: ({ latest }) => latest,
  poll: async (poll, saved) => {
    const now = poll.now();
    const { lookBackMs, since = Number.POSITIVE_INFINITY } = poll.wishes;
    const last = saved ?? beforeFirst(Math.min(now - lookBackMs, since), since, lookBackMs);
    const deliverFrom = last.since ?? last.newFrom;
    const seen = new SeenIds(last.seen, last.latest);
    const records: AnsweredScorecard[] = [];
    /** @returns whether all that is new could be taken */
    const read = async (from: number): Promise<{ whole: boolean; pages: number }> => {
      let pages = 0;
      for await (const page of listFrom(poll, from)) {
        pages += 1;
        for (const answered of page.answeredScorecards) {
          const id = String(answered.answeredScorecardId);
          if (seen.has(id)) continue;
          const toldAt = instantOf(answered.reviewTime);
          const reviewedAt = toldAt ?? now;
          if (reviewedAt >= deliverFrom) {
            if (records.length >= mostRecords) return { whole: false, pages };
            records.push(answered);
          }
          seen.add(id, reviewedAt);
          seen.note(toldAt, now);
        }
      }
      return { whole: true, pages };
    };

    let next = last;
    const gap = Math.max(0, now - last.recentAt);
    if (last.since !== undefined || last.allAt + day < now + gap - minute) {
      const { since: _, ...known } = last;
      const { whole } = await read(Math.min(last.allAt - lookBackMs, last.recentAt - recentMs));
      if (whole) next = { ...known, allAt: now, recentAt: now };
    } else if (now - last.recentAt >= restAfter(last.pages)) {
      const { whole, pages } = await read(last.recentAt - recentMs);
      if (whole) next = { ...last, recentAt: now, pages };
    }
    const openFrom = Math.min(next.allAt - lookBackMs, next.recentAt - recentMs);
    seen.forgetBefore(openFrom - keptLongerMs, lookBackMs + keptLongerMs);
    return {
      records,
      newIds: records.map(({ answeredScorecardId }) => String(answeredScorecardId)),
      changedIds: [],
      more: records.length >= mostRecords,
      saved: { ...next, seen: seen.save(), latest: seen.latest },
    };
  },
};

/** Before the first poll: as if everything had last been read when `from` was the look-back's end. */
function beforeFirst(from: number, since: number, lookBackMs: number): SavedScorecards {
  const recentAt = from + recentMs;
  return { recentAt, allAt: from + lookBackMs, pages: 1, newFrom: from, since, seen: {} };
}

/** AI reviews are hidden unless both kinds are asked for (G32). Without an end the list is open. */
function listFrom({ client }: Poll, from: number) {
  const reviewFromDate = new Date(from - westernmost).toISOString().slice(0, 10);
  const filter = { reviewFromDate, reviewMethod: "BOTH" };
  return client.pages(listAnsweredScorecards, { body: { filter } });
}
