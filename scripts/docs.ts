import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadComponent, root } from "./support/component";
import { renderReference } from "./support/reference";

const file = path.join(root, "docs/REFERENCE.md");
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, renderReference(loadComponent()));
console.log(`Wrote ${path.relative(process.cwd(), file)}.`);
