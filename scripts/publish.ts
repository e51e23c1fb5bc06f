import { spawnSync } from "node:child_process";
import { root } from "./support/component";
import { runProgram } from "./support/program";
import { runPrism } from "./support/publishing/prism";
import { createPublishProgram } from "./support/publishing/publishProgram";

/** Runs one of this project's scripts, whose words go to standard error. */
function runScript(script: string, args: readonly string[]): boolean {
  const { status } = spawnSync("npm", ["run", "--silent", script, "--", ...args], {
    cwd: root,
    stdio: ["ignore", process.stderr, process.stderr],
    shell: process.platform === "win32",
  });
  return status === 0;
}

runProgram(createPublishProgram({ env: process.env, runPrism, runScript, print: console.log }));
