import { createRandom } from "../../../sandbox/random";
import { type SavedPoll, schedule, simulate } from "../../../tests/support/newRecords/simulate";
import { simulatedTime } from "../../../tests/support/newRecords/standIn";
import { makeWorld, type WorldCall } from "../../../tests/support/newRecords/world";
import { seed } from "../../../tests/support/random";
import { day, hour, minute } from "./duration";

const start = Date.parse("2026-03-02T00:00:00Z");
const random = createRandom(seed).fork("bounds");

/** Calls that are shown as soon as they took place, so that what is due is plain. */
function promptCalls(days: number, callsPerDay: number): WorldCall[] {
  const world = makeWorld({ seed, start, days, callsPerDay, deleted: 0, private: 0 });
  return world.map((call) => ({ ...call, visibleAt: call.listedAt + minute }));
}

/** Holds deliveries against the calls that had to come by the start of the last poll. */
function expectEachOnce(saved: readonly SavedPoll[], isDue: (call: WorldCall) => boolean) {
  const last = saved.at(-1)?.startedAt ?? 0;
  const ids = saved.flatMap((poll) => poll.ids);
  const delivered = new Set(ids);
  return (calls: readonly WorldCall[], atLeast: number) => {
    const due = calls.filter((call) => call.visibleAt <= last && isDue(call));
    expect(due.length).toBeGreaterThan(atLeast);
    expect(due.filter(({ id }) => !delivered.has(id))).toEqual([]);
    expect(ids.length).toBe(delivered.size);
  };
}

describe("A first poll that one execution cannot hold", () => {
  it("goes on with the next ones, and delivers what is new meanwhile", async () => {
    const calls = promptCalls(8, 2_000);
    const from = start + 7 * day + 10 * hour;
    const time = simulatedTime(from);
    const polls = schedule(random, { from, to: from + 3 * hour, every: 15 * minute });
    // 140 pages at 6 seconds each take 14 minutes; a poll begins nothing more after 8.
    const gong = { requestMs: 6_000 };
    const { saved } = await simulate({ calls, time, polls, random, gong });
    const lengths = saved.map(({ startedAt, endedAt }) => endedAt - startedAt);
    expect(Math.max(...lengths)).toBeLessThan(15 * minute);
    expect([saved[0]?.more, saved.at(-1)?.more]).toEqual([true, false]);
    expectEachOnce(saved, ({ visibleAt }) => visibleAt > (saved[0]?.endedAt ?? 0))(calls, 200);
    const delivered = new Set(saved.flatMap(({ ids }) => ids));
    const old = calls.filter(({ visibleAt }) => visibleAt < from).map(({ id }) => id);
    expect(old.filter((id) => delivered.has(id))).toEqual([]);
  });
});

describe("Many records at once", () => {
  it("of a first run come 2,000 at a poll at most, each once, also from before the look-back", async () => {
    const calls = promptCalls(30, 600);
    const from = start + 29 * day;
    const time = simulatedTime(from);
    const polls = schedule(random, { from, to: from + 4 * hour, every: 5 * minute });
    const since = start + 3 * day;
    const inputs = { firstRun: "since", since: new Date(since).toISOString() };
    const { saved } = await simulate({ calls, time, polls, random, inputs });
    expect(Math.max(...saved.map(({ ids }) => ids.length))).toBeLessThanOrEqual(2_000);
    expect(saved.filter(({ more }) => more).length).toBeGreaterThan(5);
    expect(saved.at(-1)?.more).toBe(false);
    expectEachOnce(saved, ({ listedAt }) => listedAt >= since)(calls, 15_000);
  });

  it("after an outage come 2,000 at a poll at most, each once", async () => {
    const calls = promptCalls(10, 2_500);
    const from = start + 7 * day;
    const resumed = from + 2 * day;
    const time = simulatedTime(from);
    const polls = [
      from,
      ...schedule(random, { from: resumed, to: resumed + hour, every: 5 * minute }),
    ];
    const { saved } = await simulate({ calls, time, polls, random });
    expect(saved.map(({ ids }) => ids.length).slice(0, 3)).toEqual([0, 2_000, 2_000]);
    expect(saved.map(({ more }) => more).slice(0, 5)).toEqual([false, true, true, false, false]);
    expectEachOnce(saved, ({ visibleAt }) => visibleAt > (saved[0]?.endedAt ?? 0))(calls, 4_500);
  });
});

describe("Transcripts that are made after their calls are shown", () => {
  const from = start + day;
  const callAt = (id: string, visibleAt: number, transcriptAt: number): WorldCall => ({
    id,
    listedAt: visibleAt - hour,
    visibleAt,
    transcriptAt,
    goneAt: Number.POSITIVE_INFINITY,
    publicAt: 0,
    record: { started: new Date(visibleAt - hour).toISOString() },
  });
  const never = Number.POSITIVE_INFINITY;
  const calls = [
    // There at the first poll, with a transcript and without.
    callAt("1", from - 2 * hour, from - 2 * hour),
    callAt("2", from - 2 * hour, from + 17 * minute),
    callAt("3", from - 2 * hour, never),
    // Shown later.
    callAt("4", from + 3 * minute, from + 62 * minute),
    callAt("5", from + 4 * minute, from + 5 * hour + minute),
    callAt("6", from + 6 * minute, from + 6 * minute),
    callAt("7", from + 6 * minute, from + 3 * day),
    callAt("8", from + 6 * minute, never),
  ].sort((one, other) => one.listedAt - other.listedAt);

  it("come when they are there: at the next poll, within the hour, within a day", async () => {
    const time = simulatedTime(from);
    const polls = schedule(random, { from, to: from + 5 * day, every: 5 * minute, jitter: 0 });
    const inputs = { resourceType: "transcripts" };
    const { saved, requestsPerDay } = await simulate({ calls, time, polls, random, inputs });
    const delivered = saved.flatMap(({ ids, startedAt }) =>
      ids.map((id) => [id, Math.round((startedAt - from) / minute)] as const),
    );
    expect(delivered.map(([id]) => id).sort()).toEqual(["2", "4", "5", "6", "7"]);
    const at = new Map(delivered);
    expect([at.get("2"), at.get("4"), at.get("6")]).toEqual([20, 65, 10]);
    expect(at.get("5")).toBeLessThanOrEqual(6 * 60 + 5);
    expect(at.get("7")).toBeLessThanOrEqual(4 * 24 * 60 + 10);
    // Two calls never have one; asking for them every day costs next to nothing.
    expect(requestsPerDay.get((from + 4 * day) / day)).toBeLessThan(288 + 20);
  });
});
