import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Sandbox, startSandbox } from "../../sandbox";
import { makeFolder } from "../../tests/support/processes";
import { createActionProgram, messageOf, type RunAction } from "./actionProgram";
import { createExecution, loadComponent } from "./component";
import { apiKeyConnection } from "./connection";

const component = loadComponent();
const folder = makeFolder("action-program");
const now = Date.parse("2027-01-20T15:00:00Z");
const neverRun: RunAction = async () => {
  throw new Error("Nothing was to be run.");
};

/** What the command line prints for these words, and how it ends. */
async function print(words: readonly string[], run: RunAction = neverRun, at = now) {
  const printed = { output: "", errors: "", message: "" };
  const program = createActionProgram(component, run, at);
  for (const command of [program, ...program.commands]) {
    command.configureOutput({
      writeOut: (text) => {
        printed.output += text;
      },
      writeErr: (text) => {
        printed.errors += text;
      },
      getOutHelpWidth: () => 80,
    });
  }
  await program.parseAsync(words, { from: "user" }).catch((error: unknown) => {
    printed.message = messageOf(error);
  });
  return printed;
}

const helpOf = async (key: string) => (await print([key, "--help"])).output;

describe.each(Object.values(component.actions))("The help of $key", ({ key, inputs }) => {
  const shown = inputs.filter(({ type }) => type !== "connection");

  it("has every input with its choices, its default and an example", async () => {
    const { output, errors } = await print([key, "--help"]);
    expect(errors).toBe("");
    for (const { key: name, type, model = [], default: preset, required } of shown) {
      const [, about = "", ...rest] = output.split(new RegExp(`^  --${name} .*\n`, "m"));
      expect(rest).toEqual([]);
      const block = about.split(/^ {2}-/m)[0]?.replace(/\s+/g, " ");
      for (const { value } of model as { value: string }[]) expect(block).toContain(value);
      const hasPreset = typeof preset === "string" && preset !== "";
      if (hasPreset) expect(block).toContain(`Default: ${preset}.`);
      expect(block?.startsWith(" Required.")).toBe(Boolean(required) && !hasPreset);
      if (type !== "boolean") expect(block).toContain(`Example: --${name} `);
    }
  });

  it("is at most 80 wide, but for what is to be copied", async () => {
    const wide = (await helpOf(key)).split("\n").filter((line) => line.length > 80);
    expect(wide.filter((line) => !/^Usage: |^ *Example: |^@PATH/.test(line))).toEqual([]);
  });

  it("has examples that the command line takes", async () => {
    writeFileSync(path.join(folder, "recording.mp3"), "a recording");
    const words = [...(await helpOf(key)).matchAll(/Example: (--\w+) (.*)/g)].flatMap(
      ([, option = "", value = ""]) => [option, unquote(value)],
    );
    const given: object[] = [];
    const before = process.env.INIT_CWD;
    process.env.INIT_CWD = folder;
    const { message } = await print([key, ...words], async (_, values) => {
      given.push(values);
      return { data: null };
    });
    process.env.INIT_CWD = before;
    expect(message).toBe("");
    expect(given).toHaveLength(1);
  });
});

function unquote(word: string): string {
  return word.startsWith("'") ? word.slice(1, -1).replaceAll("'\\''", "'") : word;
}

describe("Examples", () => {
  it("lie in the month before today, and those of meetings ahead", async () => {
    expect(await helpOf("listCallsUsingGet")).toContain("--fromDateTime 2026-12-20T00:00:00Z\n");
    expect(await helpOf("listCallsUsingGet")).toContain("--toDateTime 2027-01-20T00:00:00Z\n");
    expect(await helpOf("createNewGongMeeting")).toContain("--startTime 2027-01-27T09:00:00-07:00");
    expect(await helpOf("rawRequest")).toContain("--queryParams fromDateTime=2026-12-20T00:00:00Z");
    expect((await print(["--help"])).output).toContain(
      "--fromDateTime 2026-12-20 --toDateTime 2027-01-20\n",
    );
  });

  it("of files and ids are said to be made up", async () => {
    const help = await helpOf("rawRequest");
    expect(help).toContain("--fileData mediaFile=@recording.mp3\n");
    expect(help).toContain("examples are made up");
    expect(help).toContain("@PATH stands for what is in a file");
    expect(await helpOf("listWorkspaces")).not.toMatch(/made up|@PATH/);
  });
});

