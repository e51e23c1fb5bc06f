import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { loadComponent, root } from "../scripts/support/component";
import { type Definition, type Platform, startPlatform } from "../scripts/support/platform";
import { makeProject, runFlow } from "./support/codeNative";
import { startGong, type TestGong } from "./support/gong";
import { cleanEnvironment, type Ended, makeFolder, run } from "./support/processes";

/**
 * One publishing from end to end, by the programs themselves, to a mock of the platform: build,
 * publish, import an integration, make the manifest, and use it.
 */
const component = loadComponent();
const home = makeFolder("publish");
const [built, manifest, project] = ["dist", "manifest", "project"].map((name) =>
  path.join(home, name),
) as [string, string, string];

let gong: TestGong;
let platform: Platform;
let publishing: Ended;
let importing: Ended;
let making: Ended;
beforeAll(async () => {
  gong = await startGong();
  platform = await startPlatform();
  // A workflow, on a machine that shows new files to their owner alone.
  const command = `umask 077; npm run --silent publish:component -- --no-check --folder ${built} --comment v1.2.0`;
  publishing = await run("sh", ["-c", command], {
    cwd: root,
    env: {
      ...cleanEnvironment(home),
      PRISMATIC_URL: `${platform.url}/pasted?pasted#pasted`,
      PRISM_REFRESH_TOKEN: platform.signIn.refreshToken,
      NODE_EXTRA_CA_CERTS: platform.signIn.certificateFile,
      GITHUB_SERVER_URL: "https://github.example",
      GITHUB_REPOSITORY: "harbour/gong",
      GITHUB_SHA: "1f0c",
    },
  });
  const env = { ...cleanEnvironment(home), ...platform.environment };
  const script = path.join(root, "scripts/manifest.ts");
  [importing, making] = await Promise.all([
    run(
      path.join(root, "node_modules/.bin/prism"),
      ["integrations:import", "--path", "examples/nightly-export.yml"],
      { cwd: root, env },
    ),
    run(process.execPath, ["--import", "tsx", script, "--published", "--folder", manifest], {
      cwd: root,
      env,
    }),
  ]);
  makeProject(project, manifest);
});
afterAll(() => Promise.all([gong.stop(), platform.stop()]));

const published = () => {
  const [publication, ...others] = platform.publications;
  if (!publication || others.length > 0) throw new Error(`Not one: ${publishing.errors}`);
  return publication;
};
const packageFile = () => published().uploads.get("package")?.body ?? Buffer.alloc(0);

type Built = Record<string, { readonly examplePayload?: unknown }>;

/** What JSON keeps of the built parts; example payloads travel as text. */
function onTheWire(parts: Built): Definition[] {
  const sent = Object.values(parts).map((part) => ({
    ...part,
    examplePayload: JSON.stringify(part.examplePayload ?? {}),
  }));
  return JSON.parse(JSON.stringify(sent));
}

describe("npm run publish:component", () => {
  it("says what it published and where, and shows no token", () => {
    expect(publishing).toMatchObject({ status: 0 });
    expect(publishing.output).toBe(
      `Publishing to Harbour Integrations at ${platform.url}.\nnpm run build\nPublished Gong, version 1; flows can use it in a moment.\n`,
    );
    const { accessToken, refreshToken } = platform.signIn;
    for (const secret of [accessToken, refreshToken, "pasted"]) {
      expect(publishing.output + publishing.errors).not.toContain(secret);
    }
  });

  it("sends every part of the component as it was built, and the commit", () => {
    const { key, public: isPublic, display, actions, triggers, dataSources } = component;
    const { attributes, ...sent } = published();
    expect(sent).toMatchObject({ comment: "v1.2.0", definition: { key, display } });
    expect(sent.definition).toEqual({ key, public: isPublic, display });
    expect(sent.actions).toEqual(onTheWire(actions as Built));
    expect(sent.triggers).toEqual(onTheWire(triggers as Built));
    expect(sent.dataSources).toEqual(onTheWire(dataSources as Built));
    expect(sent.connections).toEqual(JSON.parse(JSON.stringify(component.connections)));
    expect(JSON.parse(attributes ?? "")).toEqual({
      commitHash: "1f0c",
      commitUrl: "https://github.example/harbour/gong/commit/1f0c",
      repoUrl: "https://github.example/harbour/gong",
    });
  });

  it("uploads the icon, and a package of exactly these files, the same as built elsewhere", () => {
    const icon = readFileSync(path.join(root, "assets/icon.png"));
    expect(published().uploads.get("icon")).toEqual({ contentType: "image/png", body: icon });
    expect([...published().uploads.keys()]).toEqual(["package", "icon"]);
    expect(published().uploads.get("package")?.contentType).toBe("application/zip");
    const files = unzipSync(packageFile());
    expect(Object.keys(files).sort()).toEqual(["icon.png", "index.js", "licenses.txt"]);
    for (const [name, content] of Object.entries(files)) {
      expect(readFileSync(path.join(root, "dist", name)).equals(content)).toBe(true);
      expect(Buffer.from(content).includes(root)).toBe(false);
    }
  });

  it("passes on the license of every package in the bundle, and of no other", () => {
    const text = readFileSync(path.join(built, "licenses.txt"), "utf8");
    const named = [...text.matchAll(/^(\S+) \d+\.\d+\.\d+ \(\S+\)\n\n(?=\S)/gm)].map(
      ([, name]) => name,
    );
    expect(named).toEqual(expect.arrayContaining(["@prismatic-io/spectral", "axios", "jose"]));
    // Stand-ins take their places.
    for (const name of ["lodash", "date-fns", "follow-redirects", "zod", "webpack"]) {
      expect(named).not.toContain(name);
    }
  });

  it("leaves nothing behind in the temporary folder", () => {
    expect(readdirSync(home).filter((name) => /zip|gong-component/.test(name))).toEqual([]);
  });
});

