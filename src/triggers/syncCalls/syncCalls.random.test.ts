import fc from "fast-check";
import {
  day,
  hour,
  idsOf,
  type SyncTest,
  startSync,
} from "../../../tests/support/polling/syncCalls";
import { randomly, seed } from "../../../tests/support/random";

/** Calls of a company, and what happens to it and to the platform while they are synced. */
const scenario = fc.record({
  historyDays: fc.integer({ min: 1, max: 8 }),
  calls: fc.array(
    fc.record({
      /** When it began: 0 at the first day, 1 at the end of the company's days. */
      at: fc.integer({ min: -100, max: 1000 }).map((permille) => permille / 1000),
      lateMs: fc.oneof(
        fc.constant(0),
        fc.integer({ min: 0, max: 3 * hour }),
        fc.integer({ min: 0, max: 7 * day }),
      ),
      isPrivate: fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0),
    }),
    { minLength: 5, maxLength: 60 },
  ),
  /** More calls on the second day than fit on one page. */
  busy: fc.integer({ min: 0, max: 330 }),
  budget: fc.integer({ min: 12, max: 80 }),
  transcripts: fc.boolean(),
  privateCalls: fc.boolean(),
  everyHours: fc.integer({ min: 7, max: 23 }),
  /** For each round: what goes wrong, and how long the platform takes. */
  fates: fc.array(
    fc.record({
      incident: fc.option(
        fc.record({ keepsItems: fc.boolean(), keepsState: fc.boolean(), isRepeated: fc.boolean() }),
        { freq: 3 },
      ),
      gapMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100 * 60_000 })),
      outage: fc.option(
        fc.constantFrom(
          { kind: "status", status: 503, times: 5 } as const,
          { kind: "cut", when: "afterExecuting", times: 5 } as const,
          { kind: "status", status: 500, times: 2 } as const,
          { kind: "html", status: 200, times: 5, path: "/v2/calls/transcript" } as const,
        ),
        { freq: 5 },
      ),
    }),
    { minLength: 10, maxLength: 40 },
  ),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;

/** Days after the deploy in which calls still take place. */
const daysAhead = 2;
const figures = { calls: 0, runs: 0, rounds: 0 };

describe(`Sync Calls through outages, crashes and used-up days, seed ${seed}`, () => {
  let sync: SyncTest;
  beforeAll(async () => {
    sync = await startSync({ requestsPerDay: 60 });
  });
  afterAll(async () => {
    await sync.stop();
    const { calls, runs, rounds } = figures;
    process.stdout.write(
      `Sync Calls (seed ${seed}): ${calls} calls in ${runs} runs of ${rounds} rounds, 0 lost, 0 twice without an incident\n`,
    );
  });

  it("hands out every call, and none twice where all went well", async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        expect(await live(sync, given)).toEqual({ lost: [], twice: [], strangers: [] });
      }),
      { ...randomly(6), endOnFailure: true },
    );
  });
});

/** Lives through a scenario, and counts. */
async function live(sync: SyncTest, given: Scenario) {
  sync.reset();
  const { gong, platform } = sync;
  const deployedAt = sync.now();
  const firstDay = Math.floor(deployedAt / day) * day - given.historyDays * day;
  const end = deployedAt + daysAhead * day;
  const expected = new Set<string>();
  let lastVisibleAt = end;
  const place = (startedAt: number, lateMs: number, isPrivate: boolean) => {
    const visibleAt = startedAt + lateMs;
    lastVisibleAt = Math.max(lastVisibleAt, visibleAt);
    const id = sync.addCall({ startedAt, visibleAt, isPrivate });
    if (startedAt >= firstDay && (given.privateCalls || !isPrivate)) expected.add(id);
  };
  for (const { at, lateMs, isPrivate } of given.calls) {
    place(Math.round(firstDay + at * (end - firstDay)), lateMs, isPrivate);
  }
  for (let index = 0; index < given.busy; index += 1) {
    place(Math.round(firstDay + day + (index / given.busy) * day), (index % 7) * hour, false);
  }

  platform.configure({
    firstDay: new Date(firstDay).toISOString(),
    includeTranscript: String(given.transcripts),
    includePrivateCalls: String(given.privateCalls),
    dailyRequestBudget: String(given.budget),
  });
  const handedOut = new Map<string, number>();
  const mayRepeat = new Map<string, number>();
  const tally = (counts: Map<string, number>, ids: readonly string[]) => {
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  };

  let round = 0;
  let isFirst = true;
  const run = async (calm: boolean) => {
    const result = await platform.run({
      onDeploy: isFirst,
      incident: () => {
        if (calm) return undefined;
        const fate = given.fates[round % given.fates.length];
        round += 1;
        sync.advance(fate?.gapMs ?? 0);
        if (fate?.outage && gong.sandbox.faults.pending === 0)
          gong.sandbox.faults.next(fate.outage);
        return fate?.incident ?? undefined;
      },
    });
    isFirst = false;
    if (result.error) expect(result.error.message).toMatch(/503|broke off|cut off/);
    tally(handedOut, idsOf(result.items));
    tally(mayRepeat, idsOf(result.unsure));
    figures.runs += 1;
    figures.rounds += result.rounds;
  };

  while (sync.now() < lastVisibleAt) {
    await run(false);
    sync.advance(given.everyHours * hour);
  }
  gong.sandbox.faults.clear();
  for (let settled = 0; settled < 4; settled += 1) {
    await run(true);
    sync.advance(day);
  }

  figures.calls += expected.size;
  return {
    lost: [...expected].filter((id) => !handedOut.has(id)),
    twice: [...handedOut].filter(([id, times]) => times > 1 + (mayRepeat.get(id) ?? 0)),
    strangers: [...handedOut.keys()].filter((id) => !expected.has(id)),
  };
}
