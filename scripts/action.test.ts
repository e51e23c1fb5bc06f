import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { startSandbox } from "../sandbox";
import { makeFolder } from "../tests/support/processes";
import { loadComponent, root } from "./support/component";
import { makeRecording } from "./support/recording";

const folder = makeFolder("recording");

/** Runs what `npm run action` runs. */
function action(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", path.join(root, "scripts/action.ts"), ...args],
    { cwd: root, encoding: "utf8", env: { ...process.env, ...env } },
  );
  return { status, stdout, stderr };
}

describe("npm run action", () => {
  it("lists every action with its key", () => {
    const { status, stdout } = action(["--list"]);
    expect(status).toBe(0);
    const listed = stdout
      .trim()
      .split("\n")
      .map((line) => line.split(/\s+/)[0]);
    expect(listed).toEqual(Object.keys(loadComponent().actions));
  });

  it("shows every input of an action with --help, on standard output", () => {
    const { status, stdout, stderr } = action(["createNewCall", "--help"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    for (const { key, type } of loadComponent().actions.createNewCall?.inputs ?? []) {
      if (type !== "connection") expect(stdout).toContain(`--${key} `);
    }
  });

  it("works on the account that the environment names, and ends quietly without a reader", async () => {
    const account = await startSandbox();
    const { url, accessKey, accessKeySecret } = account;
    const child = spawn(
      process.execPath,
      ["--import", "tsx", path.join(root, "scripts/action.ts"), "listUsers"],
      {
        cwd: root,
        env: {
          ...process.env,
          GONG_BASE_URL: url,
          GONG_ACCESS_KEY: accessKey,
          GONG_ACCESS_KEY_SECRET: accessKeySecret,
        },
      },
    );
    child.stdout.destroy();
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => {
      errors += chunk.toString();
    });
    const [status] = await once(child, "close");
    await account.stop();
    expect({ status, errors }).toEqual({
      status: 0,
      errors: `Running listUsers on the account at ${url}.\n`,
    });
    expect(account.requests).toMatchObject([{ path: "/v2/users", status: 200 }]);
  });

  it("prints the answer, and nothing else, as JSON on standard output", () => {
    const { status, stdout, stderr } = action(["listUsers", "--fetchAll", "--includeAvatars"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).users.length).toBeGreaterThan(12);
    expect(stderr).toMatch(/^Running listUsers on a local Gong at http:\/\/127\.0\.0\.1:\d+\.\n$/);
  });

  it("takes names and values, and files", () => {
    const query = action([
      "rawRequest",
      "--url",
      "/v2/users",
      "--method",
      "GET",
      "--queryParams",
      "includeAvatars=true",
    ]);
    expect(JSON.parse(query.stdout).users.length).toBeGreaterThan(12);

    const file = path.join(folder, "call.wav");
    writeFileSync(file, makeRecording(61, 3));
    const upload = action([
      "addMedia",
      "--callId",
      "1",
      "--fileInput",
      `@${file}`,
      "--fileName",
      "call.wav",
    ]);
    expect(upload.status).toBe(1);
    expect(upload.stderr).toContain("Add Call Media failed: Gong answered 404");
  });

  it.each([
    [["getUsr"], /unknown action 'getUsr'\n\(Did you mean getUser\?\)\n/],
    [
      ["getUser", "--userId", "ada"],
      /^Running getUser .*\nUser Id must be a Gong id of up to 20 digits, for example \d+\.\n$/,
    ],
    [["getUser"], /User Id is required, for example \d+\.\n$/],
  ])("ends with status 1 and a clear line: %j", (args, message) => {
    const { status, stdout, stderr } = action(args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("runs with the connection that prism hands over", () => {
    const connection = {
      key: "",
      configVarKey: "",
      fields: { baseUrl: "https://app.gong.io", accessKey: "a", accessKeySecret: "b" },
    };
    const { status, stderr } = action(["listUsers"], {
      PRISMATIC_CONNECTION_VALUE: JSON.stringify(connection),
    });
    expect(status).toBe(1);
    expect(stderr).toContain("Base URL is the address of Gong's pages.");
  });
});
