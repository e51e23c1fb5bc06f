import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { root } from "../scripts/support/component";

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
  readonly env?: object;
}

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, { permissions?: object; steps: readonly Step[] }>>;
}

const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
const folder = path.join(root, ".github/workflows");

describe.each(readdirSync(folder))("%s", (file) => {
  const workflow: Workflow = parse(readFileSync(path.join(folder, file), "utf8"));
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it("runs what is there", () => {
    const commands = steps.flatMap(({ run = [] }) => run);
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) {
      const [program = "", verb = "", script = ""] = command.split(" ");
      if (program === "npm" && verb === "run") expect(Object.keys(scripts)).toContain(script);
      else if (program !== "npm") expect(existsSync(path.join(root, program))).toBe(true);
    }
  });

  it("may read the project and nothing else, and leaves no token behind", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    expect(jobs.flatMap(({ permissions = [] }) => permissions)).toEqual([]);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.map(({ with: settings }) => settings)).toEqual([
      { "persist-credentials": false },
    ]);
  });

  it("shows secrets to publishing alone", () => {
    const trusted = steps.filter(({ run }) => run?.startsWith("npm run publish:component "));
    const withSecrets = steps.filter((step) => JSON.stringify(step).includes("secrets."));
    expect(withSecrets).toEqual(trusted);
    const all = (text: string) => text.match(/\bsecrets\./g)?.length;
    expect(all(JSON.stringify(workflow))).toBe(all(JSON.stringify(withSecrets)));
  });

  it("names the commit of each action that it uses, since tags can move", () => {
    const used = steps.flatMap(({ uses = [] }) => uses);
    expect(used.filter((action) => !/^[\w-]+\/[\w-]+@[\da-f]{40}$/.test(action))).toEqual([]);
  });
});

describe("package-lock.json", () => {
  const { packages } = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as {
    packages: Readonly<Record<string, { integrity?: string; link?: boolean }>>;
  };

  it("holds the hash of every package, so that no other can be installed in its place", () => {
    const fetched = Object.entries(packages).filter(
      ([name, { link }]) => name.includes("node_modules/") && !link,
    );
    expect(fetched.length).toBeGreaterThan(100);
    expect(fetched.filter(([, { integrity }]) => !integrity).map(([name]) => name)).toEqual([]);
  });
});
