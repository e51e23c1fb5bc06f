import { readFileSync } from "node:fs";
import path from "node:path";
import { type Sandbox, startSandbox } from "../sandbox";
import { run } from "../tests/support/processes";
import { root } from "./support/component";
import { createStartProgram } from "./support/startProgram";

/** Runs the walk in this process. */
async function start(env: NodeJS.ProcessEnv) {
  const lines: string[] = [];
  const error = await createStartProgram(env, (line) => lines.push(line))
    .parseAsync([], { from: "user" })
    .then(
      () => "",
      ({ message }: Error) => message,
    );
  return { lines, error };
}

/** What the README shows of `npm start`. */
function shownInReadme(): string {
  const readme = readFileSync(path.join(root, "README.md"), "utf8");
  return /```text\n(Local Gong at [\s\S]*?)```/.exec(readme)?.[1] ?? "nothing";
}

/**
 * The output without what differs from run to run: port, times, and what the local Gong makes up
 * after a request that came twice.
 */
const withoutChance = (output: string) =>
  output
    .replace(/call \d{15,}|\d+ sentences in \d+ turns/g, "…")
    .replace(/127\.0\.0\.1:\d+/, "127.0.0.1")
    .replace(/ (\([\d.]+ m?s\)|in [\d.]+ s\.)$/gm, "");

it("npm start walks through the main job, as the README shows, and ends by itself", async () => {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env as Record<string, string>;
  const { status, output, errors } = await run("npm", ["--silent", "start"], { cwd: root, env });
  expect({ status, errors }).toEqual({ status: 0, errors: "" });
  expect(output).toMatch(/… .*Wait for Gong to process it: not there yet/);
  // A busy machine can hold requests up until they arrive together, and the local Gong refuses one.
  const shown = output.replace(/^(… |Gong: .* returned 429\b).*\n/gm, "");
  expect(withoutChance(shown)).toBe(withoutChance(shownInReadme()));
  // No colors in a pipe.
  expect(output).not.toContain("\u001b");
});

describe("With an account in the environment, npm start", () => {
  let account: Sandbox;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    account = await startSandbox();
    env = {
      GONG_BASE_URL: `${account.url}/v2/pasted?pasted#pasted`,
      GONG_ACCESS_KEY: account.accessKey,
      GONG_ACCESS_KEY_SECRET: account.accessKeySecret,
    };
  });
  afterAll(() => account.stop());

  it("only reads", async () => {
    const { lines, error } = await start(env);
    expect(error).toBe("");
    expect(lines[0]).toBe(`Reading from the account at ${account.url}. Nothing is changed there.`);
    expect(lines.join()).not.toContain("pasted");
    expect(lines.filter((line) => line.startsWith("✔"))).toHaveLength(7);
    const written = account.requests.filter(
      ({ method, path: requestPath }) => method !== "GET" && requestPath !== "/v2/calls/transcript",
    );
    expect(written).toEqual([]);
  });

  it("says what is wrong with a wrong key, and shows the step that failed", async () => {
    const { lines, error } = await start({ ...env, GONG_ACCESS_KEY_SECRET: "wrong" });
    expect(error).toMatch(
      /^\nStep 1 of 7 \(Connect and List Workspaces\) failed\. List Workspaces failed: Gong returned 401/,
    );
    expect(error).not.toContain(account.accessKey);
    expect(lines.at(-1)).toMatch(/^✖ {3}1\/7 {2}Connect and List Workspaces$/);
  });

  it.each([
    [
      { GONG_BASE_URL: "https://us-1.api.gong.io" },
      /KEY and GONG_ACCESS_KEY_SECRET are not set\.$/,
    ],
    [{ PRISMATIC_CONNECTION_VALUE: "{broken" }, /must be a connection as a JSON object\.$/],
  ])("refuses half a connection: %j", async (half, message) => {
    expect(await start(half)).toEqual({ lines: [], error: expect.stringMatching(message) });
  });
});