describe("On the local Gong", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ requestsPerSecond: Number.POSITIVE_INFINITY });
  });
  afterAll(() => sandbox.stop());

  const run: RunAction = (key, inputs) => {
    const { url, accessKey, accessKeySecret } = sandbox;
    const connection = apiKeyConnection(url, accessKey, accessKeySecret);
    return createExecution(component, connection, () => {}).run(key, inputs);
  };

  it("the examples of the general help find something", async () => {
    const { output } = await print(["--help"]);
    const today = (await print(["--help"], neverRun, Date.now())).output;
    const examples = [...today.matchAll(/^ {2}npm run action -- (\w.*)$/gm)]
      .map(([, line]) => `${line}`.split(" "))
      .filter((words) => !words.includes("--help") && !words.includes("CALL_ID"));
    expect(examples.map(([key]) => key)).toEqual(["listUsers", "listCallsUsingGet", "rawRequest"]);
    for (const words of examples) {
      const { output: answer, message } = await print(words, run);
      expect(message).toBe("");
      const { users = [], calls = [] } = JSON.parse(answer);
      expect(users.length + calls.length).toBeGreaterThan(10);
    }
    expect(output).toContain("CALL_ID stands for what createNewCall answered");
  });

  it("the example rules match the example's title, from a file too", async () => {
    const help = await helpOf("evaluateAutomationRules");
    const rules = unquote(/Example: --rules (.*)/.exec(help)?.[1] ?? "");
    const file = path.join(folder, "rules.json");
    writeFileSync(file, rules);
    const event = JSON.stringify({ callData: { metaData: { id: "1", title: "The renewal" } } });
    for (const given of [rules, `@${file}`]) {
      const words = ["evaluateAutomationRules", "--event", event, "--rules", given];
      expect(JSON.parse((await print(words, run)).output)).toMatchObject({
        matchedRules: ["Large renewals"],
      });
    }
  });

  it("the body of a raw request and the value of a pair come from files", async () => {
    const file = path.join(folder, "body.json");
    writeFileSync(file, '{"filter":{"callIds":["1"]}}');
    const read: Record<string, unknown>[] = [];
    await print(
      ["rawRequest", "--data", `@${file}`, "--fileData", `a=@${file}`],
      async (_, its) => {
        read.push(its);
        return { data: null };
      },
    );
    expect(read).toMatchObject([
      {
        data: '{"filter":{"callIds":["1"]}}',
        fileData: [{ key: "a", value: { data: readFileSync(file) } }],
      },
    ]);
  });
});

describe("A command line that cannot be run is refused", () => {
  it.each([
    [
      ["listUsrs"],
      /^error: unknown action 'listUsrs'\n\(Did you mean listUsers\?\)\n"npm run action -- --list" shows every action\.$/,
    ],
    [["nonsense"], /^error: unknown action 'nonsense'\n"npm run action -- --list" shows every /],
    [["getUser", "--usrId", "1"], /unknown option '--usrId'\n\(Did you mean --userId\?\)/],
    [
      ["getUser", "7"],
      /^"7" is one word too many: inputs are given by name, as in --userId VALUE\.$/,
    ],
    [["listWorkspaces", "7"], /^"7" is one word too many: this action has no inputs\.$/],
    [["addMedia", "--fileInput", "@/no/such/file"], /^The file \/no\/such\/file cannot be read\.$/],
    [["rawRequest", "--headers", "novalue"], /^"novalue" must have the form name=value\.$/],
  ])("%j", async (words, message) => {
    const printed = await print(words);
    expect(printed).toMatchObject({ output: "", errors: "" });
    expect(printed.message).toMatch(message);
  });
});
