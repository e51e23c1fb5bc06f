import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadComponent, root } from "./support/component";
import { renderPages } from "./support/pages";
import { createProgram, runProgram } from "./support/program";

const program = createProgram(
  "docs",
  "Write the pages that are made from the component: docs/REFERENCE.md, docs/COVERAGE.md, the scopes in docs/connecting-publishers.md and documentation/.",
).action(() => {
  const pages = Object.entries(renderPages(loadComponent()));
  for (const [file, text] of pages) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  console.log(`Wrote ${pages.length} pages.`);
});

runProgram(program);
