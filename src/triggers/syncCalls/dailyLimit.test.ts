import {
  day,
  hour,
  idsOf,
  type SyncTest,
  sorted,
  startSync,
} from "../../../tests/support/polling/syncCalls";

const firstDay = Date.parse("2026-02-20");
let sync: SyncTest;
let expected: string[];

beforeEach(() => {
  expected = [];
});
afterEach(() => sync.stop());

describe("A day's requests", () => {
  /** Runs each hour for some days. @returns ids, and for each day the number of requests */
  async function runDays(days: number) {
    const ids: string[] = [];
    const lines: string[] = [];
    const until = sync.now() + days * day;
    for (let isFirst = true; sync.now() < until; isFirst = false) {
      const run = await sync.platform.run({ onDeploy: isFirst });
      expect(run.error).toBeUndefined();
      ids.push(...idsOf(run.items));
      lines.push(...run.lines);
      sync.advance(hour);
    }
    const perDay = new Map<number, number>();
    for (const { at, status } of sync.gong.sandbox.requests) {
      const name = Math.floor(at / day);
      perDay.set(name, (perDay.get(name) ?? 0) + (status === 429 ? 0 : 1));
    }
    return { ids, lines, perDay: [...perDay.values()] };
  }

  it("keep to the budget; the next day goes on where the one before stopped", async () => {
    sync = await startSync({ inputs: { includeTranscript: "true", dailyRequestBudget: "11" } });
    expected.push(...sync.addCalls(300, firstDay, 2 * day));
    const { ids, lines, perDay } = await runDays(3);
    expect(sorted(ids)).toEqual(sorted(expected));
    expect(Math.max(...perDay)).toBeLessThanOrEqual(11);
    expect(perDay[0]).toBe(10);
    expect(lines).toContain(
      "info: Sync Calls: stopped for the day: 10 of 11 requests are used. It resumes with the first run after 2026-03-02T00:00:00Z.",
    );
  });

  it("include repetitions", async () => {
    sync = await startSync({ inputs: { dailyRequestBudget: "10" } });
    sync.gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 1, times: 4 });
    sync.gong.sandbox.faults.next({ kind: "status", status: 503, times: 2 });
    const run = await sync.platform.run({ onDeploy: true });
    expect(run).toMatchObject({ items: [], resultTypes: ["polled_no_changes"] });
    expect(sync.gong.sandbox.requests).toHaveLength(10);
  });

  it("end with Gong's own limit, also between a page and its transcripts", async () => {
    sync = await startSync({ requestsPerDay: 7, inputs: { includeTranscript: "true" } });
    expected.push(...sync.addCalls(300, firstDay, 2 * day));
    const { ids, lines, perDay } = await runDays(3);
    expect(sorted(ids)).toEqual(sorted(expected));
    expect(perDay[0]).toBe(7);
    expect(lines.join("\n")).toMatch(
      /info: Sync Calls: stopped, because the company's limit of requests to Gong is used up\. It resumes with the first run after 2026-03-02T00:00:0\dZ\./,
    );
    const refused = sync.gong.sandbox.requests.filter(({ status }) => status === 429);
    expect(refused.map(({ path }) => path)).toContain("/v2/calls/transcript");
    expect(refused).toHaveLength(perDay.length);
  });

  it("are not waited for by other work's limits either", async () => {
    sync = await startSync();
    const limited = { kind: "status", status: 429, retryAfter: 100 } as const;
    sync.gong.sandbox.faults.next({ ...limited, times: 2 });
    expected.push(...sync.addCalls(2, firstDay, 2 * day));
    const stopped = await sync.platform.run({ onDeploy: true });
    expect(stopped.lines.join()).toMatch(/stopped, because the company's limit/);
    expect((await sync.platform.run()).lines.join()).toMatch(
      /stopped, because the company's limit/,
    );
    sync.advance(100_000);
    expect(sorted(idsOf((await sync.platform.run()).items))).toEqual(sorted(expected));
  });
});
