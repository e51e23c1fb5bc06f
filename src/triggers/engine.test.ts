import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { createRandom } from "../../sandbox/random";
import { type CompanyCall, CompanyGong, makeCalls } from "../../tests/support/polling/company";
import { randomly, seed } from "../../tests/support/random";
import { day, hour, minute } from "./duration";
import type { Wanted } from "./scan";
import { type SavedWatch, Watch } from "./watch";

const start = Date.parse("2026-03-02T00:00:00Z");
const week = 7 * day;

/** What goes wrong, each as the share of polls that it happens to. */
interface Troubles {
  /** Gong fails for up to 20 polls. */
  readonly outage: number;
  /** The run ends before its state is saved, and its records are lost with it. */
  readonly crash: number;
  /** A cursor expires on the way (G14). */
  readonly expiry: number;
}
const none: Troubles = { outage: 0, crash: 0, expiry: 0 };

interface Plan {
  readonly calls: readonly CompanyCall[];
  readonly from: number;
  readonly to: number;
  readonly everyMs: number;
  /** Pause between the first poll and the others. */
  readonly restMs?: number;
  readonly jitterMs?: number;
  readonly lookBackMs?: number;
  readonly troubles?: Troubles;
}

/** Polls a company for a while, and says what was delivered when. */
async function simulate(plan: Plan) {
  const { from, to, everyMs, jitterMs = 2_000, lookBackMs = week, troubles = none } = plan;
  const random = createRandom(seed).fork("polls");
  const gong = new CompanyGong(plan.calls);
  const wanted: Wanted = { lookBackMs, showNew: true, includePrivate: true };
  const delivered = new Map<string, number[]>();
  const polls: number[] = [];
  let saved: SavedWatch | undefined;
  let [outageLeft, failed, largest] = [0, 0, 0];
  const { restMs = everyMs } = plan;
  for (let at = from; at < to; at += at === from ? restMs : everyMs) {
    gong.now = at + random.int(0, jitterMs);
    if (outageLeft > 0) outageLeft -= 1;
    else if (random.chance(troubles.outage)) outageLeft = random.int(1, 20);
    gong.failsAfter = outageLeft > 0 ? random.int(0, 1) : Number.POSITIVE_INFINITY;
    gong.expiresNext = random.chance(troubles.expiry);
    const watch = new Watch<CompanyCall>(gong, wanted, gong.now, saved);
    let fresh: CompanyCall[];
    try {
      ({ created: fresh } = await watch.readNew(Number.POSITIVE_INFINITY, () => true));
      if (random.chance(troubles.crash)) throw new Error("crashed");
    } catch {
      failed += 1;
      continue;
    }
    const state = JSON.stringify(watch.save());
    largest = Math.max(largest, state.length);
    saved = JSON.parse(state) as SavedWatch;
    polls.push(gong.now);
    for (const { id } of fresh) delivered.set(id, [...(delivered.get(id) ?? []), gong.now]);
  }
  const [, ...later] = gong.requestsPerDay.values();
  const requests = Math.max(...later);
  return { delivered, polls, failed, requests, kilobytes: Math.ceil(largest / 1000) };
}

type Outcome = Awaited<ReturnType<typeof simulate>>;

/** Compares deliveries with what is promised for a call's lateness. */
function judge({ calls, lookBackMs = week, troubles }: Plan, { delivered, polls }: Outcome) {
  const verdict = { due: 0, lost: 0, twice: 0, old: 0, tardy: 0 };
  const [firstPoll = 0, secondPoll = 0] = polls;
  for (const { id, listedAt, visibleAt, goneAt } of calls) {
    const [at, ...again] = delivered.get(id) ?? [];
    if (again.length > 0) verdict.twice += 1;
    if (at !== undefined && visibleAt <= firstPoll) verdict.old += 1;
    const lateMs = visibleAt - listedAt;
    const within = lateMs <= 2 * hour ? 0 : lateMs <= day ? hour : day;
    const deadline = polls[indexAtOrAfter(polls, visibleAt + within)];
    const isDue = visibleAt > firstPoll && lateMs <= lookBackMs && deadline !== undefined;
    if (!isDue || goneAt <= deadline + 15 * minute) continue;
    verdict.due += 1;
    if (at === undefined) verdict.lost += 1;
    // Schedules are a few seconds off. After troubles and pauses the next good poll counts.
    else if (
      at >
      (troubles || within === 0 || visibleAt < secondPoll ? deadline : visibleAt + within + minute)
    ) {
      verdict.tardy += 1;
    }
  }
  return verdict;
}

