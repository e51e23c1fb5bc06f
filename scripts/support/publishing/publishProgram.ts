import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { root } from "../component";
import { createProgram } from "../program";
import { checkAssets, checkPackage, isBuilt, normalizeModes } from "./package";
import { type RunPrism, signedInAccount, takeTokens } from "./prism";

const moreHelp = `
Sign in with "npx prism login", or set in the environment:
  PRISM_REFRESH_TOKEN   the output of "npx prism me:token --type refresh"; for workflows
  PRISM_ACCESS_TOKEN    the output of "npx prism me:token"; valid for a short time
  PRISMATIC_URL         the platform, if it is not https://app.prismatic.io

In a GitHub workflow the commit is recorded with the version.

Examples:
  npm run publish:component
  npm run publish:component -- --comment "Transcripts by workspace"`;

interface Options {
  readonly comment?: string;
  readonly customer?: string;
  readonly folder: string;
  readonly build: boolean;
  readonly check: boolean;
  readonly force?: boolean;
}

/** What publishing needs of the world around it. */
export interface Surroundings {
  /** Loses its tokens: neither the bundle nor a program that builds it has any use for them. */
  readonly env: NodeJS.ProcessEnv;
  readonly runPrism: RunPrism;
  /** Runs a script of package.json. @returns whether it succeeded */
  readonly runScript: (name: string, args: readonly string[]) => boolean;
  readonly print: (line: string) => void;
}

/** The command line of `npm run publish:component`. It throws errors of one line that say what to do. */
export function createPublishProgram(surroundings: Surroundings): Command {
  return createProgram(
    "publish:component",
    "Check the component, build it, and publish it to your organization. A build that is already published is skipped.",
    moreHelp,
  )
    .option("--comment <text>", "what changed, shown beside the version")
    .option("--customer <id>", "publish for this customer only, even if already published")
    .option("--force", "publish even if this build is already published")
    .option("--no-check", "skip npm run check")
    .option("--no-build", "publish the folder as it is, without building or checking")
    .option("--folder <folder>", "the folder to build into and to publish", "dist")
    .action((options: Options) => publish(options, surroundings));
}

function publish(options: Options, { env, runPrism, runScript, print }: Surroundings): void {
  const folder = path.resolve(env.INIT_CWD ?? root, options.folder);
  const withTokens = takeTokens(env);
  // What needs no network comes first.
  if (options.build) {
    demandEmptiable(folder, options.folder);
    checkAssets();
  } else {
    checkPackage(folder, options.folder);
  }
  const account = signedInAccount(withTokens, runPrism);
  print(`Publishing to ${account.organization} at ${account.url}.`);
  const demand = (script: string, ...args: readonly string[]) => {
    print(`npm run ${script}`);
    if (runScript(script, args)) return;
    throw new Error(`"npm run ${script}" failed: fix the errors above, and publish again.`);
  };
  if (options.build && options.check) demand("check");
  if (options.build) demand("build", "--output-path", folder);
  const { display } = checkPackage(folder, options.folder);
  normalizeModes(folder);
  const output = runPrism(publishArguments(options, withTokens), folder, withTokens);
  if (output.includes("Package signatures match")) {
    print(`This build of ${display.label} is already published; nothing was sent.`);
    return;
  }
  const [, version] = /\(v(\d+)\)/.exec(output) ?? [];
  print(`Published ${display.label}, version ${version}; flows can use it in a moment.`);
}

/** Building empties the folder, so there must be nothing in it but an earlier build. */
function demandEmptiable(folder: string, shown: string): void {
  const stranger = existsSync(folder) && readdirSync(folder).find((file) => !isBuilt(file));
  if (!stranger) return;
  throw new Error(
    `${shown} contains ${stranger}, and building empties the folder: name another folder with --folder.`,
  );
}

function publishArguments(options: Options, env: NodeJS.ProcessEnv): string[] {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = env;
  const repo = `${server}/${repository}`;
  return [
    "components:publish",
    "--no-confirm",
    // The platform tells what is published, but not for which customers.
    options.force || options.customer ? "--no-check-signature" : "--skip-on-signature-match",
    ...(options.comment ? ["--comment", options.comment] : []),
    ...(options.customer ? ["--customer", options.customer] : []),
    ...(server && repository && commit
      ? ["--commitHash", commit, "--commitUrl", `${repo}/commit/${commit}`, "--repoUrl", repo]
      : []),
  ];
}
