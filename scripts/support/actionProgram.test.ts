import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Sandbox, startSandbox } from "../../sandbox";
import { component, neverRun, print } from "../../tests/support/actionProgram";
import { makeFolder } from "../../tests/support/processes";
import { choicesOf, isFolded } from "./actionHelp";
import { type Part, partsOf } from "./actionParts";
import type { Run } from "./actionProgram";
import { runPart } from "./actionRun";
import { type BuiltComponent, root } from "./component";
import { apiKeyConnection } from "./connection";

const parts = partsOf(component);
const folder = makeFolder("action-program");
const before = process.env.INIT_CWD;
beforeAll(() => {
  process.env.INIT_CWD = folder;
  writeFileSync(path.join(folder, "recording.mp3"), "a recording");
  writeFileSync(path.join(folder, "accounts.csv"), "objectId\n1\n");
  writeFileSync(path.join(folder, "token.txt"), "a token");
});
afterAll(() => {
  process.env.INIT_CWD = before;
});

const helpOf = async (key: string) => (await print([key, "--help"])).output;
const unquote = (word: string) =>
  word.startsWith("'") ? word.slice(1, -1).replaceAll("'\\''", "'") : word;

describe("--list and the general help", () => {
  it("show every action, trigger and picker once, by its key", async () => {
    const { output } = await print(["--list"]);
    const listed = [...output.matchAll(/^ {2}(\w+) /gm)].map(([, key]) => key);
    expect(listed).toEqual(parts.map(({ key }) => key));
    expect(new Set(listed).size).toBe(listed.length);
    const { output: help } = await print(["--help"]);
    for (const { key, label } of parts) {
      expect(help).toMatch(new RegExp(`^ {2}${key} +${label.slice(0, 10)}`, "m"));
    }
  });
});

describe.each(parts)("The help of $key", ({ key, inputs }) => {
  it("has every input with its choices, its default, its picker and an example", async () => {
    const { output, errors } = await print([key, "--help"]);
    expect(errors).toBe("");
    for (const input of inputs) {
      const { key: name, type, model = [], default: preset, required, dataSource } = input;
      const [, about = "", ...rest] = output.split(new RegExp(`^  --${name} .*\n`, "m"));
      expect(rest).toEqual([]);
      const block = about.split(/^ {2}-/m)[0]?.replace(/\s+/g, " ");
      const choices = (model as { value: string }[]).map(({ value }) => value);
      if (isFolded(input)) expect(block).toContain(`"--choices ${name}" lists them all.`);
      else for (const choice of choices) expect(block).toContain(choice);
      const hasPreset = typeof preset === "string" && preset !== "";
      if (hasPreset) expect(block).toContain(`Default: ${preset}.`);
      expect(block?.startsWith(" Required.")).toBe(Boolean(required) && !hasPreset);
      if (!["boolean", "jsonForm"].includes(type)) {
        expect(block).toContain(`Example: --${name} `);
      }
      if (dataSource && type !== "jsonForm") {
        expect(block).toContain(`Find one with: npm run action -- ${dataSource}`);
      }
    }
  });

  it("has examples that the command line takes", async () => {
    const words = [...(await helpOf(key)).matchAll(/Example: (--\w+) (.*)/g)].flatMap(
      ([, option = "", value = ""]) => [option, unquote(value)],
    );
    const run = jest.fn(async () => null);
    const { message } = await print([key, ...words], run);
    expect(message).toBe("");
    expect(run).toHaveBeenCalledTimes(1);
  });
});

describe("Help", () => {
  it.each([
    ["listCallsUsingGet", "--fromDateTime 2026-12-20T00:00:00Z\n"],
    ["listCallsUsingGet", "--toDateTime 2027-01-20T00:00:00Z\n"],
    ["createNewGongMeeting", "--startTime 2027-01-27T09:00:00-07:00"],
    ["rawRequest", "--queryParams fromDateTime=2026-12-20T00:00:00Z"],
    ["rawRequest", "--fileData mediaFile=@recording.mp3\n"],
    ["rawRequest", "@PATH reads the value from a file"],
    ["getUser", "IDs in examples are those of the local Gong"],
    ["listCallsInFolder", "Find one with: npm run action -- folders --workspaceId ID\n"],
  ])("of %s shows %j", async (key, text) => {
    expect(await helpOf(key)).toContain(text);
  });

  it("folds long lists of choices, which --choices shows", async () => {
    const [folded] = parts.flatMap(({ key, inputs }) =>
      inputs.filter(isFolded).map((input) => ({ key, name: input.key, choices: choicesOf(input) })),
    );
    if (!folded) throw new Error("No list of choices is long.");
    const { key, name, choices } = folded;
    expect((await print([key, "--choices", name])).output).toBe(`${choices.join("\n")}\n`);
    expect(await helpOf(key)).toContain(`and ${choices.length - 5} more.`);
  });
});

