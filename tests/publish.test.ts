import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { unzipSync } from "fflate";
import { loadComponent, root } from "../scripts/support/component";
import {
  type Definition,
  type Platform,
  type Publication,
  startPlatform,
} from "../scripts/support/platform";
import { normalizeModes } from "../scripts/support/publishing/package";
import { startGong, type TestGong } from "./support/gong";
import { cleanEnvironment, type Ended, makeFolder, run } from "./support/processes";

const prism = path.join(root, "node_modules/.bin/prism");
const component = loadComponent();
const home = makeFolder("publish");

let platform: Platform;
let ended: Ended;
let published: Publication;
beforeAll(async () => {
  platform = await startPlatform();
  // The signature covers the rights of the files, which differ with whoever has built.
  normalizeModes(path.join(root, "dist"));
  ended = await run(prism, ["components:publish", "--no-confirm"], {
    cwd: root,
    env: { ...cleanEnvironment(home), ...platform.environment },
  });
  const [publication] = platform.publications;
  if (!publication) throw new Error(`prism published nothing: ${ended.errors}`);
  published = publication;
});
afterAll(() => platform.stop());

type Built = Record<string, { readonly examplePayload?: unknown }>;

/** What JSON keeps of the built parts; example payloads travel as text. */
function onTheWire(parts: Built): Definition[] {
  const sent = Object.values(parts).map((part) => ({
    ...part,
    examplePayload: JSON.stringify(part.examplePayload ?? {}),
  }));
  return JSON.parse(JSON.stringify(sent));
}

describe("prism components:publish", () => {
  it("says that it submitted the component", () => {
    expect(ended).toMatchObject({ status: 0, errors: "" });
    expect(ended.output).toMatch(/^Successfully submitted Gong \(v1\)!/);
  });

  it("sends what the component is called", () => {
    const { key, public: isPublic, display } = component;
    expect(published.definition).toEqual({ key, public: isPublic, display });
  });

  it("sends every action as it was built, with its inputs, output schema and example", () => {
    expect(published.actions.map(({ key }) => key)).toEqual(Object.keys(component.actions));
    expect(published.actions).toEqual(onTheWire(component.actions as Built));
  });

  it("sends every trigger and every data source as it was built", () => {
    expect(published.triggers).toEqual(onTheWire(component.triggers as Built));
    expect(published.dataSources).toEqual(onTheWire(component.dataSources as Built));
    expect(published.dataSources.length).toBeGreaterThanOrEqual(4);
  });

  it("sends both connections with all of their fields", () => {
    expect(published.connections.map(({ key }) => key)).toEqual(["gongApiKey", "oauth2"]);
    expect(published.connections).toEqual(JSON.parse(JSON.stringify(component.connections)));
  });

  it("sends example payloads that fit the output schemas beside them", () => {
    const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
    const described = published.actions.filter(({ outputSchema }) => outputSchema);
    expect(described.length).toBeGreaterThanOrEqual(published.actions.length - 1);
    for (const { key, outputSchema, examplePayload } of described) {
      const { type, schema } = outputSchema as { type: string; schema: string };
      if (type !== "actionOutput") continue;
      const validate = ajv.compile(JSON.parse(schema));
      validate(JSON.parse(examplePayload as string).data);
      expect({ key, errors: validate.errors }).toEqual({ key, errors: null });
    }
  });

  it("uploads the icon", () => {
    const { contentType, body } = published.uploads.get("icon") ?? {};
    expect(contentType).toBe("image/png");
    expect(body?.equals(readFileSync(path.join(root, "assets/icon.png")))).toBe(true);
  });
});

