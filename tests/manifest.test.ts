import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadComponent, root } from "../scripts/support/component";
import { type Platform, startPlatform } from "../scripts/support/platform";
import { startGong, type TestGong } from "./support/gong";
import { cleanEnvironment, type Ended, makeFolder, run } from "./support/processes";

/** A code-native project beside this one: the example, and what `npm run manifest` made for it. */
const project = makeFolder("code-native");
const manifest = path.join(project, "manifest");
const installed = path.join(project, "node_modules/@component-manifests/gong");
const programs = path.join(root, "node_modules/.bin");

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

/** What a platform does with the integration, as far as one execution goes. */
const execution = `
import integration from "./src";
import { summarizeTranscripts } from "./src/summarizeTranscripts";

async function main() {
  const { default: component } = require(${JSON.stringify(path.join(root, "dist/index.js"))});
  const connection = JSON.parse(process.env.CONNECTION);
  const logger = Object.fromEntries(
    ["metric", "trace", "debug", "info", "log", "warn", "error"].map((level) => [level, () => {}]),
  );
  const context = { logger, instanceState: {}, executionState: {} };
  const bound = Object.entries(component.actions).map(([key, action]) => [
    key,
    (inputs) => action.perform(context, inputs),
  ]);
  const polled = await component.triggers.pollChangesTrigger.perform(context, {}, {
    connection,
    resourceType: "transcripts",
    showNewRecords: "true",
    lookBackDate: process.env.SINCE,
  });
  const { data } = await summarizeTranscripts.onExecution(
    { ...context, components: { gong: Object.fromEntries(bound) }, configVars: { "Gong Connection": connection } },
    { onTrigger: { results: polled.payload } },
  );
  const records = polled.payload.body.data.created;
  console.log(JSON.stringify({ definition: integration.codeNativeIntegrationYAML, records, data }));
}
main().catch(({ message }) => {
  console.error(message);
  process.exit(1);
});
`;

const inProject = { cwd: project, env: cleanEnvironment(project) };
let made: Ended;
let installation: Ended;
beforeAll(async () => {
  cpSync(path.join(root, "examples/code-native"), project, { recursive: true });
  writeFileSync(path.join(project, "src/mistakes.ts"), mistakes);
  writeFileSync(path.join(project, "execution.ts"), execution);
  made = await run(
    process.execPath,
    ["--import", "tsx", path.join(root, "scripts/manifest.ts"), "--folder", manifest],
    { ...inProject, cwd: root },
  );
  const spectral = path.join(root, "node_modules/@prismatic-io/spectral");
  const { scripts } = JSON.parse(readFileSync(path.join(project, "package.json"), "utf8"));
  const dependencies = { "@prismatic-io/spectral": `file:${spectral}` };
  writeFileSync(path.join(project, "package.json"), JSON.stringify({ scripts, dependencies }));
  const [, command = ""] = /npm (install .*)/.exec(made.output) ?? [];
  const offline = ["--offline", "--no-audit", "--no-fund", "--silent"];
  installation = await run("npm", [...command.split(" "), ...offline], inProject);
});

describe("npm run manifest", () => {
  it("makes a package without an account, and says how to install it", () => {
    expect(made).toMatchObject({ status: 0, errors: "" });
    const { actions, triggers } = loadComponent();
    expect(made.output).toContain(
      `It has ${Object.keys(actions).length} actions, ${Object.keys(triggers).length} triggers,`,
    );
    expect(installation).toMatchObject({ status: 0 });
    expect(existsSync(path.join(installed, "dist/index.d.ts"))).toBe(true);
  });

  it("leaves nothing behind in the temporary folder", () => {
    expect(readdirSync(project).filter((name) => /zip|gong-component/.test(name))).toEqual([]);
  });

  it("runs no script on whoever installs the package", () => {
    const about = JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8"));
    expect(about).toMatchObject({ name: "@component-manifests/gong", main: "dist/index.js" });
    expect(about).not.toHaveProperty("scripts");
  });

  it("empties no folder of anything else", async () => {
    const other = path.join(project, "other");
    mkdirSync(other);
    writeFileSync(path.join(other, "thesis.txt"), "the only copy");
    const { status, errors } = await run(
      process.execPath,
      ["--import", "tsx", path.join(root, "scripts/manifest.ts"), "--folder", other],
      { ...inProject, cwd: root },
    );
    expect(status).toBe(1);
    expect(errors).toBe(
      `${other} holds something else and would be emptied: name another folder.\n`,
    );
    expect(readFileSync(path.join(other, "thesis.txt"), "utf8")).toBe("the only copy");
  });
});

describe("A code-native integration", () => {
  let platform: Platform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.stop());

  /** Runs a script of the example, with the programs that its package.json asks for. */
  const script = (name: string) =>
    run("npm", ["run", "--silent", name], {
      ...inProject,
      env: {
        ...inProject.env,
        ...platform.environment,
        PATH: `${programs}${path.delimiter}${inProject.env.PATH}`,
      },
    });

  it("compiles against the manifest, and does not with a mistake in it", async () => {
    expect(await script("build")).toMatchObject({ status: 0, output: "" });
  });

  it("is imported by its own script, once this build of the component is published", async () => {
    const published = await run(
      path.join(programs, "prism"),
      ["components:publish", "--no-confirm"],
      {
        cwd: root,
        env: { ...inProject.env, ...platform.environment },
      },
    );
    expect(published.status).toBe(0);
    const { status, output } = await script("import");
    expect({ status, output: output.trim() }).toEqual({
      status: 0,
      output: expect.stringMatching(/^\w+=*$/),
    });
    expect(platform.operations.at(-1)).toBe("importIntegration");
  });

  describe("run on a local Gong", () => {
    let gong: TestGong;
    beforeAll(async () => {
      gong = await startGong();
    });
    afterAll(() => gong.stop());

    it("polls with the trigger, calls three actions and names this build", async () => {
      const { company, clock } = gong.sandbox;
      const since = new Date(clock.now() - 5 * 24 * 3600_000).toISOString().slice(0, 10);
      const { status, output, errors } = await run(
        process.execPath,
        ["--import", path.join(root, "node_modules/tsx/dist/loader.mjs"), "execution.ts"],
        {
          ...inProject,
          env: {
            ...inProject.env,
            GONG_ALLOW_LOCAL: "true",
            CONNECTION: JSON.stringify(gong.connection),
            SINCE: since,
          },
        },
      );
      expect({ status, errors }).toEqual({ status: 0, errors: "" });
      const { definition, records, data } = JSON.parse(output);
      expect(records.length).toBeGreaterThan(0);
      expect(data.map(({ callId }: { callId: string }) => callId)).toEqual(
        records.map(({ callId }: { callId: string }) => callId),
      );
      const [summary] = data;
      const call = company.calls.find(({ id }) => id === summary.callId);
      const host = company.users.find(({ id }) => id === call?.primaryUserId);
      const workspace = company.workspaces.find(({ id }) => id === call?.workspaceId);
      expect(summary).toMatchObject({
        title: call?.title,
        host: `${host?.firstName} ${host?.lastName}`,
        workspace: workspace?.name,
      });
      expect(summary.words).toBeGreaterThan(10);
      expect(definition).toMatch(/key: gong\n\s+signature: [0-9a-f]{40}\n/);
      expect(definition).toContain("key: pollChangesTrigger");
    });
  });
});
