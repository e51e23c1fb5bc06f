import type { ActionLogger } from "@prismatic-io/spectral";
import { type ContentSelector, selectorFor } from "../../calls/criteria";
import { type Found, searchCalls } from "../../calls/searchCalls";
import { readCursor, writeCursor } from "../../calls/searchCursor";
import type { GongClient } from "../../client/types";
import type { ValuesOf } from "../../inputs/define";
import { InputError } from "../../inputs/InputError";
import { criteriaInputs, type rangeInputs } from "./searchInputs";

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
export type SearchResult = Pick<Found, "calls" | "lookedThrough"> & {
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
  logger: Pick<ActionLogger, "info" | "warn">,
  { values, contentSelector, maxCalls, maxLookedThrough, cursor }: Task,
): Promise<SearchResult> {
  const { fromDateTime, toDateTime, workspaceId, ...criteria } = values;
  const from = Date.parse(fromDateTime);
  const to = toDateTime === undefined ? Date.now() : Date.parse(toDateTime);
  if (to <= from) throw new InputError("To Date Time", "must be later than From Date Time");
  const start = cursor === undefined ? { to: endOf(from, to) } : readCursor(cursor, values);
  if (!start) {
    throw new InputError("Cursor", "must come from the same search with the same inputs");
  }
  warnOfUnknown(values, logger);
  const begun = performance.now();
  let reported = 0;
  const { next, failure, ...found } = await searchCalls(
    client,
    {
      from,
      workspaceId,
      criteria,
      contentSelector: selectorFor(criteria, contentSelector),
      maxCalls,
      maxLookedThrough,
      hasTime: () => performance.now() - begun < searchWithinMs,
      onProgress: (lookedThrough, count) => {
        if (lookedThrough - reported < progressEvery) return;
        reported = lookedThrough;
        logger.info(`Gong: ${lookedThrough} calls read, ${count} found so far.`);
      },
    },
    start,
  );
  if (failure) logger.warn(`The search ended early. Use its cursor to resume. ${failure.message}`);
  return {
    ...found,
    complete: next === undefined,
    ...(next ? { cursor: writeCursor(next, values) } : {}),
  };
}

/** No call starts later; an end far ahead would be thousands of empty windows. */
function endOf(from: number, to: number): number {
  return Math.min(to, Math.max(from, Date.now()) + 24 * 3600_000);
}

/** Warns of a choice that Gong's description does not have: it may be new in Gong, or misspelled. */
function warnOfUnknown(values: Task["values"], logger: Pick<ActionLogger, "warn">): void {
  for (const key of ["direction", "scope"] as const) {
    const { label, model } = criteriaInputs[key];
    const known = model.map(({ value }) => value);
    if (!values[key] || known.includes(values[key])) continue;
    logger.warn(`${label} is not one of ${known.join(", ")}, so the search may find nothing.`);
  }
}
