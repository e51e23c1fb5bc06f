import { Command, CommanderError } from "commander";
import { paint } from "./support/colors";
import { createExecution, loadComponent } from "./support/component";
import { apiKeyConnection, connectionFromEnvironment, demandRunning } from "./support/connection";
import { onStop, tolerateClosedPipes } from "./support/ending";
import { type LocalGong, startLocalGong } from "./support/localGong";
import { mainJob, readOnlyJob } from "./support/mainJob";
import { duration, walk } from "./support/walk";

const moreHelp = `
Without settings it runs on a local Gong, which it starts on a free port and stops again.
On a real account it only reads. Set all three:
  GONG_BASE_URL           API address shown in Gong, Company settings > Ecosystem > API
  GONG_ACCESS_KEY         access key
  GONG_ACCESS_KEY_SECRET  secret of the access key
GONG_DEBUG=true (or 1) logs a line for each request.`;

const never = new Promise<never>(() => {});

async function main(): Promise<void> {
  const program = new Command("npm start --")
    .usage("[options]")
    .description("Build the component and walk through its main job, step by step.")
    .helpOption("-h, --help", "show this")
    .addHelpText("after", moreHelp)
    .showSuggestionAfterError()
    .allowExcessArguments(false)
    .exitOverride()
    .action(walkThrough);
  await program.parseAsync();
}

async function walkThrough(): Promise<void> {
  const component = loadComponent();
  const startedAt = performance.now();
  const real = connectionFromEnvironment(process.env);
  if (real) await demandRunning(real);
  const local = real ? undefined : await startLocalGong();
  onStop((status) => {
    local?.stop();
    console.error("\nStopped before the end.");
    process.exit(status);
  });
  try {
    console.log(
      real ? `Reading from ${real.description}; nothing is written there.` : introduce(local),
    );
    const connection =
      real?.connection ??
      apiKeyConnection(local?.url ?? "", local?.accessKey ?? "", local?.accessKeySecret ?? "");
    const execution = createExecution(component, connection, (line) =>
      console.log(paint("dim", line)),
    );
    const steps = real ? readOnlyJob(execution) : mainJob(execution, local?.url ?? "");
    const { done, skipped } = await walk(steps, local?.died ?? never);
    const leftOut = skipped > 0 ? `, ${skipped} left out` : "";
    console.log(`\n${done} steps done${leftOut} in ${duration(performance.now() - startedAt)}.`);
    if (!real) console.log(next);
  } finally {
    local?.stop();
  }
}

const next = `Next: "npm run action -- --list" shows every action, "npm run sandbox" keeps a local Gong
running, and the README tells how to connect a real account.`;

function introduce(local: LocalGong | undefined): string {
  return `Local Gong at ${local?.url} (process ${local?.processId}), with a made-up company in it.`;
}

tolerateClosedPipes(() => process.exit(0));
main().catch((error: unknown) => {
  // Commander has printed its own; asking for help is no failure.
  if (error instanceof CommanderError) process.exit(error.exitCode);
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  // Requests under way would keep the process alive until they give up.
  process.exit(1);
});
