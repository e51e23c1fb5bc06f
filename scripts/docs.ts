import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { loadComponent, root } from "./support/component";
import { renderReference } from "./support/reference";

// "npm run docs -- FILE" leaves the page of the project as it is, so that the two can be compared.
const [given] = process.argv.slice(2);
const file = given
  ? path.resolve(process.env.INIT_CWD ?? root, given)
  : path.join(root, "docs/REFERENCE.md");
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, renderReference(loadComponent()));
console.log(`Wrote ${path.relative(process.cwd(), file)}.`);
