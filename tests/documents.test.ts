import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadComponent, root } from "../scripts/support/component";

const read = (file: string) => readFileSync(path.join(root, file), "utf8");

const scriptsOf = (file: string) =>
  (JSON.parse(read(file)) as { scripts: Record<string, string> }).scripts;
const scripts = scriptsOf("package.json");
/** What documents may name: scripts of the project, and of the example that is a project too. */
const known = { ...scripts, ...scriptsOf("examples/code-native/package.json") };

/** Every page that people read, but not the changelog, which tells of what was. */
const pages = [
  ...readdirSync(root).filter((file) => file.endsWith(".md") && file !== "CHANGELOG.md"),
  ...["docs", "examples", "sandbox", "benchmarks", "src"].flatMap(below),
];

function below(folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".md")).map((file) => path.join(folder, file));
}

describe.each(pages)("%s", (page) => {
  const text = read(page);

  it("names only npm scripts that exist", () => {
    const named = [...text.matchAll(/npm (?:run (?:--silent )?)([\w:-]+)/g)].map(
      ([, name]) => name,
    );
    expect(named.filter((name) => !(`${name}` in known))).toEqual([]);
  });

  it("links only to files that exist", () => {
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(
      ([, link]) => link,
    );
    const missing = links.filter(
      (link) => !existsSync(path.join(root, path.dirname(page), `${link}`)),
    );
    expect(missing).toEqual([]);
  });

  it("names only files of the project that exist", () => {
    const named = [
      ...text.matchAll(
        /`((?:src|sandbox|scripts|tests|docs|benchmarks|examples|assets)\/[\w./-]*)`/g,
      ),
    ];
    const missing = named
      .map(([, file]) => `${file}`)
      .filter((file) => !existsSync(path.join(root, file)));
    expect(missing).toEqual([]);
  });
});

describe("docs/gong.md", () => {
  it("holds every fact that is cited", () => {
    const cited = ["src", "sandbox", "scripts", "docs"]
      .flatMap((folder) =>
        readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map(
          (file) => `${folder}/${file}`,
        ),
      )
      .filter((file) => /\.(ts|md)$/.test(file) && file !== "docs/gong.md")
      .flatMap((file) => read(file).match(/\bG\d{1,2}\b(?=[\s,.;):])/g) ?? []);
    expect(new Set(cited).size).toBeGreaterThan(30);
    const held = [...read("docs/gong.md").matchAll(/^\| (G\d+) \|/gm)].map(([, fact]) => fact);
    expect(held).toEqual(held.map((_, index) => `G${index + 1}`));
    expect([...new Set(cited)].filter((fact) => !held.includes(fact))).toEqual([]);
  });
});

describe("docs/connecting.md", () => {
  it("names every scope that an operation needs", () => {
    const folder = path.join(root, "src/operations");
    const scopes = readdirSync(folder).flatMap((file) =>
      [...readFileSync(path.join(folder, file), "utf8").matchAll(/scope: "([^"]+)"/g)].map(
        ([, scope]) => scope,
      ),
    );
    expect(scopes.length).toBeGreaterThan(10);
    for (const scope of scopes) expect(read("docs/connecting.md")).toContain(`\`${scope}\``);
  });
});

/** Options that the project's programs take: their own, and the inputs of actions. */
const options = new Set([
  ...["scripts", "sandbox", "benchmarks", "tests/examples"]
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
        .map((file) => read(path.join(folder, file))),
    )
    .flatMap((text) =>
      [...text.matchAll(/"(?:-\w, )?(--[\w-]+)[ "]/g)].map(([, option]) => option),
    ),
  ...Object.values(loadComponent().actions).flatMap(({ inputs }) =>
    inputs.map(({ key }) => `--${key}`),
  ),
]);

describe.each([...pages, "CHANGELOG.md"])("The commands of %s", (page) => {
  it("have only options that there are", () => {
    const commands = read(page).match(/npm (?:run [\w:-]+|start) -- [^`\n#]+/g) ?? [];
    const used = commands.flatMap((command) => command.match(/(?<= )--[\w-]+/g) ?? []);
    expect(used.filter((option) => !options.has(option))).toEqual([]);
  });
});
