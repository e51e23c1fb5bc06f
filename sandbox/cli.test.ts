import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { startTestSandbox, stopTestSandboxes } from "./test-client";

const started: ChildProcess[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  await stopTestSandboxes();
});

/** Runs the command as `npm run sandbox --` does, short of npm itself. */
function run(...args: string[]) {
  const cli = resolve(__dirname, "cli.ts");
  const child = spawn(process.execPath, ["--import", "tsx", cli, ...args]);
  started.push(child);
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    output.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output.stderr += chunk;
  });
  return { child, output, exit: once(child, "close").then(([code]) => code as number | null) };
}

it("prints what is needed to call it, shows requests, and stops at Ctrl-C with status 0", async () => {
  const { child, output, exit } = run("--port", "0", "--rate", "off", "--calls", "3", "--verbose");
  while (!output.stdout.includes("Ctrl-C")) await once(child.stdout, "data");
  const [, user, url] = /curl -u '([^']+)' (\S+)/.exec(output.stdout) ?? [];
  const authorization = `Basic ${Buffer.from(user ?? "").toString("base64")}`;
  expect((await fetch(url ?? "", { headers: { authorization } })).status).toBe(200);
  expect((await fetch(url ?? "")).status).toBe(401);
  child.kill("SIGINT");
  expect(await exit).toBe(0);
  expect(output.stdout).toContain("made up");
  expect(output.stderr).toBe("200 GET /v2/users\n401 GET /v2/users\n");
});

it("says in one line that a port is taken", async () => {
  const { sandbox } = await startTestSandbox({ callCount: 0 });
  const { port } = new URL(sandbox.url);
  const { output, exit } = run("--port", port);
  expect(await exit).toBe(1);
  expect(output.stderr).toMatch(new RegExp(`^Port ${port} is already in use\\. .+\n$`));
  expect(output.stdout).toBe("");
});

it("helps, and refuses what is no number", async () => {
  const [help, wrong] = [run("--help"), run("--rate", "0")];
  expect(await help.exit).toBe(0);
  expect(help.output.stdout).toContain("curl -u");
  for (const flag of ["port", "seed", "calls", "rate", "daily", "processing", "verbose"]) {
    expect(help.output.stdout).toContain(`--${flag}`);
  }
  expect(await wrong.exit).toBe(1);
  expect(wrong.output.stderr).toContain("It must be at least 1, or off.");
});
