import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadComponent, root } from "../../scripts/support/component";

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const page = read("docs/migrating.md");
const numbers = [...page.matchAll(/^\| (B\d+) \|/gm)].map(([, number]) => number);

describe("docs/migrating.md", () => {
  it("explains every number that the code cites", () => {
    const files = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" });
    const cited = files
      .filter((file) => file.endsWith(".ts"))
      .flatMap((file) => read(path.join("src", file)).match(/\bB[1-9]\d?\b/g) ?? []);
    expect(numbers).toEqual(numbers.map((_, index) => `B${index + 1}`));
    expect(cited.length).toBeGreaterThan(5);
    expect(cited.filter((number) => !numbers.includes(number))).toEqual([]);
  });

  it("names actions by their labels", () => {
    const { actions } = loadComponent();
    const labels = Object.values(actions).map(({ display }) => display.label);
    const rows = page.split("\n").filter((line) => /^\| (Delete|Create|Raw)/.test(line));
    const named = rows
      .flatMap((row) => (row.split("|")[1] ?? "").split(","))
      .map((cell) => cell.split(":")[0]?.trim());
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((label) => !labels.includes(`${label}`))).toEqual([]);
  });
});
