import fc from "fast-check";
import { randomly, seed } from "../../../tests/support/random";
import { spend, spentOn, wantsRest } from "./budget";
import { dayMs, dayOf, formatInstant, hourMs, minuteMs, secondMs } from "./days";
import {
  earliestRepeat,
  finishScan,
  nextPage,
  nextWindow,
  planScan,
  type Range,
  restartWindow,
  type Scan,
  type Scanned,
  windowOf,
} from "./plan";

const at = (text: string) => Date.parse(text);
const now = at("2026-03-10T09:30:00Z");

/** All windows of a scan, each read to its end. */
function windowsOf(scan: Scan | undefined): Range[] {
  const windows: Range[] = [];
  for (let rest = scan; rest; rest = nextWindow(rest)) windows.push(windowOf(rest));
  return windows;
}

/** Ranges with those that touch joined. */
function joined(ranges: readonly Range[]): Range[] {
  const all: [from: number, to: number][] = [];
  for (const [from, to] of ranges) {
    const last = all.at(-1);
    if (last?.[1] === from) last[1] = to;
    else all.push([from, to]);
  }
  return all;
}

const shown = (ranges: readonly Range[]) =>
  ranges.map(([from, to]) => `${formatInstant(from)} ${formatInstant(to)}`);

describe("The plan of a scan", () => {
  it("reads everything from First Day on the first time, day by day", () => {
    const scan = planScan({}, at("2026-03-08T06:00:00Z"), now);
    expect(shown(windowsOf(scan))).toEqual([
      "2026-03-08T06:00:00Z 2026-03-09T00:00:00Z",
      "2026-03-09T00:00:00Z 2026-03-10T00:00:00Z",
      "2026-03-10T00:00:00Z 2026-03-10T09:30:00Z",
    ]);
  });

  it("has nothing to read before First Day has come, nor when the clock was set back", () => {
    const later = now + dayMs;
    expect(planScan({}, later, now)).toBeUndefined();
    expect(planScan({ from: 0, scanned: [later, later, later] }, 0, now)).toBeUndefined();
  });

  it.each([
    { back: "2 hours", ago: [5, 54, 600], expected: "2026-03-10T07:25:00Z" },
    { back: "a day", ago: [5, 55, 600], expected: "2026-03-09T08:35:00Z" },
    { back: "a day", ago: [60, 60, 22 * 60], expected: "2026-03-09T08:30:00Z" },
    { back: "7 days", ago: [5, 30, 23 * 60], expected: "2026-03-02T10:30:00Z" },
    { back: "7 days", ago: [4_320, 4_320, 4_320], expected: "2026-02-28T09:30:00Z" },
  ])("looks back $back, $ago minutes after the looks so far", ({ ago, expected }) => {
    const [short = 0, middle = 0, long = 0] = ago.map((minutes) => now - minutes * minuteMs);
    const from = at("2025-01-01");
    const scan = planScan({ from, scanned: [short, middle, long] }, from, now);
    expect(shown(joined(windowsOf(scan)))).toEqual([`${expected} 2026-03-10T09:30:00Z`]);
  });

  it("adds the days before when First Day is moved back", () => {
    const scanned: Scanned = [now - hourMs, now - hourMs, now - hourMs];
    const from = at("2026-01-10");
    expect(shown(joined(windowsOf(planScan({ from, scanned }, at("2026-01-08"), now))))).toEqual([
      "2026-01-08T00:00:00Z 2026-01-10T00:00:00Z",
      "2026-03-09T08:30:00Z 2026-03-10T09:30:00Z",
    ]);
    const close = { from: at("2026-03-10"), scanned };
    expect(shown(joined(windowsOf(planScan(close, at("2026-03-09"), now))))).toEqual([
      "2026-03-09T00:00:00Z 2026-03-10T09:30:00Z",
    ]);
  });

  it("keeps to a First Day that was moved on", () => {
    const scanned: Scanned = [now - dayMs, now - dayMs, now - dayMs];
    const scan = planScan({ from: at("2026-01-01"), scanned }, at("2026-03-10"), now);
    expect(shown(joined(windowsOf(scan)))).toEqual(["2026-03-10T00:00:00Z 2026-03-10T09:30:00Z"]);
  });

  it("halves a window with each lost cursor, down to a minute, and gives up in the end", () => {
    let scan = planScan({}, at("2026-03-09"), now);
    const lengths: number[] = [];
    for (; scan; scan = restartWindow(scan)) {
      const [from, to] = windowOf(scan);
      expect(from).toBe(at("2026-03-09"));
      lengths.push((to - from) / minuteMs);
    }
    expect(lengths.slice(0, 4)).toEqual([1440, 720, 360, 180]);
    expect(lengths).toHaveLength(13);
    expect(lengths.at(-1)).toBe(1);
  });

  it("follows no cursor of a window twice, but may after a restart", () => {
    const scan = planScan({}, at("2026-03-09"), now) as Scan;
    const second = nextPage(nextPage(scan, "a") as Scan, "b") as Scan;
    expect(second.cursor).toBe("b");
    expect(nextPage(second, "a")).toBeUndefined();
    expect(nextPage(restartWindow(second) as Scan, "a")).toMatchObject({ cursor: "a" });
    expect(nextPage(nextWindow(second) as Scan, "a")).toMatchObject({ cursor: "a" });
  });
});

