import type { Call } from "../../../operations/answers";
import { listCalls } from "../../../operations/calls";
import { CallWatch, type SavedWatch } from "../../callWatch";
import { day, formatInstant } from "../../duration";
import { planScan, type Wanted } from "../../lookBack";
import type { Poll, Resource, Wishes } from "./resource";

/** Calls, as List Calls gives them. */
export const calls: Resource<SavedWatch> = {
  takeOver: takeOverCalls,
  poll: async (poll, saved) => {
    const watch = watchCalls(poll, saved);
    const created: Call[] = [];
    while (watch.window && created.length < poll.enough && poll.hasTime()) {
      created.push(...(await watch.readPage()).fresh);
    }
    return { created, updated: [], more: watch.window !== undefined, saved: watch.save() };
  },
};

/**
 * Goes on from the public component's last poll: calls that Gong lists from there on are new. Those
 * from before were delivered if they could be seen, which only a call that was over can be (G19).
 */
export function takeOverCalls(
  { lastPolledAt }: { readonly lastPolledAt: number },
  wishes: Wishes,
  now: number,
): SavedWatch {
  const from = Math.floor(lastPolledAt / 1000) * 1000;
  const wanted = { ...wantedOf(wishes), older: "ongoing", first: { from, manner: "new" } } as const;
  return { scan: planScan({}, wanted, now), seen: {} };
}

/** Watches the account's calls. */
export function watchCalls({ client, wishes, now }: Poll, saved: SavedWatch | undefined) {
  const { showNew, includePrivate, workspaceId } = wishes;
  const source = {
    operation: listCalls,
    showNew,
    idOf: ({ id }: Call) => String(id),
    isLeftOut: ({ isPrivate }: Call) => isPrivate === true && !includePrivate,
    wasOngoing: ({ started, duration }: Call, instant: number) =>
      Date.parse(started ?? "") + (duration ?? 0) * 1000 > instant,
    list: ({ from, to }: { from: number; to: number }, cursor: string | undefined) => {
      const range = { fromDateTime: formatInstant(from), toDateTime: formatInstant(to) };
      const request = { query: { ...range, workspaceId } };
      return client.list(listCalls, request, { cursor });
    },
  };
  return new CallWatch<Call>(source, wantedOf(wishes), now, saved);
}

function wantedOf({ lookBackMs, lookBackDate }: Wishes): Wanted {
  const first = lookBackDate === undefined ? undefined : { from: lookBackDate, manner: "always" };
  return { lookBackMs, older: "note", first: first as Wanted["first"], aheadMs: 30 * day };
}
