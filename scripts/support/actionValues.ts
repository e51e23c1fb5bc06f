import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { BuiltInput } from "./actionParts";

/** What comes into a flow, as a trigger gets it. */
export interface Incoming {
  /** The bytes that were sent, as text. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** File that holds what a scheduled trigger remembers. */
  readonly state?: string;
}

/** Path of a file that a command line names, from where npm was started. */
export const pathOf = (name: string) => path.resolve(process.env.INIT_CWD ?? ".", name);

/** Whether `@path` stands for what is in a file: in files, and in JSON, which is long. */
export function takesFile({ type, example }: BuiltInput): boolean {
  return ["data", "code", "jsonForm"].includes(type) || /^[[{]/.test(example ?? "");
}

/** The value of an input as a builder types it; `@path` reads a file, as curl does. */
export function toValue(input: BuiltInput, given: unknown): unknown {
  const { type, label, collection, default: preset } = input;
  if (given === undefined) return preset;
  if (collection === "keyvaluelist") return (given as string[]).map(toPair);
  if (type === "boolean") return toSwitch(label, given);
  // The name of a file, sent as its content, would spend the ID of a call.
  if (type === "data" && !String(given).startsWith("@") && existsSync(pathOf(String(given)))) {
    throw new Error(`"${given}" is a file here: write @${given} to send what is in it.`);
  }
  return takesFile(input) ? readIfFile(String(given), type === "data") : given;
}

/** A flow takes any word for yes (B18); at a command line an unknown one is a slip. */
function toSwitch(label: string, given: unknown): string {
  const word = String(given);
  if (["true", "false"].includes(word)) return word;
  throw new Error(`${label} must be true or false, not "${word}".`);
}

/** The options that only triggers have. */
export function toIncoming({ body, headers, state }: Record<string, unknown>): Incoming {
  const pairs = ((headers ?? []) as string[]).map(toPair);
  return {
    ...(body === undefined ? {} : { body: toBody(String(readIfFile(String(body), false))) }),
    ...(state === undefined ? {} : { state: toStateFile(String(state)) }),
    headers: Object.fromEntries(pairs.map(({ key, value }) => [key, String(value)])),
  };
}

/** Any text may come in; what begins like JSON and is not was meant to be. */
function toBody(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    JSON.parse(text);
    return text;
  } catch (error) {
    throw new Error(`--body is not valid JSON: ${(error as Error).message}.`);
  }
}

/** The file is written after the run, so its folder is looked at before. */
function toStateFile(name: string): string {
  const file = pathOf(name);
  const folder = path.dirname(file);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return file;
  throw new Error(`--state ${name}: there is no folder ${folder}.`);
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
    const data = readFileSync(pathOf(name));
    return asFile ? { data } : data.toString("utf8");
  } catch {
    throw new Error(`There is no readable file at ${name}.`);
  }
}
