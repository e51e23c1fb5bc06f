import type { GongClient } from "../client/createClient";
import { workspaceIdInput } from "../inputs/ids";
import type { Call, User } from "../operations/answers";
import { listCalls } from "../operations/calls";
import { listUsers } from "../operations/users";
import { endsEarly } from "./endsEarly";
import { latestCalls } from "./latestCalls";
import { picker, recordsOf } from "./picker";
import { fullNameOf } from "./userName";

/** Lists the latest calls to pick one from. */
export const calls = picker({
  label: "Select Call",
  description:
    "Pick a call, newest first: all calls of the past year, or the latest thousand where there are more. Without the scope for users, calls come without their hosts.",
  reads: [listCalls, listUsers],
  inputs: { workspaceId: workspaceIdInput("Only calls of this workspace. Blank lists all.") },
  order: "as listed",
  list: async (client, { workspaceId }) => {
    const found = await latestCalls(client, workspaceId);
    const hosts = found.length > 0 ? await namesOfUsers(client) : new Map<string, string>();
    return found.map((call) => ({ key: call.id, label: labelOf(call, hosts) }));
  },
  example: [
    { key: "7782342274025937895", label: "2026-03-01 · Pricing review with Northmoor · Ada Quill" },
  ],
});

function labelOf({ title, started, primaryUserId }: Call, hosts: ReadonlyMap<string, string>) {
  const parts = [started?.slice(0, 10), title || "Untitled call", hosts.get(`${primaryUserId}`)];
  return parts.filter(Boolean).join(" · ");
}

/** Names that can be read; without the scope for users, or without time, calls come without. */
async function namesOfUsers(client: GongClient): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  try {
    for await (const page of client.pages(listUsers)) {
      for (const user of recordsOf<User>(listUsers, page)) names.set(user.id, fullNameOf(user));
    }
  } catch (error) {
    if (!endsEarly(error, ["missing_scope"])) throw error;
  }
  return names;
}
