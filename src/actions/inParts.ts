import type { GongClient, GongRequest, ListOptions } from "../client/types";
import type { Operation } from "../operations/operation";

/** IDs that Gong is asked for at a time; its pages hold as many records (G12). */
const maxIds = 100;

/** A long list of IDs in parts that Gong takes. */
export function idParts(ids: readonly string[]): (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / maxIds) }, (_, index) =>
    ids.slice(index * maxIds, (index + 1) * maxIds),
  );
}

/**
 * Lists records like the client. A list of IDs in the filter that is longer than Gong takes goes in
 * parts, whose records are joined as Fetch All does.
 */
export async function listInParts<Answer extends object>(
  client: GongClient,
  operation: Operation<Answer>,
  request: GongRequest,
  options: ListOptions,
): Promise<Answer> {
  const { filter = {}, ...body } = { ...request.body } as { filter?: Record<string, unknown> };
  const [field, ids] = Object.entries(filter).find(([, value]) => isLong(value)) ?? [];
  // A cursor belongs to a listing that was not cut.
  if (!field || options.cursor) return client.list(operation, request, options);
  const name = operation.records ?? "";
  const records: unknown[] = [];
  let rest: object = {};
  for (const part of idParts(ids as string[])) {
    const its = { ...request, body: { ...body, filter: { ...filter, [field]: part } } };
    const answer = await listInParts(client, operation, its, { fetchAll: true });
    for (const record of (answer as Record<string, unknown[]>)[name] ?? []) records.push(record);
    // What only one part says, such as a note, counts for all.
    rest = { ...answer, ...rest };
  }
  const count = { totalRecords: records.length, currentPageSize: records.length };
  return { ...rest, records: { ...count, currentPageNumber: 0 }, [name]: records } as Answer;
}

const isLong = (value: unknown) => Array.isArray(value) && value.length > maxIds;
