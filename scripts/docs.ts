import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadComponent, root } from "./support/component";
import { createProgram, runProgram } from "./support/program";
import { renderReference } from "./support/reference";

const program = createProgram("docs", "Write every input and output of the component to one page.")
  .argument("[file]", "where it goes instead of docs/REFERENCE.md")
  .action((given?: string) => {
    const file = given
      ? path.resolve(process.env.INIT_CWD ?? root, given)
      : path.join(root, "docs/REFERENCE.md");
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, renderReference(loadComponent()));
    console.log(`Wrote ${path.relative(process.cwd(), file)}.`);
  });

runProgram(program);
