import { existsSync, readFileSync } from "node:fs";
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
  const { type, collection, default: preset } = input;
  if (given === undefined) return preset;
  if (collection === "keyvaluelist") return (given as string[]).map(toPair);
  if (type === "boolean") return given === true ? "true" : given;
  // The name of a file, sent as its content, would spend the ID of a call.
  if (type === "data" && !String(given).startsWith("@") && existsSync(pathOf(String(given)))) {
    throw new Error(`"${given}" is a file here: write @${given} to send what is in it.`);
  }
  return takesFile(input) ? readIfFile(String(given), type === "data") : given;
}

/** The options that only triggers have. */
export function toIncoming({ body, headers, state }: Record<string, unknown>): Incoming {
  const pairs = ((headers ?? []) as string[]).map(toPair);
  return {
    ...(body === undefined ? {} : { body: String(readIfFile(String(body), false)) }),
    ...(state === undefined ? {} : { state: pathOf(String(state)) }),
    headers: Object.fromEntries(pairs.map(({ key, value }) => [key, String(value)])),
  };
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
    throw new Error(`The file ${name} cannot be read.`);
  }
}
