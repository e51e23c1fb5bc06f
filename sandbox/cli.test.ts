import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { connectionFromEnvironment } from "../scripts/support/connection";
import { stopTestSandboxes } from "./test-client";

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

function keysOf(user: string) {
  const [accessKey, accessKeySecret] = user.split(":");
  return { accessKey, accessKeySecret };
}

it("prints what is needed to call it, shows requests, and stops at Ctrl-C with status 0", async () => {
  const { child, output, exit } = run("--port", "0", "--rate", "off", "--calls", "3", "--verbose");
  while (!output.stdout.includes("Ctrl-C")) await once(child.stdout, "data");
  const [, user, url] = /curl -u '([^']+)' (\S+)/.exec(output.stdout) ?? [];
  const authorization = `Basic ${Buffer.from(user ?? "").toString("base64")}`;
  expect((await fetch(url ?? "", { headers: { authorization } })).status).toBe(200);
  expect((await fetch(url ?? "")).status).toBe(401);
  const line = /^ *export .*$/m.exec(output.stdout)?.[0];
  const shown = spawnSync("sh", ["-c", `${line}; env`], { encoding: "utf8", env: {} }).stdout;
  const named = connectionFromEnvironment(parseEnv(shown));
  expect(named?.connection).toMatchObject({
    fields: { baseUrl: new URL(url ?? "").origin, ...keysOf(user ?? "") },
  });
  child.kill("SIGINT");
  expect(await exit).toBe(0);
  expect(output.stdout).toContain("made up");
  expect(output.stderr).toBe("200 GET /v2/users\n401 GET /v2/users\n");
});

it("helps, and refuses what is no number or no port", async () => {
  const [help, wrong, port] = [run("--help"), run("--rate", "0"), run("--port", "99999")];
  expect(await help.exit).toBe(0);
  expect(help.output.stdout).toContain("curl -u");
  expect(help.output.stdout).toMatch(
    /made-up company in it\. It answers like Gong's public API\s+v2, including limits/,
  );
  for (const flag of ["port", "seed", "calls", "rate", "daily", "processing", "verbose"]) {
    expect(help.output.stdout).toContain(`--${flag}`);
  }
  expect(await wrong.exit).toBe(1);
  expect(wrong.output.stderr).toContain("It must be at least 1, or off.");
  expect(await port.exit).toBe(1);
  expect(port.output.stderr).toContain("Ports go from 1 to 65535; 0 picks a free one.");
});
