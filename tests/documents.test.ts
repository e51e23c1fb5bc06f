import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadComponent, root } from "../scripts/support/component";
import { renderPages } from "../scripts/support/pages";
import { operations } from "../src/operations";

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

describe("The pages that npm run docs makes", () => {
  const made = renderPages(loadComponent());

  it.each(Object.keys(made))("%s is what the component says today", (file) => {
    expect(read(file)).toBe(made[file]);
  });

  it("are all that documentation/ holds", () => {
    const files = readdirSync(path.join(root, "documentation"), {
      recursive: true,
      encoding: "utf8",
    }).filter((file) => /\.\w+$/.test(file));
    const catalog = Object.keys(made).filter((file) => file.startsWith("documentation/"));
    expect(files.map((file) => `documentation/${file}`).sort()).toEqual(catalog.sort());
  });

  it("are MDX in the catalog: no brace or tag outside of code, and no link into the project", () => {
    const code = /^```[\s\S]*?^```|`[^`\n]+`/gm;
    for (const [file, text] of Object.entries(made).filter(([name]) => name.endsWith(".mdx"))) {
      const prose = text.replace(code, "");
      expect([file, prose.match(/(?<!\\)[{<]|\]\((?!https:)/g)]).toEqual([file, null]);
    }
  });

  it("name every scope that an operation needs, in a table and in one line", () => {
    const page = read("docs/connecting-publishers.md");
    const line = /```text\n(.*)\n```/.exec(page)?.[1]?.split(" ") ?? [];
    const needed = operations.flatMap(({ scope }) => scope ?? []);
    expect(needed.length).toBeGreaterThan(20);
    expect(needed.filter((scope) => !line.includes(scope))).toEqual([]);
    expect(line).toEqual([...page.matchAll(/^\| `(api:\S+)` \|/gm)].map(([, scope]) => scope));
  });
});

describe("SECURITY.md", () => {
  const rows = [...read("SECURITY.md").matchAll(/^\| (?!Promise|---)(.+) \| `(\S+)` (".+") \|$/gm)];

  it("names a test for each promise", () => {
    expect(rows.length).toBeGreaterThan(15);
    expect(rows).toHaveLength(read("SECURITY.md").match(/^\| (?!Promise|---)/gm)?.length ?? 0);
  });

  it.each(rows.map(([, promise, file, titles]) => [promise, `${file}`, `${titles}`] as const))(
    "%s",
    (_, file, titles) => {
      const named = titles.match(/"[^"]+"/g) ?? [];
      expect(named.filter((title) => !read(file).includes(title))).toEqual([]);
    },
  );
});

describe("docs/connecting.md", () => {
  it("says of each code of an error what it means and what to do", () => {
    const codes = [...read("src/client/errors.ts").matchAll(/^ {2}\| "(\w+)"/gm)];
    const rows = [...read("docs/connecting.md").matchAll(/^\| `(\w+)` \|/gm)];
    expect(codes.length).toBeGreaterThan(10);
    expect(rows.map(([, code]) => code)).toEqual(codes.map(([, code]) => code));
  });

  it("shows the form of the API key as it is", () => {
    const texts = [
      ...read("docs/pictures/connection.svg").matchAll(/class="strong"[^>]*>([^<]+)/g),
    ];
    const form = loadComponent().connections?.find(({ key }) => key === "gongApiKey");
    const labels = form?.inputs.map(({ label, required }) => [label, Boolean(required)]);
    const drawn = read("docs/pictures/connection.svg").split("\n");
    expect(
      texts.map(([, text = ""]) => [
        text.trim(),
        drawn.some((line) => line.includes(`>${text}<tspan`)),
      ]),
    ).toEqual(labels);
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
  ...[loadComponent().actions, loadComponent().triggers]
    .flatMap((parts) => Object.values(parts))
    .flatMap(({ inputs }) => inputs.map((input: { key: string }) => `--${input.key}`)),
]);

describe.each([...pages, "CHANGELOG.md"])("The commands of %s", (page) => {
  it("have only options that there are", () => {
    const commands = read(page).match(/npm (?:run [\w:-]+|start) -- [^`\n#]+/g) ?? [];
    const used = commands.flatMap((command) => command.match(/(?<= )--[\w-]+/g) ?? []);
    expect(used.filter((option) => !options.has(option))).toEqual([]);
  });
});
