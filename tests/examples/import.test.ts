import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../scripts/support/component";
import { exampleFiles, examplesFolder, exampleText } from "../support/integration";
import { cleanEnvironment, makeFolder, run } from "../support/processes";
import { type RecordingServer, startRecordingServer } from "../support/recordingServer";

const readme = readFileSync(path.join(examplesFolder, "README.md"), "utf8");
const none = { nodes: [] };
const imported = { id: "SW50ZWc=", flows: none, testConfigVariables: none };
const answers = {
  importIntegration: {
    integration: { ...imported, systemInstance: { id: "SW5z", flowConfigs: none } },
    errors: [],
  },
  validateIntegrationSchema: { result: { isValid: true }, errors: [] },
};

const home = makeFolder("import");
let platform: RecordingServer;
beforeAll(async () => {
  platform = await startRecordingServer();
  platform.answer((_, response) => response.end(JSON.stringify({ data: answers })));
});
afterAll(() => platform.stop());

describe("The README of the examples", () => {
  const commands = Array.from(readme.matchAll(/npx prism ([^`\n]+)/g), ([, command]) => command);

  it("tells how to import and how to validate", () => {
    expect(commands.map((command) => command?.split(" ")[0])).toEqual([
      "integrations:import",
      "integrations:validate-yaml",
    ]);
  });

  it.each(commands)("sends a whole example with npx prism %s", async (command = "") => {
    platform.requests.length = 0;
    const ended = await run(path.join(root, "node_modules/.bin/prism"), command.split(" "), {
      cwd: root,
      env: {
        ...cleanEnvironment(home),
        PRISMATIC_URL: platform.url,
        PRISM_ACCESS_TOKEN: "anything",
      },
    });
    expect(ended).toMatchObject({ status: 0, errors: "" });
    const file = exampleFiles.find((name) => command.includes(name)) ?? "";
    const sent = platform.requests.map(({ body }) => JSON.parse(body.toString()) as object);
    expect(sent).toMatchObject([{ variables: { definition: exampleText(file) } }]);
  });
});
