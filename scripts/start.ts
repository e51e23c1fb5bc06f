import { paint } from "./support/colors";
import { createExecution, loadComponent } from "./support/component";
import { apiKeyConnection, connectionFromEnvironment } from "./support/connection";
import { onStop, tolerateClosedPipes } from "./support/ending";
import { type LocalGong, startLocalGong } from "./support/localGong";
import { mainJob, readOnlyJob } from "./support/mainJob";
import { duration, walk } from "./support/walk";

const help = `npm start: builds the component and walks through its main job, step by step.

Without settings it runs on a local Gong, which it starts on a free port and stops again.
On a real account it only reads. Set all three:
  GONG_BASE_URL           API address shown in Gong, Company settings > Ecosystem > API
  GONG_ACCESS_KEY         access key
  GONG_ACCESS_KEY_SECRET  secret of the access key
GONG_DEBUG=true (or 1) logs a line for each request.`;

const never = new Promise<never>(() => {});

async function main(): Promise<void> {
  if (process.argv.includes("--help") || process.argv.includes("-h")) {
    console.log(help);
    return;
  }
  const component = loadComponent();
  const startedAt = performance.now();
  const real = connectionFromEnvironment(process.env);
  const local = real ? undefined : await startLocalGong();
  onStop((signal) => {
    local?.stop();
    console.error("\nStopped before the end.");
    process.exit(signal === "SIGINT" ? 130 : 143);
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
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  // Requests under way would keep the process alive until they give up.
  process.exit(1);
});
