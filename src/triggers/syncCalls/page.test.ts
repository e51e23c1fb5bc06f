import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../../../scripts/support/component";
import { dayMs, hourMs, minuteMs } from "./days";
import { syncCallsInputs } from "./inputs";
import { finishScan, looks, nextWindow, planScan, type Scan, type Scanned, windowOf } from "./plan";

/** Cells of the page's table rows, without the spaces that align them. */
const rows = readFileSync(path.join(root, "docs/triggers/sync-calls.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const grouped = (number: number) => number.toLocaleString("en");

/** Pages of 100 that runs read in a day, for calls that are spread over ten hours of it. */
function pagesADay(callsADay: number, everyMs: number): number {
  const start = Date.parse("2026-03-10T09:30:00Z");
  const firstDay = Date.parse("2026-01-01");
  const callsBefore = (instant: number) => {
    const partOfDay = ((instant % dayMs) - 8 * hourMs) / (10 * hourMs);
    return callsADay * (Math.floor(instant / dayMs) + Math.min(1, Math.max(0, partOfDay)));
  };
  const days = 3;
  let scanned: Scanned = [start, start, start];
  let pages = 0;
  for (let now = start + everyMs; now <= start + days * dayMs; now += everyMs) {
    const scan = planScan({ from: firstDay, scanned }, firstDay, now) as Scan;
    for (let rest: Scan | undefined = scan; rest; rest = nextWindow(rest)) {
      const [from, to] = windowOf(rest);
      pages += Math.max(1, Math.ceil((callsBefore(to) - callsBefore(from)) / 100 - 1e-9));
    }
    scanned = finishScan(scanned, scan);
  }
  return Math.round(pages / days);
}

describe("docs/triggers/sync-calls.md", () => {
  it.each([
    { callsADay: 100, most: 400 },
    { callsADay: 1_000, most: 1_000 },
    { callsADay: 5_000, most: 4_000 },
  ])("has the pages that looking back takes for $callsADay calls a day", ({ callsADay, most }) => {
    const costs = [hourMs, 5 * minuteMs].map((every) => pagesADay(callsADay, every));
    expect(Math.max(...costs)).toBeLessThan(most);
    expect(rows).toContainEqual([grouped(callsADay), ...costs.map(grouped)]);
  });

  it.each([100, 1_000, 5_000])("reckons two years of %d calls a day right", (callsADay) => {
    for (const [transcripts, perPage] of [
      ["off", 1],
      ["on", 2],
    ] as const) {
      const perDay = Math.ceil(callsADay / 100) * perPage;
      const requests = 730 * perDay;
      expect(rows).toContainEqual([
        grouped(callsADay),
        "off or on",
        transcripts,
        `730 × ${perDay} = ${grouped(requests)}`,
        `${Math.round(requests / 3 / 60)} min`,
        String(Math.ceil(requests / 8_000)),
        String(Math.ceil(requests / 10_000)),
      ]);
    }
  });

  it("names every input, its preset and how far runs look back", () => {
    const { connection: _, ...inputs } = syncCallsInputs;
    const shown = new Map(rows.map(([name = "", preset]) => [name, preset]));
    for (const { label, default: preset } of Object.values(inputs).map((input) => ({
      default: undefined,
      ...input,
    }))) {
      const words: Record<string, string> = { true: "on", false: "off" };
      expect([label, shown.get(label)]).toEqual([
        label,
        preset === undefined ? expect.any(String) : (words[preset] ?? preset),
      ]);
    }
    for (const { reachMs } of looks)
      expect([...shown.keys()]).toContain(`${reachMs / hourMs} hours`);
  });
});