it("The package runs actions in a fresh process, with no other file at hand", async () => {
  const program = `
    const { default: component } = require("./index.js");
    const logger = Object.fromEntries(
      ["metric", "trace", "debug", "info", "log", "warn", "error"].map((level) => [level, () => {}]),
    );
    const run = (key, inputs) => component.actions[key].perform(
      { logger },
      { connection: JSON.parse(process.env.CONNECTION), ...inputs },
    );
    (async () => {
      const { data } = await run("listUsers", { fetchAll: "true" });
      // Needs what the bundle holds packed.
      const found = await run("listReferencesToAPhoneNumber", { phoneNumber: "+1 425 555 2671" });
      console.log(JSON.stringify({
        emails: data.users.map((user) => user.emailAddress),
        phoneNumber: found.data.suppliedPhoneNumber,
        elsewhere: Object.keys(require.cache).filter((file) => !file.startsWith(__dirname + "/")),
      }));
    })();`;
  const folder = path.join(home, "dist");
  writeFileSync(path.join(folder, "run.js"), program);
  const { status, output, errors } = await run(process.execPath, ["run.js"], {
    cwd: folder,
    env: {
      ...cleanEnvironment(home),
      CONNECTION: JSON.stringify(gong.connection),
      GONG_ALLOW_LOCAL: "true",
    },
  });
  expect({ status, errors }).toEqual({ status: 0, errors: "" });
  const users = gong.sandbox.company.users.filter(({ avatar }) => !avatar);
  const { emails, phoneNumber, elsewhere } = JSON.parse(output);
  expect(emails.sort()).toEqual(users.map(({ emailAddress }) => emailAddress).sort());
  expect({ phoneNumber, elsewhere }).toEqual({ phoneNumber: "+14255552671", elsewhere: [] });
});

it("The platform imports an integration that names what is published", () => {
  expect(importing).toMatchObject({ status: 0, errors: "" });
  expect(platform.operations).toContain("importIntegration");
});

describe("npm run manifest -- --published", () => {
  it("makes a package by the signature of what is published, and says how to install it", () => {
    expect(making).toMatchObject({ status: 0, errors: "" });
    expect(making.output).toMatch(
      new RegExp(
        `It has ${Object.keys(component.actions).length} actions, [\\s\\S]*npm install .*\\.tgz`,
      ),
    );
    const signature = createHash("sha1").update(packageFile()).digest("hex");
    const index = readFileSync(path.join(manifest, "src/index.ts"), "utf8");
    expect(index).toContain(`signature: "${signature}"`);
    const about = JSON.parse(readFileSync(path.join(manifest, "package.json"), "utf8"));
    expect(about).toMatchObject({ name: "@component-manifests/gong", main: "dist/index.js" });
    // Nothing runs where it is installed.
    expect(about).not.toHaveProperty("scripts");
  });

  it("gives types that the example compiles with, and none of several mistakes", async () => {
    const tsc = path.join(root, "node_modules/.bin/tsc");
    const compiled = await run(tsc, ["-p", project], { cwd: project, env: cleanEnvironment(home) });
    expect(compiled).toEqual({ status: 0, output: "", errors: "" });
  });

  it("lets the example's flow poll, call three actions, and name this build", async () => {
    const { company, clock } = gong.sandbox;
    const { records, summaries, definition } = await runFlow(project, gong.connection, {
      resourceType: "transcripts",
      showNewRecords: "true",
      lookBackDate: new Date(clock.now() - 5 * 24 * 3600_000).toISOString().slice(0, 10),
    });
    expect(records.length).toBeGreaterThan(0);
    expect(summaries.map(({ callId }) => callId)).toEqual(records.map(({ callId }) => callId));
    const [summary] = summaries;
    const call = company.calls.find(({ id }) => id === summary?.callId);
    const host = company.users.find(({ id }) => id === call?.primaryUserId);
    const workspace = company.workspaces.find(({ id }) => id === call?.workspaceId);
    expect(summary).toMatchObject({
      title: call?.title,
      host: `${host?.firstName} ${host?.lastName}`,
      workspace: workspace?.name,
    });
    expect(summary?.words).toBeGreaterThan(10);
    expect(definition).toMatch(/key: gong\n\s+signature: [0-9a-f]{40}\n/);
    expect(definition).toContain("key: pollChangesTrigger");
  });
});
