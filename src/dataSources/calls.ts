import { workspaceIdInput } from "../inputs/ids";
import type { User } from "../operations/answers";
import { listCalls } from "../operations/calls";
import { listUsers } from "../operations/users";
import { latestCalls } from "./latestCalls";
import { isText, namesById, picker } from "./picker";
import { fullNameOf } from "./users";

/** Lists the latest calls to pick one from. */
export const calls = picker({
  noun: "Call",
  description:
    "Pick a call, newest first: all calls of the past year, or the latest thousand. Without the scope for users, hosts are not shown.",
  reads: [listCalls, listUsers],
  inputs: {
    workspaceId: workspaceIdInput("Only calls of this workspace. Blank means all workspaces."),
  },
  isSorted: true,
  list: async (client, { workspaceId }) => {
    const found = await latestCalls(client, workspaceId);
    const hosts = found.length > 0 ? await namesById<User>(client, listUsers, fullNameOf) : null;
    return found.map(({ id, title, started, primaryUserId }) => {
      const shownTitle = isText(title) ? title : "Untitled call";
      const parts = [started?.slice(0, 10), shownTitle, hosts?.get(primaryUserId)];
      return { key: id, name: parts.filter(isText).join(" · ") };
    });
  },
  example: [
    { key: "7782342274025937895", label: "2026-03-01 · Pricing review with Northmoor · Ada Quill" },
  ],
});
