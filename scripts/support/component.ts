import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { component } from "@prismatic-io/spectral";

/** The built component, as the platform sees it. */
export type BuiltComponent = ReturnType<typeof component>;

/** The project's folder. */
export const root = path.resolve(__dirname, "../..");
/** The built bundle, which the platform loads. */
export const bundle = path.join(root, "dist/index.js");

/** Loads `dist/index.js` the way the platform does, and builds it first where it is out of date. */
export function loadComponent(): BuiltComponent {
  buildComponent();
  return (require(bundle) as { default: BuiltComponent }).default;
}

/** Builds `dist/index.js` where it is out of date. @throws Error when the build fails */
export function buildComponent(): void {
  if (isOutOfDate()) build();
}

function isOutOfDate(): boolean {
  const builtAt = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => path.join("src", file));
  return [...sources, "webpack.config.js", "package-lock.json", "assets/icon.png"].some(
    (file) => statSync(path.join(root, file)).mtimeMs > builtAt,
  );
}

/** Standard output belongs to results, so the build's output goes to standard error. */
function build(): void {
  process.stderr.write("Building the component …\n");
  const { status } = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: root,
    stdio: ["ignore", process.stderr, process.stderr],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("The build failed; see its messages above.");
}

/** What a script needs to run actions one after another, as the steps of one execution. */
export interface Execution {
  run(actionKey: string, inputs: Readonly<Record<string, unknown>>): Promise<StepResult>;
  /** Runs a trigger on what came in, and gives what the next step sees. */
  start(
    triggerKey: string,
    payload: object,
    inputs: Readonly<Record<string, unknown>>,
  ): Promise<unknown>;
}

type TriggerPerform = (
  context: object,
  payload: object,
  inputs: object,
) => Promise<{ payload: unknown } | undefined>;

/** What an action hands to the next step. */
export interface StepResult {
  readonly data: unknown;
  readonly contentType?: string;
}

/**
 * A context as the platform hands it over. `GONG_DEBUG` turns debug mode on.
 *
 * @param log where the component's log lines go
 * @param instanceState what polling triggers remember; they change it
 */
export function createContext(
  log: (line: string) => void,
  instanceState: Record<string, unknown> = {},
) {
  const write = (...args: unknown[]) => log(args.map(String).join(" "));
  const logger = {
    ...Object.fromEntries(
      ["trace", "debug", "info", "log", "warn", "error"].map((level) => [level, write]),
    ),
    // Measurements of the platform's own, an object after each step.
    metric: () => {},
  };
  const globalDebug = ["true", "1"].includes(process.env.GONG_DEBUG ?? "");
  return { logger, executionState: {}, instanceState, globalDebug };
}

/**
 * Runs actions of the built component with one connection.
 *
 * @param log where the component's log lines go
 */
export function createExecution(
  built: BuiltComponent,
  connection: object,
  log: (line: string) => void,
): Execution {
  let executionState: Record<string, unknown> = {};
  const shared = createContext(log);
  return {
    start: async (triggerKey, payload, inputs) => {
      const trigger = built.triggers[triggerKey];
      if (!trigger) throw new Error(`There is no trigger ${triggerKey}.`);
      const context = { ...shared, executionState };
      const perform = trigger.perform as TriggerPerform;
      return (await perform(context, payload, { connection, ...inputs }))?.payload;
    },
    run: async (actionKey, inputs) => {
      const action = built.actions[actionKey];
      if (!action) throw new Error(`There is no action ${actionKey}.`);
      const context = { ...shared, executionState };
      const result = (await action.perform(context as never, { connection, ...inputs })) as
        | (StepResult & { executionState?: Record<string, unknown> })
        | undefined;
      executionState = { ...executionState, ...result?.executionState };
      return {
        data: result?.data,
        ...(result?.contentType ? { contentType: result.contentType } : {}),
      };
    },
  };
}
