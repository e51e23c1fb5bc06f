import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./support/component";
import { readDescription } from "./support/newAction/operation";
import { planAction } from "./support/newAction/plan";
import { createProgram, runProgram } from "./support/program";

const program = createProgram(
  "new:action",
  "Write the first draft of an action for one of Gong's operations, and list what is left to do.",
)
  .usage('"GET /v2/flows"')
  .argument("<route...>", 'the operation, for example "GET /v2/flows"')
  .action((words: string[]) => {
    const route = words.join(" ");
    const { key, files, left } = planAction(route, root, readDescription());
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
    const biome = path.join(root, "node_modules/.bin/biome");
    spawnSync(biome, ["check", "--write", ...Object.keys(files)], { cwd: root, stdio: "ignore" });
    console.log(`Wrote the action ${key}:`);
    for (const file of Object.keys(files)) console.log(`  ${file}`);
    console.log("\nLeft to do:");
    for (const one of left) console.log(`  - ${one}`);
    console.log(`\nThen: npm test -- tests/requests.test.ts -t ${key}`);
    console.log(
      "Its test of the scope fails until the row has its scope and the local Gong has the operation.",
    );
  });

runProgram(program);
