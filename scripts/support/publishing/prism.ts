import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { parseUrl } from "../../../src/text/parseUrl";
import { originOf, withOriginsOnly } from "../address";
import { root } from "../component";
import { makeTemporaryFolder } from "../temporaryFolder";

/** Where prism goes when PRISMATIC_URL says nothing else. */
const defaultUrl = "https://app.prismatic.io";
const tokens = ["PRISM_ACCESS_TOKEN", "PRISM_REFRESH_TOKEN"] as const;

/** Who publishes, and where to. */
export interface Account {
  readonly organization: string;
  /** Origin of the platform's address. */
  readonly url: string;
}

/**
 * Takes the tokens out of an environment, so that no program that inherits it can read them.
 *
 * @returns a copy that has them, for prism
 */
export function takeTokens(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const whole = { ...env };
  for (const name of tokens) delete env[name];
  return whole;
}

/**
 * Makes sure, without asking the platform, that there is something to sign in with.
 *
 * @returns the origin of the platform's address
 * @throws Error when there is not
 */
export function demandSignIn(env: NodeJS.ProcessEnv): string {
  const address = filled(env.PRISMATIC_URL) ?? defaultUrl;
  const url = originOf(address);
  // With a user name or password in it no request can be made.
  if (!url || parseUrl(address)?.username || parseUrl(address)?.password) {
    throw new Error(`PRISMATIC_URL must be an address such as ${defaultUrl}: correct or unset it.`);
  }
  if (tokens.some((name) => filled(env[name])) || existsSync(configFile(env))) return url;
  throw new Error(
    'You are not signed in: run "npx prism login", or set PRISM_REFRESH_TOKEN to what "npx prism me:token --type refresh" prints where you are signed in.',
  );
}

/**
 * Asks the platform who is signed in.
 *
 * @throws Error when no one is, or the platform cannot be asked
 */
export function signedInAccount(env: NodeJS.ProcessEnv, run: RunPrism): Account {
  const url = demandSignIn(env);
  const output = run(["me"], root, env);
  const value = (name: string) => new RegExp(`^${name}: *(.*)$`, "m").exec(output)?.[1]?.trim();
  return {
    organization: value("Organization") ?? "the platform",
    url: originOf(value("Endpoint URL") ?? "") ?? url,
  };
}

/**
 * Runs prism in a folder.
 *
 * @returns what it printed
 * @throws Error when it fails; prism's own output goes no further, since it is many lines long
 */
export type RunPrism = (args: readonly string[], cwd: string, env: NodeJS.ProcessEnv) => string;

/** Runs the prism of this project, in a process. */
export const runPrism: RunPrism = (args, cwd, env) => {
  const program = require.resolve("@prismatic-io/prism/lib/run.js");
  const { environment, remove } = makeTemporaryFolder();
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    encoding: "utf8",
    env: {
      ...env,
      ...environment,
      // Wide lines stay whole, and its look for newer versions is none of a publishing's business.
      OCLIF_COLUMNS: "2000",
      PRISM_SKIP_NEW_VERSION_CHECK: "true",
      NO_COLOR: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  remove();
  if (status === 0) return stdout;
  throw new Error(adviceFor(stderr, env));
};

/** What prism's errors mean, and what to do, in one line that shows no token. */
export function adviceFor(errors: string, env: NodeJS.ProcessEnv): string {
  return withoutTokens(meaningOf(errors, env), env);
}

/** The first row that fits counts. */
function meaningOf(errors: string, env: NodeJS.ProcessEnv): string {
  const [, kind = "", message = ""] =
    /^(?:(\w*Error): )?(.*)$/.exec(
      withOriginsOnly(errors)
        .replace(/\s+/g, " ")
        .replace(/^[ ›»]+/, "")
        .trim(),
    ) ?? [];
  const url =
    /Network request to (\S+) failed/.exec(message)?.[1] ??
    originOf(filled(env.PRISMATIC_URL) ?? defaultUrl);
  const rows: readonly (readonly [RegExp, string])[] = [
    [/Not authenticated/, `The sign-in is not valid at ${url}, or has expired: ${renewal(env)}.`],
    [
      /Invalid token specified/,
      'PRISM_ACCESS_TOKEN is not a token: set it to what "npx prism me:token" prints, or unset it.',
    ],
    [
      /Network request to|fetch failed/,
      `The platform at ${url} cannot be reached: check the network and PRISMATIC_URL, and try again.`,
    ],
    [
      /Server Error|Bad Gateway|Service Unavailable|Gateway Timeout|Too Many Requests/,
      `The platform at ${url} has a problem (${message}): try again later.`,
    ],
    [
      /Failed to parse response|is not valid JSON|Unexpected end of JSON/,
      `What answers at ${url} is not the platform: check PRISMATIC_URL.`,
    ],
  ];
  const known = rows.find(([pattern]) => pattern.test(message))?.[1];
  if (known) return known;
  return ["Error", "ClientError"].includes(kind)
    ? `The platform refused it (${message}): correct this, and publish again.`
    : `prism failed (${message || "without a message"}): "npx prism components:publish" shows more.`;
}

function renewal(env: NodeJS.ProcessEnv): string {
  if (filled(env.PRISM_REFRESH_TOKEN)) {
    return 'set PRISM_REFRESH_TOKEN to a new one, which "npx prism me:token --type refresh" prints where you are signed in';
  }
  return filled(env.PRISM_ACCESS_TOKEN)
    ? 'set PRISM_ACCESS_TOKEN to a new one, which "npx prism me:token" prints where you are signed in'
    : 'run "npx prism login"';
}

/** Nothing that prism prints holds a token today; this keeps it so. */
function withoutTokens(text: string, env: NodeJS.ProcessEnv): string {
  return tokens.reduce((safe, name) => {
    const token = filled(env[name]);
    // A few letters would be found in words; a token is long.
    return token && token.length > 8 ? safe.replaceAll(token, "…") : safe;
  }, text);
}

/** Settings that are there but blank count as not given, as they do for prism. */
const filled = (value: string | undefined) => (value?.trim() ? value : undefined);

const configFile = (env: NodeJS.ProcessEnv) =>
  filled(env.PRISM_CONFIG_FILE) ?? path.join(homedir(), ".config/prism/config.yml");
