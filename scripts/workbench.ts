import { spawn, spawnSync } from "node:child_process";
import { Command, CommanderError } from "commander";
import { explain, portNumber } from "../sandbox/command-line";
import { buildPage } from "../workbench/build";
import { startWorkbench } from "../workbench/server/start";
import { buildComponent, bundle } from "./support/component";
import { connectionFromEnvironment, demandRunning } from "./support/connection";
import { onStop, tolerateClosedPipes } from "./support/ending";

interface Flags {
  readonly port: number;
  readonly open: boolean;
}

const moreHelp = `
It builds what is missing, starts a local Gong with a made-up company in it, and needs no account.
With these variables set, it also offers your account, and asks before it changes anything there:
  GONG_BASE_URL           API address shown in Gong, Company settings > Ecosystem > API
  GONG_ACCESS_KEY         access key
  GONG_ACCESS_KEY_SECRET  secret of the access key

The server listens on 127.0.0.1 only. It needs the token in the address that it prints.`;

async function main(): Promise<void> {
  await new Command("npm run workbench --")
    .usage("[options]")
    .description(
      "Open the workbench in your browser: every form of the component, with its results and requests.",
    )
    .option("--port <number>", "port on 127.0.0.1; 0 picks a free one", portNumber, 8590)
    .option("--no-open", "print the address without opening a browser")
    .helpOption("-h, --help", "show this")
    .addHelpText("after", moreHelp)
    .showSuggestionAfterError()
    .allowExcessArguments(false)
    .exitOverride()
    .action(run)
    .parseAsync();
}

async function run({ port, open }: Flags): Promise<void> {
  const account = connectionFromEnvironment(process.env);
  if (account) await demandRunning(account);
  buildComponent();
  await buildPage();
  const started = startWorkbench({ bundle, port, account });
  const { address, stop } = await started.catch((error: unknown) => {
    throw new Error(explain(error));
  });
  onStop(() => {
    console.log("\nStopped; nothing is kept.");
    void stop().then(() => process.exit(0));
  });
  const works = account ? `the local Gong and ${account.description}` : "a local Gong";
  console.log(`The workbench runs on ${works}:\n\n  ${address}\n\nCtrl-C stops it.`);
  if (open && !openBrowser(address)) {
    console.log("No browser was found here. Open the address above in one.");
  }
}

/** @returns whether there is a program that opens addresses, and a screen to open them on */
function openBrowser(address: string): boolean {
  const { platform, env } = process;
  const [program, ...words] =
    platform === "darwin"
      ? ["open", address]
      : platform === "win32"
        ? ["cmd", "/c", "start", "", address]
        : ["xdg-open", address];
  if (platform === "linux") {
    if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return false;
    if (spawnSync("which", ["xdg-open"]).status !== 0) return false;
  }
  const child = spawn(program ?? "", words, { stdio: "ignore", detached: true });
  child.once("error", () => console.log("The browser did not open. Open the address above."));
  child.unref();
  return true;
}

tolerateClosedPipes();
main().catch((error: unknown) => {
  // Commander has printed its own; asking for help is no failure.
  if (error instanceof CommanderError) process.exit(error.exitCode);
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
