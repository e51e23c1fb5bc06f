import { readFileSync } from "node:fs";
import path from "node:path";
import { changedExample, exampleFiles, exampleText } from "../tests/support/integration";
import { loadComponent, root } from "./support/component";
import { type Platform, startPlatform } from "./support/platform";
import { createPlatformProgram } from "./support/platform/program";

const started: Platform[] = [];
afterAll(() => Promise.all(started.map(({ stop }) => stop())));

/** Starts one on a port, and shows what it prints. */
async function serve(port: string) {
  const lines: string[] = [];
  const error = await createPlatformProgram(
    (line) => lines.push(line),
    (platform) => started.push(platform),
  )
    .parseAsync(["--port", port], { from: "user" })
    .then(
      () => "",
      ({ message }: Error) => message,
    );
  return { shown: lines.join("\n"), error };
}

const unpublished =
  'the component gong has not been published here: run "npm run publish:component" first';

describe("npm run platform", () => {
  it("names its settings, and commands to go on with that the project and its examples have", async () => {
    const { shown, error } = await serve("0");
    expect(error).toBe("");
    const [platform] = started;
    const settings = Object.entries(platform?.environment ?? {}).map((pair) => pair.join("="));
    expect(shown).toContain(`\nexport ${settings.join(" ")}\n`);
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    const named = Array.from(shown.matchAll(/^npm run (\S+)/gm), ([, name]) => name);
    expect(named).toEqual(["publish:component", "manifest"]);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
    const readme = readFileSync(path.join(root, "examples/README.md"), "utf8");
    const commands = Array.from(readme.matchAll(/npx prism (\S+ [^`\n]+)/g), ([line]) => line);
    expect(commands).toHaveLength(2);
    for (const command of commands) expect(shown).toContain(`\n${command}\n`);
  });

  it("says in one line that its port is taken", async () => {
    const { port } = new URL(started[0]?.url ?? "");
    expect(await serve(port)).toEqual({
      shown: "",
      error: expect.stringMatching(new RegExp(`^Port ${port} is already in use\\. .+$`)),
    });
  });
});

describe("The mock of the platform", () => {
  const lines: string[] = [];
  let platform: Platform;
  let before: string[];
  beforeAll(async () => {
    platform = await startPlatform({ report: (line) => lines.push(line) });
    started.push(platform);
    before = await objectionsTo(exampleText("nightly-export.yml"));
    await publish();
  });

  /** Asks as prism does. */
  async function ask(query: string, variables: object) {
    const response = await fetch(`${platform.url}/api`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${platform.environment.PRISM_ACCESS_TOKEN}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    return ((await response.json()) as { data: Record<string, unknown> }).data;
  }

  /** Publishes the built component, with a package that only has to arrive. */
  async function publish(): Promise<void> {
    const { actions, triggers, dataSources, connections, key, display } = loadComponent();
    const input = {
      definition: { key, display },
      actions: Object.values(actions),
      triggers: Object.values(triggers),
      dataSources: Object.values(dataSources),
      connections,
    };
    const { publishComponent } = (await ask(
      `mutation ($input: PublishComponentInput!) {
        publishComponent(input: $input) { publishResult { packageUploadUrl } }
      }`,
      { input },
    )) as { publishComponent: { publishResult: { packageUploadUrl: string } } };
    const { packageUploadUrl } = publishComponent.publishResult;
    const upload = { method: "PUT", headers: { "content-type": "application/zip" }, body: "zip" };
    expect((await fetch(packageUploadUrl, upload)).status).toBe(200);
  }

  /** What is wrong with a definition. */
  async function objectionsTo(definition: string): Promise<string[]> {
    const { validateIntegrationSchema } = (await ask(
      `mutation ($definition: String!) {
        validateIntegrationSchema(input: { definition: $definition }) { errors { messages } }
      }`,
      { definition },
    )) as { validateIntegrationSchema: { errors: { messages: string[] }[] } };
    return validateIntegrationSchema.errors.flatMap(({ messages }) => messages);
  }

  it("takes no integration while the component is not published", () => {
    expect(before).toEqual([unpublished]);
  });

  it.each(exampleFiles)("takes examples/%s", async (file) => {
    expect(await objectionsTo(exampleText(file))).toEqual([]);
  });

  const event = "signed-event-to-own-system.yml";
  it.each([
    ["an action", "key: getReadableTranscript\n", "key: hook\n", "gong has no action hook"],
    ["a trigger", "key: webhook\n", "key: hook\n", "gong has no trigger hook"],
    ["a data source", "key: automationRules\n", "key: hook\n", "gong has no data source hook"],
    ["a connection", "key: oauth2\n", "key: hook\n", "gong has no connection hook"],
  ])("refuses an integration with %s that was not published", async (_, place, other, words) => {
    expect(await objectionsTo(changedExample(event, place, other))).toEqual([words]);
  });

  it.each([
    ["flows: [", /^it is not YAML: /],
    ["A text.", /^it is not an integration, which has a name and flows$/],
  ])("refuses what is no integration: %s", async (text, words) => {
    expect(await objectionsTo(text)).toEqual([expect.stringMatching(words)]);
  });

  it("shows a line for each", () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        `Refused Nightly Export of Gong Calls: ${unpublished}`,
        expect.stringMatching(/^Published Gong, version 1: \d+ actions, .* \d+ KB\.$/),
        expect.stringMatching(/^Validated Nightly Export of Gong Calls: it uses 2 published /),
      ]),
    );
  });
});
