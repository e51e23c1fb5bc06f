import { readFileSync } from "node:fs";
import path from "node:path";
import { type BuiltComponent, root } from "./component";
import { renderCoverage } from "./coverage";
import { renderDocumentation } from "./documentation";
import { renderReference } from "./reference";
import { renderScopes } from "./scopes";

const publishers = "docs/connecting-publishers.md";
const marked = /(?<=<!-- scopes -->\n)[\s\S]*(?=<!-- \/scopes -->)/;

/** Every page that `npm run docs` writes, by its path below the project. */
export function renderPages(component: BuiltComponent): Readonly<Record<string, string>> {
  const read = (file: string) => readFileSync(path.join(root, file), "utf8");
  return {
    "docs/REFERENCE.md": renderReference(component),
    "docs/COVERAGE.md": renderCoverage(component),
    [publishers]: read(publishers).replace(marked, () => `\n${renderScopes(component)}\n\n`),
    ...renderDocumentation(component, read),
  };
}
