import type { Call } from "../../../operations/answers";
import { listCalls } from "../../../operations/calls";
import { day } from "../../duration";
import { filterOf, planScan, type Range } from "../../scan";
import { type SavedWatch, Watch } from "../../watch";
import type { Poll, Resource } from "./resource";

/** Web conferences stand at their scheduled time, so Gong lists calls ahead of now (G18). */
const aheadMs = 30 * day;

/** Calls, as List Calls gives them. */
export const calls: Resource<SavedWatch> = {
  // Calls that were over by the public component's last poll were delivered there (G19).
  takeOver: ({ lastPolledAt }, wishes, now) => {
    const polledAt = Date.parse(String(lastPolledAt));
    if (Number.isNaN(polledAt)) return undefined;
    const since = wishes.showNew ? polledAt : undefined;
    const scan = planScan({}, { ...wishes, since }, aheadMs, now);
    return { scan: scan && { ...scan, withOngoing: wishes.showNew }, seen: {} };
  },
  poll: (poll, saved) => watchCalls(poll, saved).readNew(poll.enough, poll.hasTime),
};

/** Watches the account's calls. */
export function watchCalls({ client, wishes, now }: Poll, saved: SavedWatch | undefined) {
  const source = {
    ...{ operation: listCalls, aheadMs },
    endOf: ({ started, duration }: Call) => Date.parse(started ?? "") + (duration ?? 0) * 1000,
    list: (window: Range, cursor: string | undefined) => {
      const query = { ...filterOf(window), workspaceId: wishes.workspaceId };
      return client.list(listCalls, { query }, { cursor });
    },
  };
  return new Watch<Call>(source, wishes, now, saved);
}
