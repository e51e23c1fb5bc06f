import type { AnsweredScorecard } from "../../../operations/answers";
import { listAnsweredScorecards } from "../../../operations/scorecards";
import { day, dayOf, hour } from "../../duration";
import { type Complete, completeAt, dueLook, looksOver } from "../../lookBack";
import { type SavedIds, SeenIds } from "../../seen";
import { type Poll, type Resource, restAfter, type Wishes } from "./resource";

/** What is known after a poll. */
interface SavedScorecards {
  readonly complete: Complete;
  /** Pages that the last listing had; 1 when it is to be read on at once. */
  readonly pages: number;
  /** Reviews from before are not known, so they are never new. */
  readonly knownFrom: number;
  /** Whether the first reading is not at its end yet. */
  readonly isFirst?: boolean;
  readonly seen: SavedIds;
}

/** Filters take days in the company's time zone (G21), which is nowhere further west than this. */
const westernmost = 12 * hour;
/** Listings begin on a day that can have begun so long before the look-back. */
const keptLongerMs = 3 * day;

/** Scorecards that were filled in for calls, by people and by AI. */
export const answeredScorecards: Resource<SavedScorecards> = {
  poll: async (poll, saved) => {
    const { now, wishes } = poll;
    const last = saved ?? beforeFirst(wishes, now);
    if (now - last.complete[0] < restAfter(last.pages)) {
      return { created: [], updated: [], more: false, saved: last };
    }
    const look = last.isFirst ? 2 : dueLook(last.complete, now, wishes.lookBackMs);
    const from = last.complete[look] - looksOver(wishes.lookBackMs)[look].reachMs;
    const isWanted = wishes.showNew || last.isFirst;
    const seen = new SeenIds(last.seen);
    const created: AnsweredScorecard[] = [];
    let pages = 0;
    let more = false;
    for await (const page of listFrom(poll, from)) {
      pages += 1;
      for (const answered of page.answeredScorecards) {
        const id = String(answered.answeredScorecardId);
        const reviewedAt = Date.parse(answered.reviewTime ?? "") || now;
        const isNew = isWanted && reviewedAt >= last.knownFrom && !seen.has(id);
        if (isNew && created.length >= poll.enough) more = true;
        else {
          if (isNew) created.push(answered);
          seen.meet(id, dayOf(Math.min(now, Math.max(reviewedAt, from))));
        }
      }
    }
    const next = more
      ? { ...last, pages: 1 }
      : afterReading(last, wishes, { look, now, from, pages });
    if (!more) seen.forgetBefore(dayOf(next.knownFrom));
    return { created, updated: [], more, saved: { ...next, seen: seen.save() } };
  },
};

/** Before the first poll: as if every look had last been complete when it reached back to there. */
function beforeFirst(
  { lookBackMs, lookBackDate = Infinity }: Wishes,
  now: number,
): SavedScorecards {
  const [one, two, three] = looksOver(lookBackMs).map(({ reachMs }) => reachMs) as [
    number,
    number,
    number,
  ];
  const from = Math.min(now - three, lookBackDate);
  const complete = [from + one, from + two, from + three] as const;
  return { complete, pages: 1, knownFrom: lookBackDate, isFirst: true, seen: {} };
}

/** After a listing was read whole. */
function afterReading(
  { complete, knownFrom, isFirst }: SavedScorecards,
  { lookBackMs }: Wishes,
  read: { look: number; now: number; from: number; pages: number },
): Omit<SavedScorecards, "seen"> {
  const next = completeAt(complete, read.look, read.now);
  const kept = next[2] - looksOver(lookBackMs)[2].reachMs - keptLongerMs;
  const known = isFirst ? read.from : knownFrom;
  return { complete: next, pages: read.pages, knownFrom: Math.max(known, kept) };
}

/** AI reviews are hidden unless both kinds are asked for (G32). Without an end the list is open. */
function listFrom({ client }: Poll, from: number) {
  const filter = { reviewFromDate: dayOf(from - westernmost), reviewMethod: "BOTH" };
  return client.pages(listAnsweredScorecards, { body: { filter } });
}
