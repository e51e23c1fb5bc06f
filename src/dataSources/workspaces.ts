import { dataSource } from "@prismatic-io/spectral";
import { createClient } from "../client/createClient";
import { connectionInput } from "../inputs/connection";
import { listWorkspaces } from "../operations/workspaces";
import { type Entry, pickerOptions, toPicklist } from "./picklist";

/** Lists the company's workspaces to pick one from. */
export const workspaces = dataSource({
  display: {
    label: "Select Workspace",
    description: "Pick a workspace of the company. Scope: api:workspaces:read.",
  },
  dataSourceType: "picklist",
  inputs: { connection: connectionInput },
  perform: async (context, { connection }) => {
    const client = createClient(connection, context, pickerOptions());
    const answer = await client.call(listWorkspaces);
    return toPicklist(
      answer.workspaces.map(
        ({ id, name }): Entry => ({ key: id, label: name ?? `Workspace ${id}` }),
      ),
    );
  },
  examplePayload: { result: [{ key: "623457276584334", label: "Sales" }] },
});
