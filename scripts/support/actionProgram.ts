import { Command, CommanderError, Option } from "commander";
import { choicesOf, dayFrom, examplesEnd, inputHelp, isFolded, termOf } from "./actionHelp";
import { type BuiltInput, type Part, partsOf } from "./actionParts";
import { type Incoming, toIncoming, toValue } from "./actionValues";
import type { BuiltComponent } from "./component";

/** Runs a part with the values of its inputs, and gives what is printed as JSON. */
export type Run = (
  part: Part,
  inputs: Readonly<Record<string, unknown>>,
  incoming: Incoming,
) => Promise<unknown>;

const bodyExample = `'{"callData": {"metaData": {"id": "1"}}, "isTest": true}'`;
const headings = { action: "Actions:", trigger: "Triggers:", picker: "Pickers:" } as const;

const generalHelp = (now: number) => `
It starts a local Gong and runs there, unless you set an account in the environment:
  GONG_BASE_URL, GONG_ACCESS_KEY, GONG_ACCESS_KEY_SECRET   an account, by its API key
  PRISMATIC_CONNECTION_VALUE                               a connection, as prism sets it
"npm run sandbox" keeps a local Gong running and prints these variables for it.
GONG_DEBUG=true (or 1) logs a line for each request.

The result is JSON on standard output. Messages and logs go to standard error. npm itself prints
two lines first; for a pipe, use "npm run --silent action -- …".

Examples:
  npm run action -- --list
  npm run action -- createNewCall --help
  npm run action -- users
  npm run action -- listUsers --fetchAll
  npm run action -- listCallsUsingGet --fromDateTime ${dayFrom(now, -31)}T00:00:00Z --toDateTime ${dayFrom(now, 0)}T00:00:00Z
  npm run action -- rawRequest --url /v2/users --method GET --queryParams includeAvatars=true
  npm run action -- syncCalls --firstDay ${dayFrom(now, -31)}
  npm run action -- pollChangesTrigger --resourceType users --state users.state.json
  npm run action -- webhook --body ${bodyExample}`;

/**
 * The command line of `npm run action`, with a command for each action, trigger and picker of the
 * component. Errors are thrown, and not printed.
 *
 * @param now milliseconds since 1970; the dates of examples are made from it
 */
export function createActionProgram(
  component: BuiltComponent,
  run: Run,
  now = Date.now(),
): Command {
  const parts = partsOf(component);
  const program = new Command("npm run action --")
    .usage("KEY [--input value …]")
    .description("Run one action, trigger, or picker of the component.")
    .option("--list", "list everything that can be run")
    .helpOption("-h, --help", "show this help")
    .helpCommand(false)
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput({ outputError: () => {} })
    .addHelpText("after", generalHelp(now))
    .exitOverride();
  program.on("option:list", () => list(program, parts));
  for (const part of parts) program.addCommand(commandOf(part, parts, run, now));
  return program;
}

/** What to print of an error that ended the command line; nothing where it was asked for help. */
export function messageOf(error: unknown): string {
  if (!(error instanceof CommanderError)) {
    return error instanceof Error ? error.message : String(error);
  }
  if (error.exitCode === 0 || error.code === "commander.help") return "";
  if (error.code !== "commander.unknownCommand") return error.message;
  const message = error.message.replace("unknown command", "unknown key");
  return `${message}\n"npm run action -- --list" shows every key.`;
}

function list(program: Command, parts: readonly Part[]): never {
  const width = Math.max(...parts.map(({ key }) => key.length));
  for (const [kind, heading] of Object.entries(headings)) {
    print(program, heading);
    for (const part of parts.filter((one) => one.kind === kind)) {
      print(program, `  ${part.key.padEnd(width)}  ${part.label}`);
    }
  }
  throw new CommanderError(0, "list", "");
}