describe(`The plan of many scans, seed ${seed}`, () => {
  const life = fc.record({
    firstDay: fc.integer({ min: -40 * 24, max: 0 }).map((hours) => now + hours * hourMs),
    /** Between the ends of scans: how long the pause is, and how long the scan takes. */
    runs: fc.array(
      fc.record({
        pauseMs: fc.integer({ min: minuteMs, max: 3 * dayMs }),
        takesMs: fc.integer({ min: 0, max: 2 * dayMs }),
        restarts: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 25 },
    ),
    call: fc.record({
      sinceMs: fc.integer({ min: 0, max: 50 * dayMs }),
      lateMs: fc.integer({ min: 0, max: 7 * dayMs }),
    }),
  });

  it("reads every start time once in a scan, in order, in windows within a day of UTC", () => {
    fc.assert(
      fc.property(life, ({ firstDay, runs }) => {
        let scan = planScan({}, firstDay, now);
        const windows: Range[] = [];
        const restarts = [...(runs[0]?.restarts ?? [])];
        for (let index = 0; scan; index += 1) {
          if (restarts.includes(index)) {
            const again = restartWindow(scan);
            expect(again).toBeDefined();
            scan = again ?? scan;
          }
          windows.push(windowOf(scan));
          scan = nextWindow(scan);
        }
        const until = Math.floor(now / secondMs) * secondMs;
        expect(joined(windows)).toEqual(firstDay < until ? [[firstDay, until]] : []);
        expect(windows.filter(([from, to]) => dayOf(from) !== dayOf(to - 1))).toEqual([]);
      }),
      randomly(200),
    );
  });

  it("meets every call up to 7 days late, and forgets none that it can meet again", () => {
    fc.assert(
      fc.property(life, ({ firstDay, runs, call }) => {
        const startedAt = firstDay + call.sinceMs;
        const visibleAt = startedAt + call.lateMs;
        let time = now;
        let scanned: Scanned | undefined;
        let forgottenBefore = Number.NEGATIVE_INFINITY;
        let isMet = false;
        for (const { pauseMs, takesMs } of runs) {
          const scan = planScan({ from: scanned && firstDay, scanned }, firstDay, time);
          const windows = windowsOf(scan);
          // Windows are read one after another while the scan takes its time.
          isMet ||= windows.some(([from, to], index) => {
            const readAt = time + (takesMs * index) / windows.length;
            return from <= startedAt && startedAt < to && visibleAt <= readAt;
          });
          if (scan) {
            expect(windowOf(scan)[0]).toBeGreaterThanOrEqual(forgottenBefore);
            scanned = finishScan(scanned, scan);
            forgottenBefore = earliestRepeat(scanned, undefined);
          }
          time += takesMs + pauseMs;
        }
        const lookedAt = scanned?.[2] ?? Number.NEGATIVE_INFINITY;
        if (visibleAt <= lookedAt) expect(isMet).toBe(true);
      }),
      randomly(500),
    );
  });
});

describe("The day's requests", () => {
  it("are counted by the day of UTC, and begin anew with each", () => {
    const evening = at("2026-03-10T23:59:59Z");
    const spent = spend(spend(undefined, 3, evening), 4, evening);
    expect(spent).toEqual({ day: "2026-03-10", requests: 7 });
    expect(spentOn(spent, evening + secondMs)).toBe(0);
    expect(spend(spent, 2, evening + secondMs)).toEqual({ day: "2026-03-11", requests: 2 });
  });

  it("leave room for a whole page or none, until the next day", () => {
    const spent = spend(undefined, 9, now);
    expect(wantsRest(spent, 1, 10, now)).toBeUndefined();
    expect(wantsRest(spent, 2, 10, now)).toBe(at("2026-03-11"));
    expect(wantsRest(spent, 2, 10, at("2026-03-11"))).toBeUndefined();
    expect(wantsRest(undefined, 2, 10, now)).toBeUndefined();
  });
});
