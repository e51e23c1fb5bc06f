import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import {
  changedExample,
  exampleFiles,
  examplesFolder,
  exampleText,
} from "../tests/support/integration";
import { cleanEnvironment, type Ended, makeFolder, run } from "../tests/support/processes";
import { root } from "./support/component";

const home = makeFolder("platform-script");
const prism = path.join(root, "node_modules/.bin/prism");
const script = ["--import", "tsx", path.join(root, "scripts/platform.ts")];
const readme = readFileSync(path.join(examplesFolder, "README.md"), "utf8");

let server: ChildProcess;
let shown = "";
let env: Record<string, string>;
let before: string[];
let published: Ended;
beforeAll(async () => {
  server = spawn(process.execPath, [...script, "--port", "0"], {
    cwd: root,
    env: cleanEnvironment(home),
  });
  server.stdout?.on("data", (chunk) => {
    shown += chunk;
  });
  server.stderr?.on("data", (chunk) => {
    shown += chunk;
  });
  while (!shown.includes("Ctrl-C")) await once(server.stdout ?? server, "data");
  const [, settings = ""] = /^export (.*)$/m.exec(shown) ?? [];
  const printed = settings.split(" ").map((setting) => setting.split("="));
  env = { ...cleanEnvironment(home), ...Object.fromEntries(printed) };
  before = await objectionsTo(exampleText("nightly-export.yml"));
  published = await run(process.execPath, ["--import", "tsx", "scripts/publish.ts", "--no-build"], {
    cwd: root,
    env,
  });
});
afterAll(() => server.kill("SIGKILL"));

/** Sends a definition as prism does, and gives what is wrong with it. */
async function objectionsTo(definition: string): Promise<string[]> {
  const query = `mutation ($definition: String!) {
    importIntegration(input: { definition: $definition }) { errors { messages } }
  }`;
  const response = await fetch(`${env.PRISMATIC_URL}/api`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${env.PRISM_ACCESS_TOKEN}`,
    },
    body: JSON.stringify({ query, variables: { definition } }),
  });
  const { data } = (await response.json()) as {
    data: { importIntegration: { errors: { messages: string[] }[] } };
  };
  return data.importIntegration.errors.flatMap(({ messages }) => messages);
}

describe("npm run platform", () => {
  it("names commands to go on with that the project has", () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    const named = Array.from(shown.matchAll(/^npm run (\S+)/gm), ([, name]) => name);
    expect(named).toEqual(["publish:component", "manifest"]);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
    const commands = Array.from(readme.matchAll(/npx prism (\S+ [^`\n]+)/g), ([line]) => line);
    expect(commands).toHaveLength(2);
    for (const command of commands) expect(shown).toContain(`\n${command}\n`);
  });

  it("imports nothing while the component is not published", () => {
    expect(before).toEqual(["the component gong has not been published here"]);
  });

  it("takes the component", () => {
    expect(published).toMatchObject({ status: 0, errors: "" });
    expect(published.output).toContain("Published Gong, version 1;");
  });

  it.each(Array.from(readme.matchAll(/npx prism ([^`\n]+)/g), ([, command = ""]) => command))(
    "takes npx prism %s",
    async (command) => {
      const ended = await run(prism, command.split(" "), { cwd: root, env });
      expect(ended).toMatchObject({ status: 0, errors: "" });
    },
  );

  it.each(exampleFiles)("takes examples/%s", async (file) => {
    expect(await objectionsTo(exampleText(file))).toEqual([]);
  });

  const event = "signed-event-to-own-system.yml";
  it.each([
    ["an action", "key: getCallTranscript\n", "key: hook\n", "gong has no action hook"],
    ["a trigger", "key: webhook\n", "key: hook\n", "gong has no trigger hook"],
    ["a data source", "key: automationRules\n", "key: hook\n", "gong has no data source hook"],
    ["a connection", "key: oauth2\n", "key: hook\n", "gong has no connection hook"],
  ])("refuses an integration with %s that was not published", async (_, place, other, words) => {
    expect(await objectionsTo(changedExample(event, place, other))).toEqual([words]);
  });

  it.each([
    ["flows: [", /^it is no YAML: /],
    ["A text.", /^it is no integration, which has a name and flows$/],
  ])("refuses what is no integration: %s", async (text, words) => {
    expect(await objectionsTo(text)).toEqual([expect.stringMatching(words)]);
  });

  it("says in one line that its port is taken", async () => {
    const { port } = new URL(env.PRISMATIC_URL ?? "");
    const second = await run(process.execPath, [...script, "--port", port], {
      cwd: root,
      env: cleanEnvironment(home),
    });
    expect(second).toMatchObject({ status: 1, output: "" });
    expect(second.errors).toMatch(new RegExp(`^Port ${port} is already in use\\. .+\n$`));
  });

  it("shows its options with --help", async () => {
    const help = await run(process.execPath, [...script, "--help"], {
      cwd: root,
      env: cleanEnvironment(home),
    });
    expect(help).toMatchObject({ status: 0, errors: "" });
    expect(help.output).toMatch(/--port <number>[\s\S]*What it\s+cannot: /);
  });

  it("tells of each in one line, and ends at Ctrl-C with a word and status 0", async () => {
    const closed = once(server, "close");
    server.kill("SIGINT");
    expect(await closed).toEqual([0, null]);
    const lines = shown.trimEnd().split("\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        "Refused Nightly Export of Gong Calls: the component gong has not been published here",
        "Asked for the component gong: not published.",
        expect.stringMatching(/^Published Gong, version 1: \d+ actions, .* \d+ KB\.$/),
        "Imported Nightly Export of Gong Calls: it names 2 published parts (unknown here: branch, code, http, loop, schedule-triggers).",
        expect.stringMatching(
          /^Validated Nightly Export of Gong Calls: it names 2 published parts /,
        ),
        "Refused Gong Calls to Your Own System: gong has no connection hook",
      ]),
    );
    expect(lines.slice(-2)).toEqual(["", "Stopped; nothing is kept."]);
  });
});
