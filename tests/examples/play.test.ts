import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../scripts/support/component";
import { exampleFiles, examplesFolder } from "../support/integration";
import { cleanEnvironment, type Ended, makeFolder, run } from "../support/processes";

const home = makeFolder("play");
const readme = readFileSync(path.join(examplesFolder, "README.md"), "utf8");

/** What differs from day to day. */
const withoutFigures = (text: string) => text.replace(/\d+/g, "0");

describe("npm run examples", () => {
  let ended: Ended;
  beforeAll(async () => {
    ended = await run(process.execPath, ["--import", "tsx", "tests/examples/play.ts"], {
      cwd: root,
      env: cleanEnvironment(home),
    });
  });

  it("runs every example to its end", () => {
    expect(ended).toMatchObject({ status: 0, errors: "" });
    const headings = new Set(ended.output.match(/(?<=^\S.* \()[\w-]+\.yml(?=\))/gm));
    expect([...headings].sort()).toEqual([...exampleFiles].sort());
    expect(ended.output).toContain(`\n${exampleFiles.length} examples done. `);
  });

  it("shows the steps as the README has them, and what they came to", () => {
    const [, block = ""] = /^```text\n([\s\S]+?)^```/m.exec(readme) ?? [];
    expect(block).toContain("Requests to Gong: ");
    expect(withoutFigures(ended.output)).toContain(withoutFigures(block));
  });
});
