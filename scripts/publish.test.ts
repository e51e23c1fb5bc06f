import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { cleanEnvironment, makeFolder, run } from "../tests/support/processes";
import { root } from "./support/component";
import { type Platform, startPlatform } from "./support/platform";

const home = makeFolder("publish-script");
let platform: Platform;
/** Answers as a web site does. */
let stranger: Server;
let strangerUrl: string;
beforeAll(async () => {
  platform = await startPlatform();
  stranger = createServer((_, response) => response.end("<!doctype html><title>Hello</title>"));
  await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await platform.stop();
  stranger.closeAllConnections();
  stranger.close();
});

/** Runs what `npm run publish:component` runs, by default on the build that is there. */
function publish(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = ["--no-build"],
  folder = root,
) {
  return run(
    process.execPath,
    ["--import", "tsx", path.join(folder, "scripts/publish.ts"), ...args],
    { cwd: folder, env: { ...cleanEnvironment(home), ...env } },
  );
}

/** A copy of the project as far as publishing needs it, with these npm scripts instead. */
function copyProject(name: string, parts: readonly string[], scripts: object): string {
  const copy = path.join(home, name);
  for (const part of ["scripts", "src", "package.json", ...parts]) {
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  }
  symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
  const about = JSON.parse(readFileSync(path.join(copy, "package.json"), "utf8"));
  const changed = { ...about, scripts: { ...about.scripts, ...scripts } };
  writeFileSync(path.join(copy, "package.json"), JSON.stringify(changed));
  return copy;
}

/** Every token that exists, and what was pasted into an address; nobody may read any of it. */
function expectNoSecretIn(text: string): void {
  const { accessToken, expiredAccessToken, refreshToken, revokedRefreshToken } = platform.signIn;
  const tokens = [accessToken, expiredAccessToken, refreshToken, revokedRefreshToken];
  for (const secret of [...tokens, "pasted"]) expect(text).not.toContain(secret);
}

