import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** How a process ended, and what a person saw of it. */
export interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** What has not ended yet. */
const running = new Set<ChildProcess>();

/** Runs a program to its end without blocking, so that servers of the test can answer it. */
export function run(
  program: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: Readonly<Record<string, string>> },
): Promise<Ended> {
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  child.once("close", () => running.delete(child));
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve({ status, output, errors }));
  });
}

/**
 * An empty folder of its own, outside of the project, for the tests of one file: it goes when the
 * last of them is done. Not to be called within a test.
 */
export function makeFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `${name}-`)));
  afterAll(() => {
    // A program that outlasts its test would fill the folder again.
    for (const child of running) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  return folder;
}

/**
 * An environment without anything of the person who runs the tests: no sign-in, no settings, no
 * home but the given one. Temporary files go there too.
 */
export function cleanEnvironment(home: string): Record<string, string> {
  const { PATH = "", SystemRoot = "" } = process.env;
  return {
    PATH,
    HOME: home,
    USERPROFILE: home,
    TMPDIR: home,
    ...(SystemRoot ? { SystemRoot, TEMP: home, TMP: home } : {}),
    NO_COLOR: "1",
    PRISM_SKIP_NEW_VERSION_CHECK: "true",
  };
}
