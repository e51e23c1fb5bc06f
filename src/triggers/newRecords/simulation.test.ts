import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { createRandom } from "../../../sandbox/random";
import { startGong } from "../../../tests/support/gong";
import { simulateOverHttp } from "../../../tests/support/newRecords/httpSimulation";
import { shareClock } from "../../../tests/support/newRecords/poller";
import {
  judge,
  type Outcome,
  schedule,
  simulate,
  type Verdict,
} from "../../../tests/support/newRecords/simulate";
import { simulatedTime } from "../../../tests/support/newRecords/standIn";
import { makeWorld } from "../../../tests/support/newRecords/world";
import { randomly, seed } from "../../../tests/support/random";
import { day, minute } from "./duration";

const start = Date.parse("2026-03-02T00:00:00Z");
const week = 7 * day;
/** Nothing is lost, doubled, taken for new or late. */
const flawless = { lost: 0, doubled: 0, old: 0, tardy: 0 };

/** What is printed at the end, a line for each simulation. */
const lines: string[] = [];
afterAll(() => {
  const head = row(["simulation", "calls", "lost", "doubled", "late", "requests a day", "state"]);
  process.stdout.write(
    `\nNew Records, simulated (seed ${seed})\n${[head, ...lines].join("\n")}\n\n`,
  );
});

const widths = [42, 8, 6, 9, 6, 22, 12];
const row = (cells: readonly (string | number)[]) =>
  `  ${cells.map((cell, index) => (index === 0 ? String(cell).padEnd(widths[0] ?? 0) : String(cell).padStart(widths[index] ?? 0))).join("")}`;

function report(name: string, { due, lost, doubled, tardy }: Verdict, outcome: Outcome): void {
  const { first, steady } = requestsOf(outcome);
  const requests = `${steady} (first day ${first})`;
  lines.push(row([name, due, lost, doubled, tardy, requests, `${kilobytes(outcome)} KB`]));
}

/** Requests of the first day, and of the worst whole day after it. */
function requestsOf({ requestsPerDay }: Outcome): { first: number; steady: number } {
  const [first = 0, ...later] = requestsPerDay.values();
  return { first, steady: Math.max(...later) };
}

const kilobytes = ({ largestStateBytes }: Outcome): number => Math.ceil(largestStateBytes / 1000);

/** The row of the cost table in the docs for so many calls a day. */
function documented(callsPerDay: number): { first: number; steady: number; kilobytes: number } {
  const file = path.join(__dirname, "../../../docs/triggers/new-records.md");
  const label = callsPerDay.toLocaleString("en");
  const pattern = new RegExp(`^\\| ${label} \\| ([\\d,]+) \\| ([\\d,]+) \\| ([\\d,]+) KB \\|`, "m");
  const cells = pattern.exec(readFileSync(file, "utf8"))?.slice(1);
  const [steady = 0, first = 0, size = 0] = (cells ?? []).map((cell) =>
    Number(cell.replace(",", "")),
  );
  return { first, steady, kilobytes: size };
}

describe("At business-hours peaks, polling every 5 minutes", () => {
  it.each([100, 1_000, 5_000])(
    `%d calls a day are each delivered in their time, at the cost in the docs (seed ${seed})`,
    async (callsPerDay) => {
      const calls = makeWorld({ seed, start, days: 11, callsPerDay });
      const random = createRandom(seed).fork("volume");
      const from = start + 8 * day;
      const time = simulatedTime(from);
      const polls = schedule(random, { from, to: from + 2 * day, every: 5 * minute });
      const outcome = await simulate({ calls, time, polls, random });
      const verdict = judge(calls, outcome, { lookBackMs: week, strict: true });
      report(`${callsPerDay.toLocaleString("en")} calls a day`, verdict, outcome);

      expect(verdict).toMatchObject(flawless);
      expect(verdict.due).toBeGreaterThan(callsPerDay * 1.7);
      expect(outcome.failed).toBe(0);
      const measured = { ...requestsOf(outcome), kilobytes: kilobytes(outcome) };
      expect(measured.first).toBeLessThanOrEqual(3_000);
      expect(measured.steady).toBeLessThanOrEqual(3_000);
      expect(measured.kilobytes).toBeLessThan(1_000);
      for (const [name, value] of Object.entries(documented(callsPerDay))) {
        const figure = measured[name as keyof typeof measured];
        expect({ name, isAtMost: figure <= value, isNear: figure >= value * 0.85 }).toEqual({
          name,
          isAtMost: true,
          isNear: true,
        });
      }
    },
  );
});

