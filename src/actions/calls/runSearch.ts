import type { ActionLogger } from "@prismatic-io/spectral";
import { type ContentSelector, selectorFor } from "../../calls/criteria";
import { type Found, searchCalls } from "../../calls/searchCalls";
import { readCursor, writeCursor } from "../../calls/searchCursor";
import type { GongClient } from "../../client/types";
import type { ValuesOf } from "../../inputs/define";
import { InputError } from "../../inputs/InputError";
import { type criteriaInputs, type rangeInputs, toCriteria } from "./searchInputs";

/** Time after which no other page is read; an execution has 15 minutes. */
const searchWithinMs = 12 * 60_000;
/** Calls between two lines of progress in the log. */
const progressEvery = 1_000;

/** What is searched for, and how far. */
interface Task {
  readonly values: Omit<ValuesOf<typeof criteriaInputs & typeof rangeInputs>, "fromDateTime"> & {
    readonly fromDateTime: string;
  };
  /** What of the calls found is wanted, beside what the criteria look at. */
  readonly contentSelector: ContentSelector;
  readonly maxCalls: number;
  readonly maxLookedThrough: number;
  readonly cursor?: string | undefined;
}

/** What a search found, and the cursor to go on from when it is not complete. */
export type SearchResult = Omit<Found, "next"> & {
  readonly complete: boolean;
  readonly cursor?: string;
};

/**
 * Searches calls at the account's pace, with progress in the log.
 *
 * @throws InputError for a range that ends before it begins or a cursor of another search
 * @throws GongError
 */
export async function runSearch(
  client: GongClient,
  logger: Pick<ActionLogger, "info">,
  { values, contentSelector, maxCalls, maxLookedThrough, cursor }: Task,
): Promise<SearchResult> {
  const { fromDateTime, toDateTime, hostIds, workspaceId, ...criteria } = values;
  const from = Date.parse(fromDateTime);
  const to = toDateTime === undefined ? Date.now() : Date.parse(toDateTime);
  if (to <= from) throw new InputError("To Date Time", "must be later than From Date Time");
  const start = cursor === undefined ? { to: endOf(from, to) } : readCursor(cursor, values);
  if (!start) {
    throw new InputError("Cursor", "must come from the same search with the same inputs");
  }
  const begun = performance.now();
  let reported = 0;
  const { next, ...found } = await searchCalls(
    client,
    {
      from,
      workspaceId,
      hostIds,
      criteria: toCriteria(criteria),
      contentSelector: joined(selectorFor(toCriteria(criteria)), contentSelector),
      maxCalls,
      maxLookedThrough,
      hasTime: () => performance.now() - begun < searchWithinMs,
      onProgress: (lookedThrough, count) => {
        if (lookedThrough - reported < progressEvery) return;
        reported = lookedThrough;
        logger.info(`Gong: ${lookedThrough} calls looked through, ${count} found so far.`);
      },
    },
    start,
  );
  return {
    ...found,
    complete: next === undefined,
    ...(next ? { cursor: writeCursor(next, values) } : {}),
  };
}

/** Where there can be calls no more: an end far ahead would be thousands of windows without any. */
function endOf(from: number, to: number): number {
  return Math.min(to, Math.max(from, Date.now()) + 24 * 3600_000);
}

/** Both selectors in one. */
function joined(one: ContentSelector, other: ContentSelector): ContentSelector {
  const [fields, more] = [one.exposedFields, other.exposedFields];
  return {
    ...one,
    ...other,
    exposedFields: {
      ...fields,
      ...more,
      content: { ...fields?.content, ...more?.content },
    },
  };
}
