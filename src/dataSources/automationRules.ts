import { dataSource } from "@prismatic-io/spectral";
import { type Choice, rulesForm } from "../automationRules/form";
import { createClient, type GongClient } from "../client/createClient";
import { isGongError } from "../client/errors";
import { connectionInput } from "../inputs/connection";
import type { Tracker, User, Workspace } from "../operations/answers";
import { listTrackers } from "../operations/settings";
import { listUsers } from "../operations/users";
import { listWorkspaces } from "../operations/workspaces";
import { type Entry, pickerOptions, readAll, sortByLabel } from "./picker";
import { nameOf } from "./userName";

/** Builds the form for automation rules, with what the account has to choose from. */
export const automationRules = dataSource({
  display: {
    label: "Automation Rules",
    description:
      "Build automation rules for Gong's events. Scopes: api:workspaces:read, api:users:read and api:settings:trackers:read; where one is missing, its field takes text instead of offering a list.",
  },
  dataSourceType: "jsonForm",
  inputs: { connection: connectionInput },
  perform: async (context, { connection }) => {
    const client = createClient(connection, context, pickerOptions());
    const workspaces = await unlessScopeIsMissing(() => workspaceEntries(client));
    const [host, tracker] = await Promise.all([
      unlessScopeIsMissing(() => userEntries(client)),
      unlessScopeIsMissing(() => trackerEntries(client, workspaces)),
    ]);
    return {
      result: rulesForm({
        workspace: toChoices(workspaces),
        host: toChoices(host),
        tracker: toChoices(tracker),
      }),
    };
  },
  examplePayload: {
    result: rulesForm({
      workspace: [{ const: "623457276584334", title: "Sales" }],
      host: [{ const: "234599484848423", title: "Ada Quill (ada.quill@harbourline.example)" }],
      tracker: [{ const: "6840000929075400007", title: "Competitors" }],
    }),
  },
});

/** A form with a text field beats none: a missing scope must not hold up the rules. */
async function unlessScopeIsMissing(list: () => Promise<Entry[]>): Promise<Entry[]> {
  try {
    return await list();
  } catch (error) {
    if (isGongError(error) && error.code === "missing_scope") return [];
    throw error;
  }
}

async function workspaceEntries(client: GongClient): Promise<Entry[]> {
  const workspaces = await readAll<Workspace>(client, listWorkspaces);
  return workspaces.map(({ id, name }) => ({ key: id, label: name ?? `Workspace ${id}` }));
}

async function userEntries(client: GongClient): Promise<Entry[]> {
  const users = await readAll<User>(client, listUsers);
  return users.map((user) => ({ key: user.id, label: nameOf(user) }));
}

/** Workspaces have trackers of the same name, so the workspace stands behind each where it helps. */
async function trackerEntries(client: GongClient, workspaces: readonly Entry[]): Promise<Entry[]> {
  const trackers = await readAll<Tracker>(client, listTrackers);
  return trackers.map(({ trackerId, trackerName, workspaceId }) => {
    const workspace = workspaces.find(({ key }) => key === workspaceId);
    const name = trackerName ?? `Tracker ${trackerId}`;
    const label = workspace && workspaces.length > 1 ? `${name} (${workspace.label})` : name;
    return { key: trackerId, label };
  });
}

function toChoices(entries: readonly Entry[]): Choice[] {
  return sortByLabel(entries).map(({ key, label }) => ({ const: key, title: label }));
}
