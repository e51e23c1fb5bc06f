import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { startSandbox } from "../sandbox";
import { root } from "./support/component";

interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs what `npm start` runs after the build, into a pipe, and collects what comes out of it. */
function start(env: Record<string, string> = {}, onOutput: (output: string) => void = () => {}) {
  // Of what Jest sets for its own workers nothing is left.
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env;
  const child: ChildProcessWithoutNullStreams = spawn(
    process.execPath,
    ["--import", "tsx", path.join(root, "scripts/start.ts")],
    { cwd: root, env: { ...inherited, TERM: "xterm-256color", ...env } },
  );
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    onOutput(output);
  });
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (status) => resolve({ status, output, errors }));
  });
  return { child, ended };
}

/** What colours begin with. */
const coloured = "\u001b";

/** What the README shows of `npm start`. */
function shownInReadme(): string {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  return /```text\n(Local Gong at [\s\S]*?)```/.exec(readme)?.[1] ?? "nothing";
}

/**
 * The output without what differs from run to run: port, process, times, and what the local Gong
 * makes up after a request that came twice.
 */
const withoutChance = (output: string) =>
  output
    .replace(/call \d{15,}|\d+ sentences in \d+ turns/g, "…")
    .replace(/127\.0\.0\.1:\d+ \(process \d+\)/, "127.0.0.1")
    .replace(/ (\([\d.]+ m?s\)|in [\d.]+ s\.)$/gm, "");

const doneSteps = (output: string) =>
  output.split("\n").filter((line) => line.startsWith("✔")).length;

describe("npm start", () => {
  it("walks through the main job on a local Gong and ends with a summary", async () => {
    const { status, output, errors } = await start().ended;
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    expect(output).toMatch(/… .*Wait for Gong to process it: not there yet/);
    // On a terminal the lines of waiting are gone in the end. A busy machine can hold requests up
    // until they arrive together, so that the local Gong refuses one.
    const shown = output.replace(/^(… |Gong: .* got 429; trying again).*\n/gm, "");
    expect(withoutChance(shown)).toBe(withoutChance(shownInReadme()));
    expect(output).not.toContain(coloured);
  });

  it("says in a line that the local Gong was stopped, without a stack trace", async () => {
    let killed = false;
    const { ended } = start({}, (output) => {
      const processId = Number(/process (\d+)/.exec(output)?.[1]);
      if (killed || !processId || !output.includes("Add Call Media:")) return;
      killed = true;
      process.kill(processId);
    });
    const { status, output, errors } = await ended;
    expect(status).toBe(1);
    expect(errors.trim()).toMatch(
      /^Step \d+ of 14 \(.*\) failed\. The local Gong \(process \d+\) was stopped by SIGTERM\.$/,
    );
    expect(output + errors).not.toMatch(/\n\s+at /);
  });

  it.each([
    ["Ctrl-C", "SIGINT", 130],
    ["the end of its terminal", "SIGHUP", 129],
  ] as const)("stops on %s with a word", async (_, signal, status) => {
    const { child, ended } = start({}, (output) => {
      if (output.includes("List Users:")) child.kill(signal);
    });
    expect(await ended).toMatchObject({ status, errors: "\nStopped before the end.\n" });
  });

  it("stops with a word when the shell is stopped that npm runs it in", async () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    const programs = path.join(root, "node_modules/.bin");
    // Some shells become their last command, and would hand the signal to it.
    const shell = spawn("sh", ["-c", `${scripts.start}; true`], {
      cwd: root,
      env: {
        ...process.env,
        PATH: `${programs}${path.delimiter}${process.env.PATH}`,
        npm_lifecycle_event: "start",
      },
    });
    let errors = "";
    shell.stderr.on("data", (chunk: Buffer) => {
      errors += chunk.toString();
    });
    shell.stdout.on("data", (chunk: Buffer) => {
      if (chunk.includes("List Users:")) shell.kill();
    });
    await once(shell, "close");
    expect(errors).toBe("\nStopped before the end.\n");
  });

  it("ends quietly when its reader has seen enough", async () => {
    const { child, ended } = start({}, (output) => {
      if (output.includes("List Users:")) child.stdout.destroy();
    });
    const { status, output, errors } = await ended;
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    expect(output).not.toContain("14/14");
  });

  it("only reads on a real account", async () => {
    const account = await startSandbox();
    const { status, output } = await start({
      GONG_BASE_URL: `${account.url}/v2/pasted?pasted#pasted`,
      GONG_ACCESS_KEY: account.accessKey,
      GONG_ACCESS_KEY_SECRET: account.accessKeySecret,
    }).ended;
    await account.stop();
    expect(status).toBe(0);
    expect(output).toContain(
      `Reading from the account at ${account.url}; nothing is written there.\n`,
    );
    expect(output).not.toContain("pasted");
    expect(doneSteps(output)).toBe(7);
    const written = account.requests.filter(
      ({ method, path: requestPath }) => method !== "GET" && requestPath !== "/v2/calls/transcript",
    );
    expect(written).toEqual([]);
  });

  it.each([
    [
      { GONG_BASE_URL: "https://us-1.api.gong.io" },
      /GONG_ACCESS_KEY and GONG_ACCESS_KEY_SECRET are not\.$/,
    ],
    [{ PRISMATIC_CONNECTION_VALUE: "{broken" }, /must hold a connection as a JSON object\.$/],
  ])("refuses half a connection: %j", async (env, message) => {
    const { status, errors } = await start(env).ended;
    expect(status).toBe(1);
    expect(errors.trim()).toMatch(message);
  });

  it("says what is wrong with a wrong key", async () => {
    const account = await startSandbox();
    const { status, output, errors } = await start({
      GONG_BASE_URL: account.url,
      GONG_ACCESS_KEY: account.accessKey,
      GONG_ACCESS_KEY_SECRET: "wrong",
      FORCE_COLOR: "1",
    }).ended;
    await account.stop();
    expect(status).toBe(1);
    expect(errors).toMatch(
      /^\nStep 1 of 7 \(Connect and List Workspaces\) failed\. List Workspaces failed: Gong answered 401/,
    );
    expect(errors).toContain("Enter a new key, or connect again.");
    expect(errors).not.toContain(account.accessKey);
    expect(output).toContain(`${coloured}[31m✖${coloured}[39m   1/7`);
  });
});
