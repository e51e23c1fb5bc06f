import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { loadComponent, root } from "./support/component";
import { renderReference } from "./support/reference";

new Command("npm run docs --")
  .description("Write every input and output of the component down, as one page.")
  .argument("[file]", "where it goes instead of docs/REFERENCE.md, to compare the two")
  .helpOption("-h, --help", "show this")
  .showSuggestionAfterError()
  .action(writeReference)
  .parse();

function writeReference(given?: string): void {
  const file = given
    ? path.resolve(process.env.INIT_CWD ?? root, given)
    : path.join(root, "docs/REFERENCE.md");
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, renderReference(loadComponent()));
  console.log(`Wrote ${path.relative(process.cwd(), file)}.`);
}