function indexAtOrAfter(ascending: readonly number[], instant: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

const flawless = { lost: 0, twice: 0, old: 0, tardy: 0 };
const lines: string[] = [];
afterAll(() => {
  process.stdout.write(`The engine of both polling triggers (seed ${seed})\n${lines.join("\n")}\n`);
});

const report = (name: string, due: number, { requests, kilobytes, failed }: Outcome) =>
  lines.push(
    `  ${name}: ${due} calls due, 0 lost, 0 twice; ${requests} requests a day at most; ${kilobytes} KB of state; ${failed} polls failed`,
  );

describe("A year of hourly polls", () => {
  it(`loses nothing and repeats nothing through outages, crashes and expired cursors (seed ${seed})`, async () => {
    const from = start + 8 * day;
    const plan = {
      calls: makeCalls(seed, start, 373, 60),
      from,
      to: from + 365 * day,
      everyMs: hour,
      jitterMs: 4 * minute,
      troubles: { outage: 0.004, crash: 0.01, expiry: 0.05 },
    };
    const outcome = await simulate(plan);
    const verdict = judge(plan, outcome);
    report("a year of 60 calls a day", verdict.due, outcome);
    expect(verdict).toMatchObject(flawless);
    expect(verdict.due).toBeGreaterThan(365 * 55);
    expect(outcome.failed).toBeGreaterThan(150);
  });
});

/** The row of the cost table in the docs for so many calls a day. */
function documented(callsPerDay: number) {
  const file = path.join(__dirname, "../../docs/triggers/new-records.md");
  const label = callsPerDay.toLocaleString("en");
  const row = readFileSync(file, "utf8")
    .split("\n")
    .find((line) => line.startsWith(`| ${label} `));
  const [requests, hourly, kilobytes] = (row?.split("|").slice(2) ?? []).map((cell) =>
    Number.parseInt(cell.replace(",", ""), 10),
  );
  return { requests, hourly, kilobytes };
}

describe("Polls every 5 minutes", () => {
  it.each([100, 1_000, 5_000])(
    `of %d calls a day deliver each in its time, at the cost in the docs (seed ${seed})`,
    async (callsPerDay) => {
      const from = start + 8 * day;
      const plan = {
        calls: makeCalls(seed, start, 10, callsPerDay),
        // A day with what is known two days after the first poll.
        from: from - 2 * day - 5 * minute,
        restMs: 2 * day,
        to: from + day,
        everyMs: 5 * minute,
      };
      const outcome = await simulate(plan);
      const verdict = judge(plan, outcome);
      report(`${callsPerDay} calls a day`, verdict.due, outcome);
      expect(verdict).toMatchObject(flawless);
      expect(verdict.due).toBeGreaterThan(callsPerDay * 0.85);
      expect(outcome.requests).toBeLessThanOrEqual(3_000);
      expect(outcome.kilobytes).toBeLessThan(1_000);
      if (seed !== 1) return;
      const hourly = (await simulate({ ...plan, from: from - 2 * day - hour, everyMs: hour }))
        .requests;
      const { requests, kilobytes } = outcome;
      expect({ requests, hourly, kilobytes }).toEqual(documented(callsPerDay));
    },
  );
});

describe("Whatever the account and the schedule are like", () => {
  it(`nothing is lost, repeated or late (seed ${seed})`, async () => {
    const account = fc.record({
      callsPerDay: fc.integer({ min: 3, max: 250 }),
      everyMinutes: fc.oneof(fc.integer({ min: 10, max: 60 }), fc.integer({ min: 60, max: 1_500 })),
      jitterMinutes: fc.integer({ min: 0, max: 9 }),
      lookBackDays: fc.integer({ min: 1, max: 9 }),
      beginsAt: fc.integer({ min: 0, max: day }),
      outage: fc.constantFrom(0, 0.02),
      crash: fc.constantFrom(0, 0.05),
      expiry: fc.constantFrom(0, 0.2),
    });
    await fc.assert(
      fc.asyncProperty(account, async ({ callsPerDay, everyMinutes, ...given }) => {
        const from = start + 10 * day + given.beginsAt;
        const plan = {
          calls: makeCalls(seed, start, 18, callsPerDay),
          from,
          to: from + 6 * day,
          everyMs: everyMinutes * minute,
          jitterMs: given.jitterMinutes * minute,
          lookBackMs: given.lookBackDays * day,
          troubles: given,
        };
        expect(judge(plan, await simulate(plan))).toMatchObject(flawless);
      }),
      randomly(8),
    );
  });
});

it("A day of many calls is read to its end where Gong leaves out its count", async () => {
  const gong = new CompanyGong(makeCalls(seed, start, 1, 1_500));
  gong.now = start + 10 * day;
  const uncounted = {
    ...{ operation: gong.operation, aheadMs: 0 },
    list: async (...args: Parameters<typeof gong.list>) => {
      const { calls, records } = await gong.list(...args);
      return { calls, records: { ...records, totalRecords: undefined } };
    },
  };
  const wanted = { lookBackMs: week, since: start, showNew: false, includePrivate: true };
  const watch = new Watch<CompanyCall>(uncounted, wanted, gong.now);
  const { created } = await watch.readNew(Number.POSITIVE_INFINITY, () => true);
  expect(created.length).toBeGreaterThan(1_400);
});
