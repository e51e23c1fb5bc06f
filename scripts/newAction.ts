import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { root } from "./support/component";
import { readDescription } from "./support/newAction/operation";
import { planAction } from "./support/newAction/plan";

new Command("npm run new:action --")
  .description("Write what an action for one of Gong's operations needs, and name what is left.")
  .argument("<route>", 'the operation, for example "GET /v2/flows"')
  .helpOption("-h, --help", "show this help")
  .showSuggestionAfterError()
  .action((route: string) => {
    try {
      write(route);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  })
  .parse();

function write(route: string): void {
  const { key, files, left } = planAction(route, root, readDescription());
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const biome = path.join(root, "node_modules/.bin/biome");
  spawnSync(biome, ["check", "--write", ...Object.keys(files)], { cwd: root, stdio: "ignore" });
  console.log(`Wrote the action ${key}:`);
  for (const file of Object.keys(files)) console.log(`  ${file}`);
  console.log("\nLeft to you:");
  for (const one of left) console.log(`  - ${one}`);
  console.log(`\nThen: npm test -- tests/requests.test.ts -t ${key}`);
}
