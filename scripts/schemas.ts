import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { shapesOf } from "./support/shapes";

/** Writes `src/schemas/gong.ts` from Gong's description; `npm run schemas [description] [file]`. */
const [
  description = path.resolve(__dirname, "../../shared/gong/openapi.json"),
  file = path.resolve(__dirname, "../src/schemas/gong.ts"),
] = process.argv.slice(2);

const { answers, shapes } = shapesOf(JSON.parse(readFileSync(description, "utf8")));
writeFileSync(
  file,
  `// Made by "npm run schemas" from Gong's description of its API; not to be edited.

/** What each operation answers, beside \`requestId\`. \`schemaFrom\` explains the notation. */
export const answers = ${JSON.stringify(answers)};

/** The objects that answers are made of, under Gong's names. */
export const shapes = ${JSON.stringify(shapes)};
`,
);
execFileSync("npx", ["biome", "check", "--write", "--log-level=error", file], { stdio: "inherit" });
