import { readFileSync } from "node:fs";
import path from "node:path";
import { Command, CommanderError, Option } from "commander";
import { dayFrom, examplesEnd, inputHelp, takesFile, termOf } from "./actionHelp";
import type { BuiltComponent, StepResult } from "./component";

type BuiltAction = BuiltComponent["actions"][string];
type BuiltInput = BuiltAction["inputs"][number];

/** Runs one action with the values of its inputs. */
export type RunAction = (
  key: string,
  inputs: Readonly<Record<string, unknown>>,
) => Promise<StepResult>;

const generalHelp = (now: number) => `
Runs on a local Gong that is started for it, unless the environment names an account:
  GONG_BASE_URL, GONG_ACCESS_KEY, GONG_ACCESS_KEY_SECRET   a key's account
  PRISMATIC_CONNECTION_VALUE                               a connection, as prism sets it
"npm run sandbox" keeps a local Gong running, and prints these variables for it.
GONG_DEBUG=true (or 1) logs a line for each request.

The answer is JSON on standard output; messages and logs go to standard error. npm itself prints
two lines first; "npm run --silent action -- …" keeps them away from a pipe.

Examples:
  npm run action -- --list
  npm run action -- createNewCall --help
  npm run action -- listUsers --fetchAll
  npm run action -- listCallsUsingGet --fromDateTime ${dayFrom(now, -31)} --toDateTime ${dayFrom(now, 0)}
  npm run action -- rawRequest --url /v2/users --method GET --queryParams includeAvatars=true
  npm run action -- addMedia --callId CALL_ID --fileInput @call.mp3 --fileName call.mp3
CALL_ID stands for what createNewCall answered, call.mp3 for the recording of that call.`;

/**
 * The command line of `npm run action`, with a command for each action of the component. Errors
 * are thrown, and not printed.
 *
 * @param now milliseconds since 1970; the dates of examples are made from it
 */
export function createActionProgram(
  component: BuiltComponent,
  run: RunAction,
  now = Date.now(),
): Command {
  const actions = Object.values(component.actions);
  const program = new Command("npm run action --")
    .usage("KEY [--input value …]")
    .description("Run any one action of the component.")
    .option("--list", "list the actions")
    .helpOption("-h, --help", "show this")
    .helpCommand(false)
    .commandsGroup("Actions:")
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput({ outputError: () => {} })
    .addHelpText("after", generalHelp(now))
    .exitOverride();
  program.on("option:list", () => {
    const width = Math.max(...actions.map(({ key }) => key.length));
    for (const { key, display } of actions) {
      print(program, `${key.padEnd(width)}  ${display.label}`);
    }
    throw new CommanderError(0, "list", "");
  });
  for (const action of actions) program.addCommand(commandOf(action, run, now));
  return program;
}

/** What to print of an error that ended the command line; nothing where it was asked for help. */
export function messageOf(error: unknown): string {
  if (!(error instanceof CommanderError)) {
    return error instanceof Error ? error.message : String(error);
  }
  if (error.exitCode === 0 || error.code === "commander.help") return "";
  if (error.code !== "commander.unknownCommand") return error.message;
  const message = error.message.replace("unknown command", "unknown action");
  return `${message}\n"npm run action -- --list" shows every action.`;
}

function commandOf(action: BuiltAction, run: RunAction, now: number): Command {
  const inputs = action.inputs.filter(({ type }) => type !== "connection");
  const command = new Command(action.key)
    .summary(action.display.label)
    .description(`${action.display.label}. ${action.display.description}`)
    .usage("[--input value …]")
    .helpOption("-h, --help", "Show this.")
    .configureHelp({ formatItem: (term, _, text, help) => block(term, text, help) })
    .configureOutput({ outputError: () => {} })
    .addHelpText("after", examplesEnd(inputs))
    .allowExcessArguments()
    .exitOverride();
  for (const input of inputs) command.addOption(optionOf(input, now));
  return command.action(async (given: Record<string, unknown>) => {
    refuseSurplus(command.args, inputs);
    const values = inputs.map((input) => [input.key, toValue(input, given[input.key])]);
    print(command, toJson(await run(action.key, Object.fromEntries(values))));
  });
}

/** What an option does goes below it: beside the longest there would be no room. */
function block(term: string, text: string, help: { helpWidth?: number; boxWrap: Wrap }): string {
  const indent = "      ";
  const wrapped = text
    .split("\n")
    // An example stays whole, to be copied.
    .map((line) =>
      line.startsWith("Example: ")
        ? line
        : help.boxWrap(line, (help.helpWidth ?? 80) - indent.length),
    )
    .join("\n");
  return `  ${term}\n${wrapped.replace(/^/gm, indent)}`;
}

type Wrap = (text: string, width: number) => string;

function optionOf(input: BuiltInput, now: number): Option {
  const { key, collection } = input;
  const option = new Option(termOf(input), inputHelp(input, now));
  // Camel case keys, as the platform has them: commander would take them apart at hyphens only.
  option.attributeName = () => key;
  if (collection) option.argParser((value: string, all: string[] = []) => [...all, value]);
  return option;
}

function refuseSurplus([first]: readonly string[], inputs: readonly BuiltInput[]): void {
  if (first === undefined) return;
  const example = inputs.find(({ required }) => required) ?? inputs[0];
  const advice = example
    ? `inputs are given by name, as in --${example.key} VALUE`
    : "this action has no inputs";
  throw new Error(`"${first}" is one word too many: ${advice}.`);
}

/** Text as a builder types it; `@path` reads a file, as curl does. */
function toValue(input: BuiltInput, given: unknown): unknown {
  const { type, collection, default: preset } = input;
  if (given === undefined) return preset;
  if (collection === "keyvaluelist") return (given as string[]).map(toPair);
  if (type === "boolean") return given === true ? "true" : given;
  return takesFile(input) ? readIfFile(String(given), type === "data") : given;
}

function toPair(text: string): { key: string; value: unknown } {
  const at = text.indexOf("=");
  if (at < 1) throw new Error(`"${text}" must have the form name=value.`);
  return { key: text.slice(0, at), value: readIfFile(text.slice(at + 1), true) };
}

function readIfFile(text: string, asFile: boolean): unknown {
  if (!text.startsWith("@")) return text;
  const name = text.slice(1);
  try {
    const data = readFileSync(path.resolve(process.env.INIT_CWD ?? ".", name));
    return asFile ? { data } : data.toString("utf8");
  } catch {
    throw new Error(`The file ${name} cannot be read.`);
  }
}

/** Binary answers have no JSON; they come as base64. */
function toJson({ data, contentType }: StepResult): string {
  const printable = Buffer.isBuffer(data) ? { contentType, base64: data.toString("base64") } : data;
  return JSON.stringify(printable ?? null, null, 2);
}

function print(command: Command, line: string): void {
  command.configureOutput().writeOut?.(`${line}\n`);
}
