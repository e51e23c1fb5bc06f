import { dataSource } from "@prismatic-io/spectral";
import { createClient, type GongClient } from "../client/createClient";
import { isGongError } from "../client/errors";
import { connectionInput } from "../inputs/connection";
import { workspaceIdInput } from "../inputs/ids";
import { listCalls } from "../operations/calls";
import type { AnswerOf } from "../operations/operation";
import { listUsers } from "../operations/users";
import { type Entry, pickerOptions, toPicklist } from "./picklist";
import { fullNameOf } from "./userName";

const dayMs = 24 * 3600_000;
/** How far back each look goes, in days. */
const looks = [1, 7, 30, 90, 365];
/** Calls after which looking further back ends: nobody scrolls through more. */
const enoughCalls = 1_000;

/** Lists the latest calls to pick one from. */
export const calls = dataSource({
  display: {
    label: "Select Call",
    description:
      "Pick a call: all calls of the past year, or the latest thousand where there are more. Scopes: api:calls:read:basic, and api:users:read for the names of hosts.",
  },
  dataSourceType: "picklist",
  inputs: {
    connection: connectionInput,
    workspaceId: workspaceIdInput("Only calls of this workspace. Blank lists those of all."),
  },
  perform: async (context, { connection, workspaceId }) => {
    const client = createClient(connection, context, pickerOptions());
    const found = await latestCalls(client, workspaceId);
    const hosts = found.length > 0 ? await namesOfUsers(client) : new Map<string, string>();
    return toPicklist(
      found.map(({ id, title, started, primaryUserId }): Entry => {
        const day = started?.slice(0, 10);
        const host = hosts.get(primaryUserId ?? "");
        return { key: id, label: [title || "Untitled call", day, host].filter(Boolean).join(", ") };
      }),
    );
  },
  examplePayload: {
    result: [
      { key: "7782342274025937895", label: "Pricing review with Northmoor, 2026-03-01, Ada Quill" },
    ],
  },
});

type Call = AnswerOf<typeof listCalls>["calls"][number];

/** Looks back further and further, since the order within a listing tells nothing (G16). */
async function latestCalls(client: GongClient, workspaceId: string | undefined): Promise<Call[]> {
  const now = Date.now();
  const found: Call[] = [];
  // Web conferences count by their scheduled time (G18), which can lie ahead of their start.
  let to = now + dayMs;
  for (const days of looks) {
    const from = now - days * dayMs;
    const query = {
      fromDateTime: new Date(from).toISOString(),
      toDateTime: new Date(to).toISOString(),
      workspaceId,
    };
    for await (const page of client.pages(listCalls, { query })) {
      found.push(...(page.calls ?? []));
      if (found.length >= enoughCalls) return found;
    }
    to = from;
  }
  return found;
}

/** Errors about users that take nothing but names from the picker. */
const onlyNamesLost: readonly string[] = ["missing_scope", "timed_out", "rate_limited"];

/**
 * Without the scope for users the picker still works; calls are listed without their hosts. Of users
 * that are too many for the time of a picker, the names that came in it are shown.
 */
async function namesOfUsers(client: GongClient): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  try {
    for await (const { users } of client.pages(listUsers)) {
      for (const user of users) names.set(user.id, fullNameOf(user));
    }
  } catch (error) {
    if (!isGongError(error) || !onlyNamesLost.includes(error.code)) throw error;
  }
  return names;
}
