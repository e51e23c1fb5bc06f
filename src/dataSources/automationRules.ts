import { dataSource } from "@prismatic-io/spectral";
import { rulesForm } from "../automationRules/form";
import { connectionInput } from "../inputs/connection";
import { type Entry, hasCode } from "./picker";
import { trackers } from "./trackers";
import { users } from "./users";
import { workspaces } from "./workspaces";

/** Builds the form for automation rules, with what the account has to choose from. */
export const automationRules = dataSource({
  display: {
    label: "Automation Rules",
    description:
      "Build automation rules for Gong's events. Scopes: api:workspaces:read, api:users:read, and api:settings:trackers:read. If a scope is missing, its field is a text field instead of a list.",
  },
  dataSourceType: "jsonForm",
  inputs: { connection: connectionInput },
  perform: async (context, { connection }) => {
    const choicesOf = async ({ perform }: typeof users) => {
      try {
        const { result } = await perform(context, { connection });
        return (result as Entry[]).map(({ key, label }) => ({ const: key, title: label }));
      } catch (error) {
        // A form with a text field beats none: a missing scope must not hold up the rules.
        if (hasCode(error, "missing_scope")) return [];
        throw error;
      }
    };
    const pickers = [workspaces, users, trackers];
    const [workspace, host, tracker] = await Promise.all(pickers.map(choicesOf));
    return { result: rulesForm({ workspace, host, tracker }) };
  },
  examplePayload: {
    result: rulesForm({
      workspace: [{ const: "623457276584334", title: "Sales" }],
      host: [{ const: "234599484848423", title: "Ada Quill (ada.quill@harbourline.example)" }],
      tracker: [{ const: "6840000929075400007", title: "Competitors" }],
    }),
  },
});
