import { type Call, isSavedWatch, type SavedWatch, watchCalls } from "../watchCalls";
import { mostRecords, type Resource } from "./resource";

/** Calls, as List Calls gives them. */
export const calls: Resource<SavedWatch> = {
  // A call that was left out is unknown, so a wider choice would take it for a new one.
  dependsOn: ({ workspaceId, includePrivate, showNew }) => [workspaceId, includePrivate, showNew],
  isSaved: isSavedWatch,
  latest: ({ latest }) => latest,
  poll: async (poll, saved) => {
    const records: Call[] = [];
    const watched = await watchCalls(poll, saved, {
      room: () => mostRecords - records.length,
      take: (call) => records.push(call),
    });
    return { records, newIds: records.map(({ id }) => id), changedIds: [], ...watched };
  },
};
