import type { Command } from "commander";
import { startSandbox } from "../../sandbox";
import { paint } from "./colors";
import { createExecution, loadComponent } from "./component";
import {
  apiKeyConnection,
  connectionFromEnvironment,
  demandRunning,
  explainKey,
} from "./connection";
import { mainJob, readOnlyJob } from "./mainJob";
import { createProgram } from "./program";
import { duration, walk } from "./walk";

const moreHelp = `
Without settings it runs on a local Gong, which it starts on a free port and stops again.
On a real account it only reads. Set all three:
  GONG_BASE_URL           API address that Gong shows, Company settings > Ecosystem > API
  GONG_ACCESS_KEY         access key
  GONG_ACCESS_KEY_SECRET  secret of the access key
GONG_DEBUG=true (or 1) logs a line for each request.`;

/** The command line of `npm start`. @param print takes each line of the output */
export function createStartProgram(env: NodeJS.ProcessEnv, print: (line: string) => void): Command {
  return createProgram(
    "start",
    "Build the component and walk through its main job, step by step.",
    moreHelp,
  ).action(async () => {
    const component = loadComponent();
    const startedAt = performance.now();
    const log = (line: string) => print(paint("dim", line));
    const real = connectionFromEnvironment(env);
    if (real) {
      await demandRunning(real);
      print(`Reading from ${real.description}. Nothing is changed there.`);
      const job = readOnlyJob(createExecution(component, real.connection, log));
      const result = await walk(job, print).catch(explainKey(real));
      print(summary(result, startedAt));
      return;
    }
    const gong = await startSandbox();
    try {
      print(`Local Gong at ${gong.url}, with a made-up company in it.`);
      const connection = apiKeyConnection(gong.url, gong.accessKey, gong.accessKeySecret);
      const execution = createExecution(component, connection, log);
      const result = await walk(mainJob(execution, gong.url), print);
      print(`${summary(result, startedAt)}\n${next}`);
    } finally {
      await gong.stop();
    }
  });
}

const next = `Next: "npm run workbench" shows every form and result in a browser, "npm run action -- --list" lists
every action, "npm run sandbox" keeps a local Gong running, and the README tells you how to connect
a real account.`;

function summary({ done, skipped }: { done: number; skipped: number }, startedAt: number): string {
  const leftOut = skipped > 0 ? `, ${skipped} left out` : "";
  return `\n${done} steps done${leftOut} in ${duration(performance.now() - startedAt)}.`;
}
