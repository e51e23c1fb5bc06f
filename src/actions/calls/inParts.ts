import type { GongRequest } from "../../client/types";

/** IDs that Gong is asked for at once; its pages hold as many records (G12). */
const maxIds = 100;

/** A long list of IDs in parts that Gong takes at once. */
export function idParts(ids: readonly string[]): (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / maxIds) }, (_, index) =>
    ids.slice(index * maxIds, (index + 1) * maxIds),
  );
}

/** A request for each part of a long list of IDs; one request when there are few or none. */
export function inParts(
  ids: readonly string[] | undefined,
  toRequest: (part: readonly string[] | undefined) => GongRequest,
): GongRequest | GongRequest[] {
  return !ids || ids.length <= maxIds ? toRequest(ids) : idParts(ids).map(toRequest);
}
