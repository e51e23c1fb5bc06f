import { startSandbox } from "../sandbox";
import { createActionProgram, messageOf, type Run } from "./support/actionProgram";
import { runPart } from "./support/actionRun";
import { loadComponent } from "./support/component";
import {
  apiKeyConnection,
  connectionFromEnvironment,
  demandRunning,
  explainKey,
} from "./support/connection";
import { onStop, tolerateClosedPipes } from "./support/ending";

const startsOver =
  'This local Gong ends with the run, so the state starts over. "npm run sandbox" keeps one running.';

async function main(): Promise<void> {
  const component = loadComponent();
  const log = (line: string) => console.error(line);
  const run: Run = async (part, ...given) => {
    const real = connectionFromEnvironment(process.env);
    if (real) {
      await demandRunning(real);
      log(`Running ${part.key} on ${real.description}.`);
      return runPart(component, real.connection, log, part, ...given).catch(explainKey(real));
    }
    const sandbox = await startSandbox();
    process.env.GONG_ALLOW_LOCAL = "true";
    try {
      log(`Running ${part.key} on a local Gong at ${sandbox.url}.`);
      if (given[1].state) log(startsOver);
      const { url, accessKey, accessKeySecret } = sandbox;
      const connection = apiKeyConnection(url, accessKey, accessKeySecret);
      return await runPart(component, connection, log, part, ...given);
    } finally {
      await sandbox.stop();
    }
  };
  await createActionProgram(component, run).parseAsync();
}

tolerateClosedPipes();
onStop((status) => {
  console.error("\nStopped.");
  process.exit(status);
});
main().catch((error: unknown) => {
  const message = messageOf(error);
  if (message) console.error(message);
  process.exit((error as { exitCode?: number }).exitCode ?? 1);
});
