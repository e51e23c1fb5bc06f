import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadComponent, root } from "../../scripts/support/component";
import { createContext } from "./context";

/** Every line that is expected to fail does not compile unless it does. */
const mistakes = `
import { flow } from "@prismatic-io/spectral";

export const mistaken = flow({
  name: "Mistaken",
  stableKey: "mistaken",
  onExecution: async ({ components: { gong }, configVars }) => {
    const connection = configVars["Gong Connection"];
    // @ts-expect-error There is no such action.
    await gong.getUsr({ connection, userId: "1" });
    // @ts-expect-error The user's id is required.
    await gong.getUser({ connection });
    // @ts-expect-error Ids are text.
    await gong.getUser({ connection, userId: 234599484848423 });
    // @ts-expect-error There is no such config variable.
    await gong.listWorkspaces({ connection: configVars["Other Connection"] });
    return { data: null };
  },
});

export const polling = flow({
  name: "Polling",
  stableKey: "polling",
  schedule: { value: "*/5 * * * *" },
  // @ts-expect-error The trigger knows no such records.
  onTrigger: {
    component: "gong",
    key: "pollChangesTrigger",
    values: {
      connection: { configVar: "Gong Connection" },
      resourceType: { value: "invoices" },
      showNewRecords: { value: true },
    },
  },
  onExecution: async () => ({ data: null }),
});
`;

/** A code-native project: the example, with a manifest installed and a file of mistakes in it. */
export function makeProject(project: string, manifest: string): void {
  cpSync(path.join(root, "examples/code-native"), project, { recursive: true });
  writeFileSync(path.join(project, "src/mistakes.ts"), mistakes);
  const modules = path.join(project, "node_modules");
  for (const scope of ["@component-manifests", "@prismatic-io"]) {
    mkdirSync(path.join(modules, scope), { recursive: true });
  }
  const gong = path.join(modules, "@component-manifests/gong");
  for (const part of ["package.json", "dist"]) {
    cpSync(path.join(manifest, part), path.join(gong, part), { recursive: true });
  }
  const spectral = "@prismatic-io/spectral";
  symlinkSync(path.join(root, "node_modules", spectral), path.join(modules, spectral));
}

interface Flow {
  readonly onExecution: (context: object, params: object) => Promise<{ data: unknown }>;
}

/** Runs the project's flow once, as the platform would: polls, then calls actions. */
export async function runFlow(project: string, connection: object, pollInputs: object) {
  const component = loadComponent();
  const context = { ...createContext(), instanceState: {}, executionState: {} };
  const bound = Object.entries(component.actions).map(([key, action]) => [
    key,
    (inputs: object) => action.perform(context as never, inputs as never),
  ]);
  const poll = component.triggers.pollChangesTrigger?.perform as unknown as (
    ...args: object[]
  ) => Promise<{ payload: { body: { data: { created: { callId: string }[] } } } }>;
  const { payload } = await poll(context, {}, { connection, ...pollInputs });
  const load = <Exported>(file: string) => require(path.join(project, file)) as Exported;
  const { summarizeTranscripts } = load<{ summarizeTranscripts: Flow }>(
    "src/summarizeTranscripts.ts",
  );
  const { data } = await summarizeTranscripts.onExecution(
    {
      ...context,
      components: { gong: Object.fromEntries(bound) },
      configVars: { "Gong Connection": connection },
    },
    { onTrigger: { results: payload } },
  );
  const { default: integration } = load<{ default: { codeNativeIntegrationYAML: string } }>(
    "src/index.ts",
  );
  return {
    records: payload.body.data.created,
    summaries: data as { callId: string; words: number }[],
    definition: integration.codeNativeIntegrationYAML,
  };
}
