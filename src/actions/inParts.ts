import type { GongClient, GongRequest } from "../client/types";
import type { Operation } from "../operations/operation";

/** IDs that Gong is asked for at once; its pages hold as many records (G12). */
const maxIds = 100;

/** A long list of IDs in parts that Gong takes at once. */
export function idParts(ids: readonly string[]): (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / maxIds) }, (_, index) =>
    ids.slice(index * maxIds, (index + 1) * maxIds),
  );
}

/**
 * Sends a request once for each part of a long list of IDs in its filter, and joins the records as
 * Fetch All does.
 *
 * @param field the field of the filter that holds the IDs
 * @returns nothing when the list is short enough for one request
 */
export async function listInParts(
  client: GongClient,
  operation: Operation,
  { body, ...request }: GongRequest,
  field: string,
): Promise<object | undefined> {
  const { filter } = body as { filter: Readonly<Record<string, readonly string[] | undefined>> };
  const ids = filter[field] ?? [];
  if (ids.length <= maxIds) return undefined;
  const name = operation.records ?? "";
  const records: unknown[] = [];
  let first: object | undefined;
  for (const part of idParts(ids)) {
    const its = { ...request, body: { ...body, filter: { ...filter, [field]: part } } };
    const answer = await client.list(operation, its, { fetchAll: true });
    first ??= answer;
    for (const record of (answer as Record<string, unknown[]>)[name] ?? []) records.push(record);
  }
  const count = { totalRecords: records.length, currentPageSize: records.length };
  return { ...first, records: { ...count, currentPageNumber: 0 }, [name]: records };
}
