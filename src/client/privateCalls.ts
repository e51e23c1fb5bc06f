import { listExtensiveCalls } from "../operations/calls";
import type { Operation } from "../operations/operation";
import { valueAt } from "./answer";
import { GongError } from "./errors";
import type { GongClient } from "./types";

/** Calls that are looked up at a time; Gong's pages hold as many (G12). */
const maxLookups = 100;

/**
 * An answer without private calls, for accounts that leave them out (G62). Calls of records without
 * the mark, such as transcripts, are looked up, and count as private where they are not found.
 *
 * @throws GongError for one call that is private, and when calls cannot be looked up
 */
export async function withoutPrivateCalls<Answer extends object>(
  { name, records, calls }: Operation<Answer>,
  answer: Answer,
  call: GongClient["call"],
): Promise<Answer> {
  if (!calls) return answer;
  const { id, isPrivate } = calls;
  if (!records) {
    if (!isPrivate || valueAt(answer, isPrivate) !== true) return answer;
    throw new GongError("the call is private", { code: "not_found", operation: name, hint });
  }
  const all = (answer as Record<string, object[]>)[records] ?? [];
  const idOf = (record: object) => String(valueAt(record, id));
  const open = isPrivate ? undefined : await openCalls(all.map(idOf), call);
  const kept = all.filter((record) =>
    open ? open.has(idOf(record)) : valueAt(record, isPrivate ?? "") !== true,
  );
  return kept.length === all.length ? answer : { ...answer, [records]: kept };
}

const hint =
  "The connection leaves out private calls. To get them, turn on Private Calls in the connection.";

/** The IDs of those calls that are not private: `call` itself leaves private ones out. */
async function openCalls(ids: readonly string[], call: GongClient["call"]): Promise<Set<string>> {
  const open = new Set<string>();
  const unique = [...new Set(ids)];
  for (let at = 0; at < unique.length; at += maxLookups) {
    const body = { filter: { callIds: unique.slice(at, at + maxLookups) } };
    const { calls } = await call(listExtensiveCalls, { body });
    for (const record of calls) open.add(String(valueAt(record, "metaData.id")));
  }
  return open;
}