function commandOf(part: Part, parts: readonly Part[], run: Run, now: number): Command {
  const { inputs } = part;
  const command = new Command(part.key)
    .helpGroup(headings[part.kind])
    .summary(part.label)
    .description(`${part.label}. ${part.description}`)
    .usage("[--input value …]")
    .helpOption("-h, --help", "Show this help.")
    .configureHelp({ formatItem: (term, _, text, help) => block(term, text, help) })
    .configureOutput({ outputError: () => {} })
    .addHelpText("after", examplesEnd(inputs))
    .allowExcessArguments()
    .exitOverride();
  for (const input of inputs) {
    command.addOption(optionOf(termOf(input), inputHelp(input, parts, now), input));
  }
  if (part.kind === "trigger") addTriggerOptions(command, part);
  addChoices(command, inputs.filter(isFolded));
  return command.action(async (given: Record<string, unknown>) => {
    refuseSurplus(command.args, inputs);
    if (part.kind === "trigger" && !part.isScheduled && given.body === undefined) {
      throw new Error(
        `--body is missing. Enter what Gong sends to the flow, for example ${bodyExample}`,
      );
    }
    const values = inputs.map((input) => [input.key, toValue(input, given[input.key])]);
    const result = await run(part, Object.fromEntries(values), toIncoming(given));
    print(command, JSON.stringify(result ?? null, null, 2));
  });
}

/** What a trigger needs beside its inputs: its state, or what comes in. */
function addTriggerOptions(command: Command, { isScheduled }: Part): void {
  if (isScheduled) {
    const text = "File that keeps the trigger's state. The next run continues from there.";
    command.option("--state <file>", `${text}\nExample: --state state.json`);
    return;
  }
  command.option(
    "--body <JSON or @file>",
    `Required. What Gong sends to the flow.\nExample: --body ${bodyExample}`,
  );
  const text = "A header of the request. You can use this option several times.";
  const headers = optionOf(
    "--headers <name=value>",
    `${text}\nExample: --headers authorization=@token.txt`,
    { key: "headers", collection: "keyvaluelist" },
  );
  command.addOption(headers);
}

/** An option that lists a long drop-down instead of running anything. */
function addChoices(command: Command, folded: readonly BuiltInput[]): void {
  if (folded.length === 0) return;
  const names = folded.map(({ key }) => key);
  const option = new Option("--choices <input>", "List all choices of an input.").choices(names);
  command.addOption(option);
  command.on("option:choices", (name: string) => {
    const input = folded.find(({ key }) => key === name);
    for (const choice of input ? choicesOf(input) : []) print(command, choice);
    throw new CommanderError(0, "choices", "");
  });
}

/** What an option does goes below it: beside the longest there would be no room. */
function block(term: string, text: string, help: { helpWidth?: number; boxWrap: Wrap }): string {
  const indent = "      ";
  const width = (help.helpWidth ?? 80) - indent.length;
  const wrapped = text
    .split("\n")
    // What is to be copied stays whole.
    .map((line) => (/^(Example|Find one with): /.test(line) ? line : help.boxWrap(line, width)))
    .join("\n");
  return `  ${term}\n${wrapped.replace(/^/gm, indent)}`;
}

type Wrap = (text: string, width: number) => string;

function optionOf(
  term: string,
  text: string,
  { key, collection }: Pick<BuiltInput, "key" | "collection">,
): Option {
  const option = new Option(term, text);
  // Camel case keys, as the platform has them: commander would take them apart at hyphens only.
  option.attributeName = () => key;
  if (collection) option.argParser((value: string, all: string[] = []) => [...all, value]);
  return option;
}

function refuseSurplus([first]: readonly string[], inputs: readonly BuiltInput[]): void {
  if (first === undefined) return;
  const example = inputs.find(({ required }) => required) ?? inputs[0];
  const advice = example ? `name the inputs, as in --${example.key} VALUE` : "this has no inputs";
  throw new Error(`"${first}" is not expected here: ${advice}.`);
}

function print(command: Command, line: string): void {
  command.configureOutput().writeOut?.(`${line}\n`);
}
