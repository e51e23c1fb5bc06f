import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import { format } from "node:util";
import { isFile } from "../shared/catalog";
import type { LogLevel, Refusals, RunEvent } from "../shared/run";
import { installClock, moveClock } from "./clock";
import { type Component, type Definition, describe } from "./describe";
import type { HostAnswer, HostMessage, Remains, StoredFile, Task } from "./hostProtocol";
import { currentObserver, type Observer, observed, watchRequests } from "./observe";
import { runAction, runDataSource, runTrigger } from "./perform";
import { shownError } from "./shownError";

/**
 * The process that loads the bundle as the platform does and runs it. It is separate, so that a
 * component that hangs or crashes takes nothing with it, and so that its clock can be moved.
 */

const levels: readonly LogLevel[] = ["trace", "debug", "info", "log", "warn", "error"];

installClock();
watchRequests();
const bundle = process.argv[2] ?? "";
const component = (createRequire(bundle)(bundle) as { default: Component }).default;
for (const level of levels) console[level] = (...words: unknown[]) => write(level, words);

process.on("message", (message: HostMessage) => {
  if ("clockAhead" in message) moveClock(message.clockAhead);
  else void carryOut(message.id, message.task);
});
// The parent's end is this process's end, however the parent ended.
process.once("disconnect", () => process.exit(0));

async function carryOut(id: number, task: Task): Promise<void> {
  try {
    if (task.do === "describe") send({ id, catalog: describe(component) });
    else if (task.do === "check") send({ id, refusals: refusalsOf(task) });
    else await run(id, task);
  } catch (error) {
    send({ id, failure: error instanceof Error ? error.message : String(error) });
  }
}

async function run(id: number, task: Extract<Task, { do: "run" }>): Promise<void> {
  const began = performance.now();
  const observer: Observer = {
    now: () => performance.now() - began,
    emit: (event) => send({ id, event }),
  };
  const end = (outcome: Extract<RunEvent, { type: "end" }>["outcome"], remains?: Remains) =>
    send({ id, event: { type: "end", at: observer.now(), outcome }, ...(remains && { remains }) });
  const inputs = { connection: task.connection, ...withFiles(task.inputs) };
  const definition = find(task.kind, task.key);
  const instanceState = task.instanceState ?? {};
  try {
    const result = await observed(observer, () => {
      if (task.kind === "action") return runAction(definition, inputs, logger);
      if (task.kind === "dataSource") return runDataSource(definition, inputs, logger);
      return runTrigger(definition, inputs, logger, task.payload ?? {}, instanceState);
    });
    end({ ok: true, result: plain(result) }, { instanceState });
  } catch (error) {
    // As on the platform, what a failed run did to its state is not kept.
    end({ ok: false, error: shownError(error) });
  }
}

/** Runs each input's own check on its value, as the platform does before `perform`. */
function refusalsOf({ kind, key, inputs }: Extract<Task, { do: "check" }>): Refusals {
  const values = withFiles(inputs);
  const refusals: Record<string, string> = {};
  for (const input of find(kind, key).inputs as readonly CheckedInput[]) {
    if (typeof input.clean !== "function") continue;
    try {
      input.clean(values[input.key]);
    } catch (error) {
      refusals[input.key] = error instanceof Error ? error.message : String(error);
    }
  }
  return refusals;
}

interface CheckedInput {
  readonly key: string;
  readonly clean?: (value: unknown) => unknown;
}

function find(kind: string, key: string): Definition {
  const definition =
    kind === "connection"
      ? component.connections.find((each) => each.key === key)
      : component[`${kind}s` as "actions" | "triggers" | "dataSources"]?.[key];
  if (!definition) throw new Error(`The component has no ${kind} ${key}.`);
  return definition;
}

const logger = {
  ...Object.fromEntries(
    levels.map((level) => [level, (...words: unknown[]) => write(level, words)]),
  ),
  // Measurements of the platform's own, an object after each step.
  metric: () => {},
};

function write(level: LogLevel, words: unknown[]): void {
  const observer = currentObserver();
  const text = format(...words);
  if (observer) observer.emit({ type: "log", at: observer.now(), level, text });
  else process.stderr.write(`${text}\n`);
}

/** Files become what the platform passes: their bytes with a content type. */
function withFiles(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withFile(each)]));
}

function withFile(value: unknown): unknown {
  if (isFile(value)) {
    const { path, contentType } = value as StoredFile;
    return { data: readFileSync(path), contentType };
  }
  if (Array.isArray(value)) return value.map(withFile);
  if (typeof value === "object" && value !== null) {
    return withFiles(value as Record<string, unknown>);
  }
  return value;
}

/** A result as it can be shown: bytes are told of by their size. */
function plain(value: unknown): unknown {
  if (value === undefined) return null;
  return JSON.parse(
    JSON.stringify(value, function (this: Record<string, unknown>, key, each: unknown) {
      // Buffers come here as their own toJSON has left them.
      const original = this[key];
      return Buffer.isBuffer(original) ? { binary: { bytes: original.length } } : each;
    }),
  );
}

function send(answer: HostAnswer): void {
  process.send?.(answer);
}