describe("On the local Gong", () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ requestsPerSecond: Number.POSITIVE_INFINITY });
  });
  afterAll(() => sandbox.stop());

  const run: Run = (...given) => {
    const { key, configVarKey, fields } = apiKeyConnection(
      ...([sandbox.url, sandbox.accessKey, sandbox.accessKeySecret] as const),
    );
    const connection = { key, configVarKey, fields: { ...fields, requestsPerSecond: "1000" } };
    return runPart(component, connection, () => {}, ...given);
  };
  const answerTo = async (...words: string[]) => {
    const { output, message } = await print(words, run, Date.now());
    expect(message).toBe("");
    return JSON.parse(output);
  };

  it("the examples of the general help and of the README work as they stand", async () => {
    const help = (await print(["--help"], neverRun, Date.now())).output;
    const readme = readFileSync(path.join(root, "README.md"), "utf8");
    const examples = [
      ...help.matchAll(/^ {2}npm run action -- (.*)$/gm),
      ...readme.matchAll(/^npm run action -- (.*?)(?: +#.*)?$/gm),
    ].map(([, line = ""]) => (line.match(/'[^']*'|\S+/g) ?? []).map(unquote));
    expect(examples.length).toBeGreaterThan(10);
    for (const words of examples) {
      const { output, message } = await print(words, run, Date.now());
      expect({ words, message }).toEqual({ words, message: "" });
      expect(output).not.toBe("");
    }
  });

  it("a scheduled trigger goes on where its state file says", async () => {
    const words = ["pollChangesTrigger", "--resourceType", "calls", "--state", "calls.json"];
    await answerTo(...words);
    const { id } = sandbox.createCall();
    expect(JSON.stringify(await answerTo(...words))).toContain(id);
    expect(JSON.stringify(await answerTo(...words))).not.toContain(id);
    for (const other of ["{", '{"foo":1}', '{"instanceState":null}']) {
      writeFileSync(path.join(folder, "calls.json"), other);
      expect((await print(words, run)).message).toMatch(
        /calls\.json does not contain a trigger's state/,
      );
    }
  });

  it("a batched trigger says that there is more, and goes on from its state file", async () => {
    const perform = async (
      _: object,
      { paginationState: page = 0 }: { paginationState?: number },
    ) => ({ payload: { body: { data: [page] } }, next: page < 2 ? page + 1 : null });
    const trigger = {
      perform,
      getNextPaginationState: (_: object, result: { next: unknown }) => result.next,
    };
    const batched = { triggers: { batched: trigger } } as unknown as BuiltComponent;
    const part = { kind: "trigger", key: "batched" } as Part;
    const lines: string[] = [];
    const state = path.join(folder, "batched.json");
    const round = () => runPart(batched, {}, (line) => lines.push(line), part, {}, { state });
    expect([await round(), await round(), await round()]).toEqual([[0], [1], [2]]);
    expect(lines).toEqual(Array(2).fill("There is more. To continue, run it again."));
  });

  it("the webhook trigger gets body and headers as they were sent", async () => {
    const event = { callData: { metaData: { id: "1", title: "The renewal" } } };
    writeFileSync(path.join(folder, "event.json"), JSON.stringify(event));
    const words = ["webhook", "--body", "@event.json", "--headers", "X-Rule=7"];
    expect(await answerTo(...words)).toMatchObject({
      headers: { "X-Rule": "7" },
      body: { data: event },
    });
  });

  it("the example rules match the example's title, from a file too", async () => {
    const help = await helpOf("evaluateAutomationRules");
    const rules = unquote(/Example: --rules (.*)/.exec(help)?.[1] ?? "");
    writeFileSync(path.join(folder, "rules.json"), rules);
    const event = JSON.stringify({ callData: { metaData: { id: "1", title: "The renewal" } } });
    for (const given of [rules, "@rules.json"]) {
      const words = ["evaluateAutomationRules", "--event", event, "--rules", given];
      expect(await answerTo(...words)).toMatchObject({ matchedRules: ["Large renewals"] });
    }
  });

  it("the body of a raw request and the value of a pair come from files", async () => {
    const body = '{"filter":{"callIds":["1"]}}';
    writeFileSync(path.join(folder, "body.json"), body);
    const read = jest.fn(async () => null);
    await print(["rawRequest", "--data", "@body.json", "--fileData", "a=@body.json"], read);
    const data = readFileSync(path.join(folder, "body.json"));
    expect(read).toHaveBeenCalledWith(
      expect.objectContaining({ key: "rawRequest" }),
      expect.objectContaining({ data: body, fileData: [{ key: "a", value: { data } }] }),
      expect.anything(),
    );
  });
});

describe("A command line that cannot be run is refused", () => {
  it.each([
    [
      ["listUsrs"],
      /^error: unknown key 'listUsrs'\n\(Did you mean listUsers\?\)\n"npm run action -- --list" shows every key\.$/,
    ],
    [["nonsense"], /^error: unknown key 'nonsense'\n"npm run action -- --list" shows every /],
    [["getUser", "--usrId", "1"], /unknown option '--usrId'\n\(Did you mean --userId\?\)/],
    [["getUser", "7"], /^"7" is not expected here: name the inputs, as in --userId VALUE\.$/],
    [["listWorkspaces", "7"], /^"7" is not expected here: this has no inputs\.$/],
    [
      ["addMedia", "--fileInput", "@/no/such/file"],
      /^There is no readable file at \/no\/such\/file\.$/,
    ],
    [["listUsers", "--fetchAll", "maybe"], /^Fetch All must be true or false, not "maybe"\.$/],
    [
      ["webhook"],
      /^--body is missing. Enter what Gong sends to the flow, for example '\{"callData"/,
    ],
    [["webhook", "--body", '{"callData"'], /^--body is not valid JSON: /],
    [
      ["syncCalls", "--state", "nowhere/state.json"],
      /^--state nowhere\/state\.json: there is no folder /,
    ],
    [["rawRequest", "--headers", "novalue"], /^"novalue" must have the form name=value\.$/],
  ])("%j", async (words, message) => {
    const printed = await print(words);
    expect(printed).toMatchObject({ output: "", errors: "" });
    expect(printed.message).toMatch(message);
  });
});
