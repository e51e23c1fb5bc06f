import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "..");
const maxLines = 250;

/** Files of the component, tests aside, as paths below `src/`. */
const files = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .sort();
const textOf = (file: string) => readFileSync(path.join(root, "src", file), "utf8");

/** The files of the component that a file imports, types included. */
function importsOf(file: string): string[] {
  const found = textOf(file).matchAll(/(?:from|import\()\s*(?:\/\*.*?\*\/\s*)?"(\.[^"]*)"/g);
  return [...found].flatMap(([, request = ""]) => {
    const target = path.join(path.dirname(file), request);
    return files.filter((other) => [`${target}.ts`, `${target}/index.ts`].includes(other));
  });
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));
const roomOf = (file: string) => (file.includes("/") ? (file.split("/")[0] ?? "") : "index.ts");

/** The arrows between rooms that the code has, as `from --> to`. */
const arrows = new Set(
  [...imports].flatMap(([file, targets]) =>
    targets
      .map((target) => [roomOf(file), roomOf(target)])
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => `${from} --> ${to}`),
  ),
);

/** The arrows that the document draws. */
const drawn = [
  ...readFileSync(path.join(root, "docs/architecture.md"), "utf8").matchAll(
    /^ +([\w.]+) --> ([\w.]+)$/gm,
  ),
].map(([, from = "", to = ""]) => ({ from, to }));

/** Whether drawn arrows lead from one room to another, by way of others too. */
const leadsTo = (from: string, to: string): boolean =>
  drawn.some((arrow) => arrow.from === from && (arrow.to === to || leadsTo(arrow.to, to)));

/** From the top of the house down. */
const order = ["index.ts", "triggers", "actions", "automationRules", "inputs", "client", "text"];

describe("The rooms of the component", () => {
  it("know only rooms below them", () => {
    const upward = order.flatMap((room, floor) =>
      order.slice(0, floor).filter((above) => arrows.has(`${room} --> ${above}`)),
    );
    expect(upward).toEqual([]);
    expect([...arrows].filter((arrow) => arrow.startsWith("text "))).toEqual([]);
  });

  it("are drawn as they are: each arrow is in the code, and those left out follow from them", () => {
    expect(drawn.filter(({ from, to }) => !arrows.has(`${from} --> ${to}`))).toEqual([]);
    // Else following arrows would not end.
    const above = (room: string, path: readonly string[] = []): boolean =>
      path.includes(room) ||
      drawn.some(({ from, to }) => from === room && above(to, [...path, room]));
    expect(drawn.filter(({ from }) => above(from))).toEqual([]);
    const hidden = [...arrows].filter((arrow) => {
      const [from = "", to = ""] = arrow.split(" --> ");
      return !leadsTo(from, to);
    });
    expect(hidden).toEqual([]);
  });

  it("keep actions apart: none imports another area's files", () => {
    const between = [...imports].flatMap(([file, targets]) => {
      const [room, area] = file.split("/");
      if (room !== "actions" || !file.includes("/", 8)) return [];
      return targets
        .filter((target) => target.startsWith("actions/") && target.includes("/", 8))
        .filter((target) => target.split("/")[1] !== area)
        .map((target) => `${file} --> ${target}`);
    });
    expect(between).toEqual([]);
  });
});

describe("The files of the component", () => {
  it("import each other in no circle", () => {
    const done = new Set<string>();
    const visit = (file: string, above: readonly string[]): string[] => {
      if (above.includes(file)) return [[...above.slice(above.indexOf(file)), file].join(" --> ")];
      if (done.has(file)) return [];
      done.add(file);
      return (imports.get(file) ?? []).flatMap((target) => visit(target, [...above, file]));
    };
    expect(files.flatMap((file) => visit(file, []))).toEqual([]);
  });

  it(`have at most ${maxLines} lines, generated ones aside`, () => {
    const long = files
      .filter((file) => !/generated/i.test(textOf(file).slice(0, 300)))
      .map((file) => [file, textOf(file).split("\n").length - 1] as const)
      .filter(([, lines]) => lines > maxLines);
    expect(long).toEqual([]);
  });

  it("declare an action in a few lines: 15, or 26 where it lists or checks values together", () => {
    const isRow = (file: string) => file.startsWith("operations/");
    const rows = files.filter(isRow).map(textOf).join("\n");
    const long = files.flatMap((file) => {
      const text = textOf(file);
      const [, key] = /= gongAction\(\s*operations\.(\w+)/.exec(text) ?? [];
      const [row = ""] = new RegExp(`const ${key} = operation[^]*?\\n}\\);`).exec(rows) ?? [];
      const isSimple = !row.includes("records:") && !/\n {2}checks:|=> \{\n/.test(text);
      const lines = text.split("\n").length - 1;
      return key && lines > (isSimple ? 15 : 26) ? [[file, lines]] : [];
    });
    expect(long).toEqual([]);
  });
});
