import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../scripts/support/component";

const read = (file: string) => readFileSync(path.join(root, file), "utf8");

/** Every page that people read, but not the changelog, which tells of what was. */
const pages = [
  ...readdirSync(root).filter((file) => file.endsWith(".md") && file !== "CHANGELOG.md"),
  ...below("docs"),
  ...below("examples"),
  "sandbox/README.md",
];

function below(folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".md")).map((file) => path.join(folder, file));
}

describe.each(pages)("%s", (page) => {
  const text = read(page);

  it("names only npm scripts that exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm (?:run (?:--silent )?)([\w:-]+)/g)].map(
      ([, name]) => name,
    );
    expect(named.filter((name) => !(`${name}` in scripts))).toEqual([]);
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

describe("docs/architecture.md", () => {
  it("has the table of decideRetry as the code has it", () => {
    const rows = read("src/client/retry.ts")
      .split("\n")
      .filter((line) => /^ \* \|(?!---)/.test(line))
      .map((line) => line.slice(3));
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(read("docs/architecture.md")).toContain(row);
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
