import { readFileSync } from "node:fs";
import path from "node:path";
import { Command, CommanderError, Option } from "commander";
import { startSandbox } from "../sandbox";
import {
  type BuiltComponent,
  createExecution,
  loadComponent,
  type StepResult,
} from "./support/component";
import { apiKeyConnection, connectionFromEnvironment } from "./support/connection";

type BuiltAction = BuiltComponent["actions"][string];
type BuiltInput = BuiltAction["inputs"][number];

const environmentHelp = `
Runs on a local Gong that is started for it, unless the environment names an account:
  GONG_BASE_URL, GONG_ACCESS_KEY, GONG_ACCESS_KEY_SECRET   a key's account
  PRISMATIC_CONNECTION_VALUE                               a connection, as prism sets it
GONG_DEBUG=true logs a line for each request.

The answer is JSON on standard output, everything else goes to standard error. npm itself prints
two lines first; "npm run --silent action -- …" keeps them away from a pipe.

Examples:
  npm run action -- --list
  npm run action -- createNewCall --help
  npm run action -- listUsers --fetchAll
  npm run action -- listCallsUsingGet --fromDateTime 2026-03-01 --toDateTime 2026-04-01
  npm run action -- addMedia --callId 7782342274025937895 --fileInput @call.mp3 --fileName call.mp3
  npm run action -- rawRequest --url /v2/users --method GET --queryParams includeAvatars=true`;

async function main(): Promise<void> {
  const component = loadComponent();
  const program = new Command("npm run action --")
    .usage("KEY [--input value …]")
    .description("Run any one action of the component.")
    .option("--list", "list the actions")
    .configureOutput({ writeOut: (text) => process.stderr.write(text) })
    .showSuggestionAfterError()
    .addHelpText("after", environmentHelp)
    .exitOverride();
  program.on("option:list", () => {
    printList(component);
    process.exit(0);
  });
  for (const action of Object.values(component.actions)) {
    program.addCommand(commandOf(action, component), { hidden: true });
  }
  await program.parseAsync();
}

function printList({ actions }: BuiltComponent): void {
  const width = Math.max(...Object.keys(actions).map((key) => key.length));
  for (const [key, { display }] of Object.entries(actions)) {
    console.log(`${key.padEnd(width)}  ${display.label}`);
  }
}

function commandOf(action: BuiltAction, component: BuiltComponent): Command {
  const inputs = action.inputs.filter(({ type }) => type !== "connection");
  const command = new Command(action.key)
    .description(`${action.display.label}. ${action.display.description}`)
    .configureOutput({ writeOut: (text) => process.stderr.write(text) })
    .exitOverride();
  for (const input of inputs) command.addOption(optionOf(input));
  return command.action(async (given: Record<string, unknown>) => {
    const values = inputs.map((input) => [input.key, toValue(input, given[input.key])]);
    const result = await runAction(component, action.key, Object.fromEntries(values));
    console.log(toJson(result));
  });
}

function optionOf(input: BuiltInput): Option {
  const { key, type, collection, comments, example, required } = input;
  const placeholder = type === "boolean" ? "[true|false]" : `<${placeholderOf(input)}>`;
  const parts = [required ? "Required." : "", comments, example ? `Example: ${example}` : ""];
  const option = new Option(`--${key} ${placeholder}`, parts.filter(Boolean).join(" "));
  // Camel case keys, as the platform has them: commander would take them apart at hyphens only.
  option.attributeName = () => key;
  if (collection) option.argParser((value: string, all: string[] = []) => [...all, value]);
  return option;
}

function placeholderOf({ type, collection }: BuiltInput): string {
  if (collection === "keyvaluelist") return "name=value, repeated";
  if (collection === "valuelist") return "value, repeated";
  return type === "data" ? "@file" : "value";
}

/** Text as a builder types it; `@path` reads a file, as curl does. */
function toValue({ type, collection, default: preset }: BuiltInput, given: unknown): unknown {
  if (given === undefined) return preset;
  if (collection === "keyvaluelist") return (given as string[]).map(toPair);
  if (type === "boolean") return given === true ? "true" : given;
  return type === "data" || type === "code" ? readIfFile(String(given), type === "data") : given;
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

async function runAction(
  component: BuiltComponent,
  key: string,
  inputs: Readonly<Record<string, unknown>>,
): Promise<StepResult> {
  const log = (line: string) => console.error(line);
  const real = connectionFromEnvironment(process.env);
  if (real) {
    log(`Running ${key} on ${real.description}.`);
    return createExecution(component, real.connection, log).run(key, inputs);
  }
  const sandbox = await startSandbox();
  try {
    log(`Running ${key} on a local Gong at ${sandbox.url}.`);
    const { url, accessKey, accessKeySecret } = sandbox;
    const connection = apiKeyConnection(url, accessKey, accessKeySecret);
    return await createExecution(component, connection, log).run(key, inputs);
  } finally {
    await sandbox.stop();
  }
}

/** Binary answers have no JSON; they come as base64. */
function toJson({ data, contentType }: StepResult): string {
  const printable = Buffer.isBuffer(data) ? { contentType, base64: data.toString("base64") } : data;
  return JSON.stringify(printable ?? null, null, 2);
}

main().catch((error: unknown) => {
  // Commander has printed its own; asking for help is no failure.
  if (error instanceof CommanderError) process.exit(error.exitCode);
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
