import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeFolder } from "../tests/support/processes";
import { root } from "./support/component";
import { adviceFor } from "./support/publishing/prism";
import { createPublishProgram } from "./support/publishing/publishProgram";

const home = makeFolder("publish-script");
const url = "https://app.example";
/** Long, as tokens are; no one may read it. */
const token = "token-that-opens-the-platform";

/** What `prism me` prints. */
const me = `Name: Petra Publisher\nOrganization: Harbour Integrations\nEndpoint URL: ${url}\n`;

/** Runs the command line, with a prism that prints what it is given, and shows all that was done. */
async function publish(
  args: readonly string[],
  { env = {}, prints = "Successfully submitted Gong (v7)!", fails = "" } = {},
) {
  const done: string[] = [];
  const given: NodeJS.ProcessEnv = { PRISMATIC_URL: url, PRISM_ACCESS_TOKEN: token, ...env };
  let seenByScripts = "";
  const program = createPublishProgram({
    env: given,
    runPrism: (words, _, itsEnv) => {
      done.push(`prism ${words.join(" ")}`);
      if (!itsEnv.PRISM_ACCESS_TOKEN) throw new Error("prism got no token");
      return words[0] === "me" ? me : prints;
    },
    runScript: (name, words) => {
      seenByScripts += JSON.stringify(given);
      done.push(["npm run", name, ...words].join(" ").replace(root, "."));
      return name !== fails;
    },
    print: (line) => done.push(line),
  }).configureOutput({ writeErr: () => {} });
  const error = await program.parseAsync(args, { from: "user" }).then(
    () => "",
    ({ message }: Error) => message,
  );
  expect(seenByScripts + done.join() + error).not.toContain(token);
  return { done, error };
}

const greeting = `Publishing to Harbour Integrations at ${url}.`;
const send = "prism components:publish --no-confirm";

describe("npm run publish:component", () => {
  it("checks, builds, and publishes, and gives the tokens to prism alone", async () => {
    expect(await publish(["--comment", "v1.2.0"])).toEqual({
      error: "",
      done: [
        "prism me",
        greeting,
        "npm run check",
        "npm run check",
        "npm run build",
        "npm run build --output-path ./dist",
        `${send} --skip-on-signature-match --comment v1.2.0`,
        "Published Gong, version 7; flows can use it in a moment.",
      ],
    });
  });

  it("says so when nothing was sent", async () => {
    const prints = "Package signatures match, skipping";
    expect((await publish(["--no-build"], { prints })).done.slice(2)).toEqual([
      `${send} --skip-on-signature-match`,
      "This build of Gong is already published; nothing was sent.",
    ]);
  });

  it.each([
    [["--force"], `${send} --no-check-signature`],
    [["--customer", "Q3=="], `${send} --no-check-signature --customer Q3==`],
  ])("sends what is published already with %j", async (args, sent) => {
    expect((await publish(["--no-build", ...args])).done).toContain(sent);
  });

  it.each(["check", "build"])("stops when %s fails, and publishes nothing", async (fails) => {
    const { done, error } = await publish([], { fails });
    expect(error).toBe(`"npm run ${fails}" failed: fix the errors above, and publish again.`);
    expect(done.filter((line) => line.startsWith(send))).toEqual([]);
  });

  it.each([
    [["--no-build", "--folder", "nowhere"], /^nowhere\/index\.js is missing: run "npm run build" /],
    [
      ["--folder", "src"],
      /^src contains \S+, and building empties the folder: name another folder with /,
    ],
  ])("asks no one when it cannot publish: %j", async (args, words) => {
    const { done, error } = await publish(args);
    expect({ done, error }).toEqual({ done: [], error: expect.stringMatching(words) });
  });

  it("may build into a folder with an earlier build", async () => {
    const folder = path.join(home, "built");
    mkdirSync(folder);
    cpSync(path.join(root, "dist"), folder, { recursive: true });
    expect((await publish(["--no-check", "--folder", folder])).error).toBe("");
    writeFileSync(path.join(folder, "thesis.txt"), "the only copy");
    expect((await publish(["--no-check", "--folder", folder])).error).toContain("thesis.txt");
  });

  const notSignedIn =
    /^You are not signed in: run "npx prism login", or set PRISM_REFRESH_TOKEN to /;
  const badUrl = /^PRISMATIC_URL must be an address such as https:\/\/app\.prismatic\.io: correct /;
  it.each([
    [{ PRISM_ACCESS_TOKEN: undefined }, notSignedIn],
    [{ PRISM_ACCESS_TOKEN: "", PRISM_REFRESH_TOKEN: " ", PRISMATIC_URL: "" }, notSignedIn],
    [{ PRISMATIC_URL: "app.prismatic.io" }, badUrl],
    [{ PRISMATIC_URL: "https://pasted:pasted@app.example" }, badUrl],
  ])("says what is wrong with %j", async (env, words) => {
    const nowhere = { PRISM_CONFIG_FILE: path.join(home, "none.yml"), ...env };
    const { done, error } = await publish(["--no-build"], { env: nowhere });
    expect({ done, error }).toEqual({ done: [], error: expect.stringMatching(words) });
    expect(error).not.toContain("pasted");
  });
});

/** What prism 10.4 writes, and what becomes of it. */
describe("An error of prism", () => {
  const access = { PRISMATIC_URL: url, PRISM_ACCESS_TOKEN: token };
  const refresh = { PRISMATIC_URL: url, PRISM_REFRESH_TOKEN: token };
  const notAuthenticated = "ClientError: Not authenticated. Run 'prism login' or select another";
  it.each([
    [
      `    ${notAuthenticated} profile.\n    Signature has expired\n`,
      access,
      `The sign-in is not valid at ${url}, or has expired: set PRISM_ACCESS_TOKEN to a new one`,
    ],
    [
      `    ${notAuthenticated} profile.\n    Error decoding signature\n`,
      refresh,
      `The sign-in is not valid at ${url}, or has expired: set PRISM_REFRESH_TOKEN to a new one`,
    ],
    [
      "    InvalidTokenError: Invalid token specified: missing part #2\n",
      access,
      'PRISM_ACCESS_TOKEN is not a token: set it to what "npx prism me:token" prints, or unset it.',
    ],
    [
      "    Error: Network request to http://127.0.0.1:1/pasted failed: fetch failed\n",
      access,
      "The platform at http://127.0.0.1:1 cannot be reached: check the network and PRISMATIC_URL",
    ],
    [
      "    ClientError: Failed to parse response: OK\n",
      access,
      `What answers at ${url} is not the platform: check PRISMATIC_URL.`,
    ],
    [
      "    ClientError: Bad Gateway\n",
      access,
      `The platform at ${url} has a problem (Bad Gateway): try again later.`,
    ],
    [
      "    Error: definition: The key is taken, see https://host.example/pasted.\n",
      access,
      "The platform refused it (definition: The key is taken, see https://host.example): correct",
    ],
    [`    TypeError: ${token} is odd\n`, access, "prism failed (… is odd): "],
  ])("becomes one line: %s", (errors, env, words) => {
    const advice = adviceFor(errors, env);
    expect(advice.slice(0, words.length)).toBe(words);
    expect(advice).not.toMatch(/\n|pasted|token-that/);
  });
});
