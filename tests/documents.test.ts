import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../scripts/support/component";

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

/**
 * The test that runs each npm script. It must name the script's file, and give it the arguments and
 * the variables that documents show, in a row.
 */
const scriptTests: Readonly<Record<string, string>> = {
  start: "scripts/start.test.ts",
  action: "scripts/action.test.ts",
  sandbox: "sandbox/cli.test.ts",
  platform: "scripts/platform.test.ts",
  examples: "tests/examples/play.test.ts",
  docs: "tests/definition.test.ts",
  manifest: "tests/manifest.test.ts",
  "publish:component": "scripts/publish.test.ts",
};

/** Tests that run a command in another way, or read it where it is shown; with the words that do so. */
const readAndRun: Readonly<Record<string, readonly [file: string, words: string]>> = {
  "npm install …/manifest/….tgz": ["tests/manifest.test.ts", "/npm (install .*)/.exec(made"],
  "npm run build": ["tests/manifest.test.ts", 'script("build")'],
  "npm run import": ["tests/manifest.test.ts", 'script("import")'],
  "npm run manifest -- --published": [
    "tests/publish.test.ts",
    '"scripts/manifest.ts", "--published"',
  ],
  ...Object.fromEntries(
    ["--list", "createNewCall --help", "listUsers --fetchAll"].map((words) => [
      `npm run action -- ${words}`,
      ["scripts/support/actionProgram.test.ts", "readme.matchAll(/^npm run action "],
    ]),
  ),
  "npx prism integrations:import --path examples/nightly-export.yml": [
    "scripts/platform.test.ts",
    "readme.matchAll(/npx prism ",
  ],
  "npx prism integrations:validate-yaml examples/nightly-export.yml": [
    "scripts/platform.test.ts",
    "readme.matchAll(/npx prism ",
  ],
};

/** What no test runs, and why. */
const notRun: Readonly<Record<string, string>> = {
  "npm run bench": "It takes minutes. benchmarks/RESULTS.md is the output that it gave.",
  "npm install":
    "It needs the network. tests/manifest.test.ts installs the same from this machine.",
  "npx prism integrations:list": "It lists integrations of the real platform.",
  "npx prism integrations:export INTEGRATION_ID > integration.yml":
    "It needs an integration on the real platform.",
  "npx prism integrations:import --path integration.yml --integrationId INTEGRATION_ID":
    "It needs an integration on the real platform; scripts/platform.test.ts imports a new one.",
  "npx prism login": "It signs a person in to the real platform, in a browser.",
  'npx prism components:dev:run -i INTEGRATION -c "Gong Connection" -- npm run --silent action -- listUsers':
    "It asks the real platform for a connection. scripts/support/connection.test.ts hands one over as it does.",
};

/** What the checks of every change run: the lines of .ci/run, and what "npm run check" is made of. */
const checks = [...read(".ci/run").split("\n"), ...`${scripts.check}`.split(" && ")];

/**
 * The commands of a document: the lines of its blocks, those apart that hold something else, and
 * inline code that begins as a command does.
 */
function commandsOf(text: string): string[] {
  const block = /^ *```(\S*)\n([\s\S]*?)^ *```/gm;
  const lines = [...text.matchAll(block)]
    .filter(([, language = ""]) => !["text", "json", "yaml", "ts"].includes(language))
    .flatMap(([, , content = ""]) => content.replaceAll("\\\n", "").split("\n"));
  const inline = [...text.replace(block, "").matchAll(/`([^`]+)`/g)]
    .map(([, code = ""]) => code)
    .filter((code) => /^(\w+=\S+ )*(npm|npx|node|curl|prism|git)\s/.test(code));
  return [...lines, ...inline]
    .flatMap((line) => line.replace(/(^|\s)#.*/, "").split("&&"))
    .map((command) => command.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

function isAccountedFor(command: string): boolean {
  if (notRun[command] || checks.includes(command)) return true;
  const [reader, words] = readAndRun[command] ?? [];
  if (reader) return read(reader).includes(`${words}`);
  const [, settings = "", name = "", args = ""] =
    /^((?:\w+=\S+ )*)npm (?:run (?:--silent )?|(?=start$))([\w:-]+)(?: -- (.*))?$/.exec(command) ??
    [];
  const test = scriptTests[name];
  if (!test) return false;
  const file = path.basename(/\S+$/.exec(`${scripts[name]}`)?.[0] ?? "");
  const values = args.split(" ").filter((word) => word !== "" && word !== "…");
  const variables = settings.match(/\w+(?==)/g) ?? [];
  const text = read(test).replace(/\s+/g, " ");
  return [
    `${file}"`,
    values.map((value) => JSON.stringify(value)).join(", "),
    ...variables.map((variable) => `${variable}: `),
  ].every((part) => text.includes(part));
}

describe("The commands of the documents", () => {
  const commands = [...pages, "CHANGELOG.md"].map(
    (page) => [page, commandsOf(read(page))] as const,
  );

  it.each(commands)("in %s are run by a test or a check, or have a reason not to be", (_, its) => {
    expect(its.filter((command) => !isAccountedFor(command))).toEqual([]);
  });

  it("are all that the lists above hold", () => {
    const shown = commands.flatMap(([, its]) => its);
    const listed = [...Object.keys(readAndRun), ...Object.keys(notRun)];
    expect(listed.filter((command) => !shown.includes(command))).toEqual([]);
  });

  it("are found in blocks and in inline code", () => {
    const page = `
\`\`\`sh
# a remark
KEY=… npm start && npm run docs   # a note
docker run \\
  image
\`\`\`
\`\`\`json
{ "no": "command" }
\`\`\`
\`node --version\` tells, \`npm\` alone does not, and \`git
status\` goes over lines.
`;
    expect(commandsOf(page)).toEqual([
      "KEY=… npm start",
      "npm run docs",
      "docker run image",
      "node --version",
      "git status",
    ]);
  });

  it.each([
    "npm run action -- deleteMeeting --help",
    "npm run sandbox -- --nonsense",
    "OTHER_VARIABLE=1 npm start",
    "npm docs",
    "npx prism me",
    "curl http://127.0.0.1:8484/v2/users",
  ])("are refused where nothing runs them: %s", (command) => {
    expect(isAccountedFor(command)).toBe(false);
  });
});
