import { readdirSync } from "node:fs";
import path from "node:path";
import { cleanEnvironment, makeFolder, run } from "../tests/support/processes";
import { root } from "./support/component";

const home = makeFolder("help");
const tsx = path.join(root, "node_modules/tsx/dist/loader.mjs");

/** Runs a script in an empty folder, as `npm run NAME --` does from there. */
const runScript = (file: string, option: string) =>
  run(process.execPath, ["--import", tsx, path.join(root, file), option], {
    cwd: home,
    env: { ...cleanEnvironment(home), INIT_CWD: home },
  });

describe.each([
  ["docs", "scripts/docs.ts"],
  ["bench", "benchmarks/run.ts"],
])("npm run %s", (name, file) => {
  it("shows how it is called with --help, and does nothing", async () => {
    const { status, output, errors } = await runScript(file, "--help");
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
    expect(output).toMatch(new RegExp(`^Usage: npm run ${name} -- .*\n[\\s\\S]*--help`));
    expect(readdirSync(home)).not.toContain("--help");
  });

  it("refuses an option that it does not have", async () => {
    const { status, output, errors } = await runScript(file, "--nonsense");
    expect({ status, output, errors }).toEqual({
      status: 1,
      output: "",
      errors: "error: unknown option '--nonsense'\n",
    });
  });
});