describe("The uploaded package", () => {
  const folder = path.join(home, "package");
  let gong: TestGong;
  beforeAll(async () => {
    gong = await startGong();
    mkdirSync(folder);
    const files = unzipSync(published.uploads.get("package")?.body ?? Buffer.alloc(0));
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(path.join(folder, name), content);
    }
  });
  afterAll(() => gong.stop());

  it("holds the bundle and the icon, and nothing else", () => {
    expect(published.uploads.get("package")?.contentType).toBe("application/zip");
    expect(readdirSync(folder).sort()).toEqual(["icon.png", "index.js"]);
    for (const name of readdirSync(folder)) {
      const unpacked = readFileSync(path.join(folder, name));
      expect(unpacked.equals(readFileSync(path.join(root, "dist", name)))).toBe(true);
    }
  });

  it("runs an action in a fresh process, with no other file at hand", async () => {
    const program = `
      const { default: component } = require("./index.js");
      const logger = Object.fromEntries(
        ["metric", "trace", "debug", "info", "log", "warn", "error"].map((level) => [level, () => {}]),
      );
      const inputs = { connection: JSON.parse(process.env.CONNECTION), fetchAll: "true" };
      component.actions.listUsers.perform({ logger }, inputs).then(({ data }) => {
        const elsewhere = Object.keys(require.cache).filter((file) => !file.startsWith(__dirname + "/"));
        console.log(JSON.stringify({ emails: data.users.map((user) => user.emailAddress), elsewhere }));
      }, ({ message }) => {
        console.error(message);
        process.exit(1);
      });`;
    writeFileSync(path.join(folder, "run.js"), program);
    const { status, output, errors } = await run(process.execPath, ["run.js"], {
      cwd: folder,
      env: { ...cleanEnvironment(home), CONNECTION: JSON.stringify(gong.connection) },
    });
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    const { emails, elsewhere } = JSON.parse(output);
    const users = gong.sandbox.company.users.filter(({ avatar }) => !avatar);
    expect(emails.sort()).toEqual(users.map(({ emailAddress }) => emailAddress).sort());
    expect(elsewhere).toEqual([]);
  });
});

describe("npm run publish:component", () => {
  it("builds the same package again elsewhere, and sends nothing of what is published", async () => {
    const folder = path.join(home, "build");
    const before = platform.publications.length;
    // A machine that shows new files to their owner alone.
    const command = `umask 077; npm run --silent publish:component -- --no-check --folder ${folder}`;
    const { status, output, errors } = await run("sh", ["-c", command], {
      cwd: root,
      env: { ...cleanEnvironment(home), ...platform.environment },
    });
    expect({ status, errors }).toEqual({ status: 0, errors: expect.stringContaining("index.js") });
    expect(output).toBe(
      [
        `Publishing to Harbour Integrations at ${platform.url}.`,
        "npm run build",
        "Gong is published already as it is; nothing was sent.",
        "",
      ].join("\n"),
    );
    expect(platform.publications.length).toBe(before);
    const built = readFileSync(path.join(folder, "index.js"));
    expect(built.equals(readFileSync(path.join(root, "dist/index.js")))).toBe(true);
    expect(built.includes(root)).toBe(false);
  });
});

describe("npm run manifest -- --published", () => {
  const folder = path.join(home, "manifest");
  const make = (environment: Readonly<Record<string, string>>) =>
    run(
      process.execPath,
      ["--import", "tsx", "scripts/manifest.ts", "--published", "--folder", folder],
      { cwd: root, env: { ...cleanEnvironment(home), ...environment } },
    );

  it("makes nothing of a build that the platform does not have", async () => {
    const empty = await startPlatform();
    const { status, errors } = await make(empty.environment);
    await empty.stop();
    expect(status).toBe(1);
    expect(errors).toBe(
      'The platform does not have this build: run "npm run publish:component" first.\n',
    );
    expect(existsSync(folder)).toBe(false);
  });

  it("names the published package by its signature", async () => {
    expect(await make(platform.environment)).toMatchObject({ status: 0, errors: "" });
    const body = published.uploads.get("package")?.body ?? "";
    const signature = createHash("sha1").update(body).digest("hex");
    const index = readFileSync(path.join(folder, "src/index.ts"), "utf8");
    expect(index).toContain(`signature: "${signature}"`);
  });
});