describe("Over months", () => {
  it.each([
    ["all calls", 90, {}],
    ["without private ones", 30, { includePrivateCalls: "false" }],
  ] as const)(
    `nothing is lost or doubled through outages, used-up limits and crashes: %s (seed ${seed})`,
    async (name, days, inputs) => {
      const random = createRandom(seed).fork(name);
      const calls = makeWorld({ seed, start, days: days + 8, callsPerDay: 60, deleted: 0.03 });
      const from = start + 8 * day;
      const time = simulatedTime(from);
      const polls = schedule(random, {
        from,
        to: from + days * day,
        every: 30 * minute,
        jitter: 4 * minute,
      });
      // On some days others of the company have used up nearly all of its limit (G10).
      const scarce = createRandom(seed).fork("limits");
      const scarceDays = new Set(Array.from({ length: 12 }, () => scarce.int(0, days)));
      const perDay = (number: number) =>
        scarceDays.has(number - Math.floor(from / day)) ? 25 : 10_000;
      const troubles = { outage: 0.004, crash: 0.01, repeat: 0.01, expiry: 0.05 };
      const gong = { perDay };
      const outcome = await simulate({ calls, time, polls, random, inputs, troubles, gong });
      const isWanted = ({ publicAt }: { publicAt: number }) =>
        name === "all calls" || publicAt === 0;
      const verdict = judge(calls, outcome, { lookBackMs: week, isWanted });
      report(`${days} days of troubles, ${name}`, verdict, outcome);

      expect(verdict).toMatchObject(flawless);
      expect(verdict.due).toBeGreaterThan(days * 50);
      // The troubles took place.
      expect(outcome.failed).toBeGreaterThan(days * 3);
      expect(outcome.crashed).toBeGreaterThan(days / 5);
      if (name !== "all calls") {
        const delivered = new Set(outcome.saved.flatMap(({ ids }) => ids));
        const secret = calls.filter(({ publicAt }) => publicAt === Number.POSITIVE_INFINITY);
        expect(secret.filter(({ id }) => delivered.has(id))).toEqual([]);
      }
    },
  );
});

describe("Whatever the account and the schedule are like", () => {
  it(`nothing is lost, doubled or late (seed ${seed})`, async () => {
    const world = fc.record({
      worldSeed: fc.nat(),
      callsPerDay: fc.integer({ min: 3, max: 250 }),
      everyMinutes: fc.oneof(fc.integer({ min: 10, max: 60 }), fc.integer({ min: 60, max: 1_500 })),
      jitterMinutes: fc.integer({ min: 0, max: 10 }),
      lookBackDays: fc.integer({ min: 1, max: 9 }),
      troubles: fc.record({
        outage: fc.constantFrom(0, 0.02),
        crash: fc.constantFrom(0, 0.05),
        repeat: fc.constantFrom(0, 0.05),
        expiry: fc.constantFrom(0, 0.2),
      }),
    });
    const total = { due: 0, ...flawless, delivered: 0 };
    await fc.assert(
      fc.asyncProperty(world, async (options) => {
        const { worldSeed, callsPerDay, lookBackDays, troubles } = options;
        const calls = makeWorld({ seed: worldSeed, start, days: 18, callsPerDay, deleted: 0.05 });
        const random = createRandom(worldSeed).fork("polls");
        const from = start + 10 * day + (worldSeed % day);
        const time = simulatedTime(from);
        const polls = schedule(random, {
          from,
          to: from + 6 * day,
          every: options.everyMinutes * minute,
          jitter: options.jitterMinutes * minute,
        });
        const inputs = { lookBackDays: String(lookBackDays) };
        const outcome = await simulate({ calls, time, polls, random, inputs, troubles });
        const verdict = judge(calls, outcome, { lookBackMs: lookBackDays * day });
        expect(verdict).toMatchObject(flawless);
        total.due += verdict.due;
      }),
      randomly(8),
    );
    lines.push(row(["8 random accounts and schedules", total.due, 0, 0, 0, "", ""]));
    expect(total.due).toBeGreaterThan(2_500);
  });
});

describe("Over HTTP, against the local Gong with every kind of fault", () => {
  it(`nothing is lost or doubled (seed ${seed})`, async () => {
    const from = start + 8 * day;
    const gong = await startGong({ callCount: 100, now: () => from, requestsPerDay: 190 });
    try {
      const wait = shareClock(gong);
      wait(0);
      const random = createRandom(seed).fork("http");
      const calls = makeWorld({ seed, start: start + 6 * day, days: 5, callsPerDay: 200 });
      const polls = schedule(random, { from, to: from + 2 * day, every: 10 * minute });
      const outcome = await simulateOverHttp({ gong, calls, polls, random });
      const verdict = judge(calls, outcome, { lookBackMs: week });
      report("2 days over HTTP with faults", verdict, outcome);

      expect(verdict).toMatchObject(flawless);
      expect(verdict.due).toBeGreaterThan(250);
      expect(outcome.failed).toBeGreaterThan(10);
      expect(outcome.crashed).toBeGreaterThan(2);
      expect(gong.sandbox.requests.some(({ status }) => status === 429)).toBe(true);
    } finally {
      jest.restoreAllMocks();
      await gong.stop();
    }
  });
});
