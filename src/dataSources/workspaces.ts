import type { Workspace } from "../operations/answers";
import { listWorkspaces } from "../operations/workspaces";
import { picker, readAll } from "./picker";

/** Lists the company's workspaces to pick one from. */
export const workspaces = picker({
  noun: "Workspace",
  description: "Pick a workspace of your company.",
  reads: [listWorkspaces],
  list: async (client) => {
    const found = await readAll<Workspace>(client, listWorkspaces);
    return found.map(({ id, name }) => ({ key: id, name }));
  },
  example: [{ key: "623457276584334", label: "Sales" }],
});
