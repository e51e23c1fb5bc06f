import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { Command, CommanderError } from "commander";
import { root } from "./support/component";
import { tolerateClosedPipes } from "./support/ending";
import { Advice } from "./support/publishing/Advice";
import { checkAssets, checkPackage, normalizeModes } from "./support/publishing/package";
import { runPrism, signedInAccount, takeTokens } from "./support/publishing/prism";

const environmentHelp = `
Signed in is who has run "npx prism login", or whoever the environment names:
  PRISM_REFRESH_TOKEN   what "npx prism me:token --type refresh" prints; for workflows
  PRISM_ACCESS_TOKEN    what "npx prism me:token" prints; valid for a short time
  PRISMATIC_URL         the platform, where it is not https://app.prismatic.io

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

async function main(): Promise<void> {
  const program = new Command("npm run publish:component --")
    .usage("[options]")
    .description(
      "Check the component, build it and publish it to the organisation of whoever is signed in. A build that is published already is not sent again.",
    )
    .option("--comment <text>", "what changed, shown beside the version")
    .option("--customer <id>", "publish for this customer only; always sent")
    .option("--force", "send it even when it is published already")
    .option("--no-check", "leave out npm run check")
    .option("--no-build", "publish the folder as it stands, without building and checking")
    .option("--folder <folder>", "the folder to build into and to publish", "dist")
    .helpOption("-h, --help", "show this")
    .addHelpText("after", environmentHelp)
    .showSuggestionAfterError()
    .exitOverride()
    .action(publish);
  await program.parseAsync();
}

function publish(options: Options): void {
  const folder = path.resolve(process.env.INIT_CWD ?? root, options.folder);
  // Neither the bundle nor a program that checks or builds it has any use for them.
  const env = takeTokens(process.env);
  // What needs no network comes first.
  if (options.build) {
    demandEmptiable(folder, options.folder);
    checkAssets();
  } else {
    checkPackage(folder, options.folder);
  }
  const account = signedInAccount(env);
  console.log(`Publishing to ${account.organization} at ${account.url}.`);
  if (options.build) {
    if (options.check) runScript("check");
    runScript("build", "--output-path", folder);
  }
  const { display } = checkPackage(folder, options.folder);
  normalizeModes(folder);
  const output = runPrism(publishArguments(options, env), folder, env);
  if (output.includes("Package signatures match")) {
    console.log(`${display.label} is published already as it is; nothing was sent.`);
    return;
  }
  const [, version] = /\(v(\d+)\)/.exec(output) ?? [];
  console.log(`Published ${display.label}, version ${version}; flows can use it in a moment.`);
}

/** Building empties the folder, so there must be nothing in it but an earlier build. */
function demandEmptiable(folder: string, shown: string): void {
  if (!existsSync(folder)) return;
  const stranger = readdirSync(folder).find((file) => !["index.js", "icon.png"].includes(file));
  if (stranger) {
    throw new Advice(
      `${shown} holds ${stranger}, and building empties the folder: name another with --folder.`,
    );
  }
}

/** Runs one of this project's scripts, whose words go to standard error. */
function runScript(script: string, ...args: readonly string[]): void {
  console.log(`npm run ${script}`);
  const { status } = spawnSync("npm", ["run", "--silent", script, "--", ...args], {
    cwd: root,
    stdio: ["ignore", process.stderr, process.stderr],
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  throw new Advice(`"npm run ${script}" failed: mend what it says above, and publish again.`);
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

tolerateClosedPipes();
main().catch((error: unknown) => {
  // Commander has printed its own; asking for help is no failure.
  if (error instanceof CommanderError) process.exit(error.exitCode);
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
