import { startSandbox } from "../sandbox";
import { createActionProgram, messageOf, type RunAction } from "./support/actionProgram";
import { createExecution, loadComponent } from "./support/component";
import { apiKeyConnection, connectionFromEnvironment, demandRunning } from "./support/connection";
import { tolerateClosedPipes } from "./support/ending";

async function main(): Promise<void> {
  const component = loadComponent();
  const log = (line: string) => console.error(line);
  const run: RunAction = async (key, inputs) => {
    const real = connectionFromEnvironment(process.env);
    if (real) {
      await demandRunning(real);
      log(`Running ${key} on ${real.description}.`);
      return createExecution(component, real.connection, log).run(key, inputs);
    }
    const sandbox = await startSandbox();
    process.env.GONG_ALLOW_LOCAL = "true";
    try {
      log(`Running ${key} on a local Gong at ${sandbox.url}.`);
      const { url, accessKey, accessKeySecret } = sandbox;
      const connection = apiKeyConnection(url, accessKey, accessKeySecret);
      return await createExecution(component, connection, log).run(key, inputs);
    } finally {
      await sandbox.stop();
    }
  };
  await createActionProgram(component, run).parseAsync();
}

tolerateClosedPipes();
main().catch((error: unknown) => {
  const message = messageOf(error);
  if (message) console.error(message);
  process.exit((error as { exitCode?: number }).exitCode ?? 1);
});