describe("npm run publish:component", () => {
  it("publishes with the refresh token of a workflow, and records the commit", async () => {
    const { status, output, errors } = await publish(
      {
        PRISMATIC_URL: `${platform.url}/pasted?pasted#pasted`,
        PRISM_REFRESH_TOKEN: platform.signIn.refreshToken,
        NODE_EXTRA_CA_CERTS: platform.signIn.certificateFile,
        GITHUB_SERVER_URL: "https://github.example",
        GITHUB_REPOSITORY: "harbour/gong",
        GITHUB_SHA: "1f0c",
      },
      ["--no-build", "--comment", "v1.2.0"],
    );
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    expect(output).toBe(
      `Publishing to Harbour Integrations at ${platform.url}.\nPublished Gong, version 1; flows can use it in a moment.\n`,
    );
    expectNoSecretIn(output);
    const [publication] = platform.publications;
    expect(publication).toMatchObject({ comment: "v1.2.0" });
    expect(JSON.parse(publication?.attributes ?? "")).toEqual({
      commitHash: "1f0c",
      commitUrl: "https://github.example/harbour/gong/commit/1f0c",
      repoUrl: "https://github.example/harbour/gong",
    });
    expect([...(publication?.uploads.keys() ?? [])]).toEqual(["package", "icon"]);
  });

  it("hands the tokens to prism alone, and passes on why what is sent with --force is refused", async () => {
    const observed = "node observed.cjs";
    const copy = copyProject("observed", ["assets", "dist"], { check: observed, build: observed });
    writeFileSync(
      path.join(copy, "observed.cjs"),
      'require("node:fs").appendFileSync("seen.txt", JSON.stringify(process.env));',
    );
    platform.refuseNext({
      field: "definition",
      messages: ["The key is taken, see https://host.example/pasted."],
    });
    const { accessToken, refreshToken } = platform.signIn;
    const { status, errors } = await publish(
      {
        PRISMATIC_URL: platform.url,
        PRISM_ACCESS_TOKEN: accessToken,
        PRISM_REFRESH_TOKEN: refreshToken,
      },
      ["--force"],
      copy,
    );
    expect(status).toBe(1);
    expect(errors).toBe(
      "The platform refused it (definition: The key is taken, see https://host.example): change what it names, and publish again.\n",
    );
    const seen = readFileSync(path.join(copy, "seen.txt"), "utf8");
    expect(seen.match(/(?<="npm_lifecycle_event":")\w+/g)).toEqual(["check", "build"]);
    expectNoSecretIn(seen);
  });

  it("sends what is published for a customer that does not have it yet", async () => {
    const { length } = platform.publications;
    const args = ["--no-build", "--customer", "Q3VzdG9tZXI6MQ=="];
    expect(await publish(platform.environment, args)).toMatchObject({ status: 0, errors: "" });
    expect(platform.publications).toHaveLength(length + 1);
    expect(platform.publications.at(-1)?.customer).toBe("Q3VzdG9tZXI6MQ==");
  });

  it("leaves nothing behind in the temporary folder", () => {
    expect(readdirSync(home).filter((name) => /zip|gong-component/.test(name))).toEqual([]);
  });

  it("asks for an icon before anything is built", async () => {
    const copy = copyProject("no-icon", [], {});
    const { status, errors } = await publish(platform.environment, [], copy);
    expect({ status, errors }).toEqual({
      status: 1,
      errors:
        'The icon assets/icon.png is missing: put a PNG of 256 by 256 pixels at assets/icon.png and run "npm run build".\n',
    });
  });

  it("stops at a check that fails, and names it in the last line", async () => {
    const copy = copyProject("copy", ["assets", "biome.json", ".gitignore"], {});
    writeFileSync(path.join(copy, "src/careless.ts"), "export var careless: any = 1;\n");
    const before = platform.publications.length;
    const { status, errors } = await publish(platform.environment, [], copy);
    expect(status).toBe(1);
    expect(errors).toContain("src/careless.ts");
    expect(errors).toMatch(
      /\n"npm run check" failed: mend what it says above, and publish again\.\n$/,
    );
    expect(platform.publications.length).toBe(before);
  });

  it("shows its options with --help", async () => {
    const { status, output, errors } = await publish({}, ["--help"]);
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    expect(output).toContain("\nsigned in. A build that");
    expect(output).toMatch(/--no-build .*\n[\s\S]*PRISM_REFRESH_TOKEN[\s\S]*PRISMATIC_URL/);
  });
});

describe("npm run publish:component ends with one line", () => {
  interface Case {
    readonly when: string;
    readonly env?: () => Readonly<Record<string, string>>;
    readonly args?: readonly string[];
    readonly advice: RegExp;
  }
  const cases: readonly Case[] = [
    {
      when: "nobody is signed in",
      env: () => ({ PRISMATIC_URL: platform.url }),
      advice: /^Nobody is signed in: run "npx prism login", or set PRISM_REFRESH_TOKEN to /,
    },
    {
      when: "tokens are blank, as in a workflow without its secrets",
      env: () => ({ PRISM_ACCESS_TOKEN: "", PRISM_REFRESH_TOKEN: " ", PRISMATIC_URL: "" }),
      advice: /^Nobody is signed in: run "npx prism login", or set PRISM_REFRESH_TOKEN to /,
    },
    {
      when: "the access token has expired",
      env: () => ({
        ...platform.environment,
        PRISM_ACCESS_TOKEN: platform.signIn.expiredAccessToken,
      }),
      advice:
        /^The sign-in is not valid at http:\S+, or no longer: set PRISM_ACCESS_TOKEN to a new /,
    },
    {
      when: "the refresh token was revoked",
      env: () => ({
        PRISMATIC_URL: platform.url,
        PRISM_REFRESH_TOKEN: platform.signIn.revokedRefreshToken,
        NODE_EXTRA_CA_CERTS: platform.signIn.certificateFile,
      }),
      advice:
        /^The sign-in is not valid at http:\S+, or no longer: set PRISM_REFRESH_TOKEN to a new /,
    },
    {
      when: "the access token is none",
      env: () => ({ ...platform.environment, PRISM_ACCESS_TOKEN: "a", PRISM_REFRESH_TOKEN: "b" }),
      advice: /^PRISM_ACCESS_TOKEN is not a token: set it to what "npx prism me:token" prints, or /,
    },
    {
      when: "nothing answers",
      env: () => ({ ...platform.environment, PRISMATIC_URL: "http://127.0.0.1:1/pasted" }),
      advice: /^The platform at http:\/\/127\.0\.0\.1:1 cannot be reached: check the network and /,
    },
    {
      when: "something else answers",
      env: () => ({ ...platform.environment, PRISMATIC_URL: strangerUrl }),
      advice: /^What answers at http:\S+ is not the platform: check PRISMATIC_URL\.$/,
    },
    {
      when: "the address is none",
      env: () => ({ ...platform.environment, PRISMATIC_URL: "app.prismatic.io" }),
      advice:
        /^PRISMATIC_URL must be an address such as https:\/\/app\.prismatic\.io: correct or unset/,
    },
    {
      when: "the address holds a password",
      env: () => ({
        ...platform.environment,
        PRISMATIC_URL: platform.url.replace("//", "//pasted:pasted@"),
      }),
      advice:
        /^PRISMATIC_URL must be an address such as https:\/\/app\.prismatic\.io: correct or unset/,
    },
    {
      when: "there is no build",
      args: ["--no-build", "--folder", "nowhere"],
      advice: /^nowhere\/index\.js is missing: run "npm run build" first\.$/,
    },
    {
      when: "building would empty a folder of something else",
      args: ["--folder", "src"],
      advice: /^src holds \S+, and building empties the folder: name another with --folder\.$/,
    },
  ];

  it.each(cases)("when $when", async ({ env = () => platform.environment, args, advice }) => {
    const before = platform.publications.length;
    const { status, output, errors } = await publish(env(), args);
    expect({ status, lines: errors.trim().split("\n").length }).toEqual({ status: 1, lines: 1 });
    expect(errors.trim()).toMatch(advice);
    expectNoSecretIn(output + errors);
    expect(platform.publications.length).toBe(before);
  });
});
