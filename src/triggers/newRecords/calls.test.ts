import { startGong, type TestGong } from "../../../tests/support/gong";
import { createPoller, type Poller, shareClock } from "../../../tests/support/newRecords/poller";
import { day, hour, minute } from "./duration";

const start = Date.parse("2026-03-04T15:00:00Z");

let gong: TestGong;
let wait: (milliseconds: number) => void;
let poller: Poller;
beforeEach(async () => {
  gong = await startGong({ callCount: 80, now: () => start });
  wait = shareClock(gong);
  poller = createPoller(gong);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await gong.stop();
});

const now = () => gong.sandbox.clock.now();
const idsOf = ({ records }: { records: readonly object[] }) =>
  records.map((record) => (record as { id: string }).id);

/** A call that took place some time ago and is shown now. */
const showLate = (lateMs: number, more: object = {}) =>
  gong.sandbox.createCall({ startedAt: now() - lateMs, ...more });

/** Polls every so often for a while. @returns ids delivered, with minutes since the beginning */
async function pollFor(duration: number, every = 5 * minute): Promise<[string, number][]> {
  const begin = now();
  const delivered: [string, number][] = [];
  while (now() < begin + duration) {
    wait(every);
    for (const id of idsOf(await poller.poll())) delivered.push([id, (now() - begin) / minute]);
  }
  return delivered;
}

describe("A poll for calls", () => {
  it("delivers nothing at first, and asks for the look-back", async () => {
    expect(await poller.poll()).toEqual({
      resourceType: "calls",
      records: [],
      newIds: [],
      changedIds: [],
      more: false,
      quiet: true,
    });
    const [request, ...others] = gong.sandbox.requests;
    expect(others).toEqual([]);
    expect(request).toMatchObject({
      method: "GET",
      path: "/v2/calls",
      query: { fromDateTime: "2026-02-25T15:00:00Z", toDateTime: "2026-04-03T15:00:00Z" },
    });
    expect(Object.keys(request?.query ?? {})).toEqual(["fromDateTime", "toDateTime"]);
  });

  it("delivers a call as Gong gives it, once", async () => {
    await poller.poll();
    const call = showLate(hour, { title: "Renewal", meetingUrl: null });
    wait(5 * minute);
    const polled = await poller.poll();
    const { data } = await gong.run("getCallUsingGet", { callId: call.id });
    expect(polled).toEqual({
      resourceType: "calls",
      records: [data.call],
      newIds: [call.id],
      changedIds: [],
      more: false,
      quiet: false,
    });
    expect(await pollFor(3 * hour)).toEqual([]);
  });

  it("is quiet when there is nothing new, also in an account without calls", async () => {
    gong.sandbox.company.calls.length = 0;
    for (let count = 0; count < 3; count += 1) {
      expect(await poller.poll()).toMatchObject({ records: [], quiet: true });
      wait(5 * minute);
    }
  });

  it("finds calls that are shown hours and days late", async () => {
    await poller.poll();
    wait(3 * minute);
    const [soon, today, week] = [2 * hour, 20 * hour, 6.9 * day].map((late) => showLate(late).id);
    const begin = now();
    const delivered = new Map(await pollFor(2 * hour));
    const later = (now() - begin) / minute;
    for (const [id, at] of await pollFor(28 * hour, hour / 2)) delivered.set(id, at + later);
    expect(delivered.size).toBe(3);
    expect(delivered.get(soon ?? "")).toBe(5);
    expect(delivered.get(today ?? "")).toBeLessThanOrEqual(60);
    expect(delivered.get(week ?? "")).toBeLessThanOrEqual(24 * 60);
  });

  it("finds a web conference by its planned time, late or still to come", async () => {
    await poller.poll();
    const planned = [-26 * hour, 3 * hour, 3 * day].map((ahead) =>
      gong.sandbox.createCall({
        direction: "Conference",
        startedAt: now() - 30 * minute,
        scheduled: new Date(now() + ahead).toISOString(),
      }),
    );
    const delivered = await pollFor(25 * hour, hour / 4);
    expect(delivered.map(([id]) => id).sort()).toEqual(planned.map(({ id }) => id).sort());
    expect(await pollFor(4 * day, 2 * hour)).toEqual([]);
  });

  it("does not take a call for new whose planned time was changed", async () => {
    const call = showLate(hour, {
      direction: "Conference",
      scheduled: new Date(now() - hour).toISOString(),
    });
    await poller.poll();
    const other = gong.sandbox.company.calls.find(({ id }) => id === call.id);
    if (other) other.scheduled = new Date(now() + 5 * hour).toISOString();
    expect(await pollFor(8 * hour, hour / 4)).toEqual([]);
  });

  it("keeps ids whole", async () => {
    await poller.poll();
    const ids = ["9007199254740993", "9007199254740992", "99999999999999999999"];
    for (const id of ids) showLate(hour, { id });
    expect((await poller.poll()).newIds).toEqual(expect.arrayContaining(ids));
  });

  it("delivers again what was lost with the state, and nothing else", async () => {
    await poller.poll();
    const { id } = showLate(hour);
    wait(5 * minute);
    expect(idsOf(await poller.pollInVain())).toEqual([id]);
    expect(idsOf(await poller.pollInVain())).toEqual([id]);
    expect(idsOf(await poller.poll())).toEqual([id]);
    expect(idsOf(await poller.poll())).toEqual([]);
  });

  it("asks for one workspace alone", async () => {
    const [first, second] = gong.sandbox.company.workspaces;
    const inputs = { workspaceId: second?.id };
    await poller.poll(inputs);
    showLate(hour, { workspaceId: first?.id });
    const wanted = showLate(hour, { workspaceId: second?.id });
    wait(5 * minute);
    gong.sandbox.clearRequests();
    expect(idsOf(await poller.poll(inputs))).toEqual([wanted.id]);
    expect(gong.sandbox.requests.map(({ query }) => query.workspaceId)).toEqual([second?.id]);
  });

  it("passes the payload on, with the records as its body", async () => {
    await poller.poll();
    expect(poller.lastPayload).toMatchObject({
      headers: { "x-kept": "yes" },
      body: { contentType: "application/json" },
    });
  });
});

describe("Private calls", () => {
  it("come unless they are left out", async () => {
    await poller.poll();
    const { id } = showLate(hour, { isPrivate: true });
    expect(idsOf(await poller.poll())).toEqual([id]);
  });

  it("are left out, and come once they are public", async () => {
    poller = createPoller(gong, { includePrivateCalls: "false" });
    await poller.poll();
    const secret = showLate(hour, { isPrivate: true });
    const open = showLate(hour);
    expect(idsOf(await poller.poll())).toEqual([open.id]);
    expect(await pollFor(2 * hour)).toEqual([]);
    secret.isPrivate = false;
    expect((await pollFor(2 * hour)).map(([id]) => id)).toEqual([secret.id]);
  });

  it("that were there before the first poll are not new when they are public", async () => {
    const secret = showLate(hour, { isPrivate: true });
    poller = createPoller(gong, { includePrivateCalls: "false" });
    await poller.poll();
    secret.isPrivate = false;
    expect(await pollFor(2 * hour)).toEqual([]);
  });
});

describe("The first run", () => {
  const since = (days: number) => ({ firstRun: "since", since: new Date(now() - days * day) });
  const listedSince = (days: number) =>
    gong.sandbox.company.calls
      .filter(({ direction, scheduled, startedAt }) => {
        const isConference = direction === "Conference" && scheduled !== null;
        return (isConference ? Date.parse(scheduled) : startedAt) >= now() - days * day;
      })
      .map(({ id }) => id);

  it.each([3, 7, 100])("delivers the calls of the last %d days when it is to", async (days) => {
    const expected = listedSince(days);
    expect(expected.length).toBeGreaterThan(0);
    const polled = await poller.poll(since(days));
    expect(idsOf(polled).sort()).toEqual(expected.sort());
    expect(polled.more).toBe(false);
    const { id } = showLate(hour);
    expect(idsOf(await poller.poll(since(days)))).toEqual([id]);
  });

  it("delivers nothing since a moment that is yet to come", async () => {
    expect(await poller.poll(since(-40))).toMatchObject({ records: [] });
    const { id } = showLate(hour);
    expect(idsOf(await poller.poll(since(-40)))).toEqual([id]);
  });

  it("does not pay heed to Since when it is to deliver nothing", async () => {
    expect(await poller.poll({ ...since(30), firstRun: "nothing" })).toMatchObject({ records: [] });
  });
});

describe("Other inputs than before", () => {
  it("make a longer look-back without taking what is old for new", async () => {
    await poller.poll({ lookBackDays: "2" });
    const within = showLate(day);
    wait(hour);
    const delivered = idsOf(await poller.poll({ lookBackDays: "20" }));
    const older = showLate(10 * day);
    for (let count = 0; count < 25; count += 1) {
      wait(hour);
      delivered.push(...idsOf(await poller.poll({ lookBackDays: "20" })));
    }
    expect(delivered).toEqual([within.id, older.id]);
    expect(poller.lines).toEqual([]);
  });

  it("make a shorter look-back and a smaller state", async () => {
    await poller.poll({ lookBackDays: "30" });
    const before = JSON.stringify(poller.state).length;
    for (let count = 0; count < 26; count += 1) {
      wait(hour);
      await poller.poll({ lookBackDays: "1" });
    }
    expect(JSON.stringify(poller.state).length).toBeLessThan(before);
    const { id } = showLate(hour);
    expect(idsOf(await poller.poll({ lookBackDays: "1" }))).toEqual([id]);
  });

  it.each([
    ["another workspace", () => ({ workspaceId: gong.sandbox.company.workspaces[1]?.id })],
    ["private calls", () => ({ includePrivateCalls: "false" })],
  ])("start over with %s, and say so", async (_, inputs) => {
    await poller.poll();
    showLate(hour);
    expect(await poller.poll(inputs())).toMatchObject({ records: [], quiet: true });
    expect(poller.lines).toEqual([
      "warn: New Records: the saved state belongs to other inputs or another account. It starts over, and delivers what is new from now on.",
    ]);
    const { id } = showLate(hour, { workspaceId: gong.sandbox.company.workspaces[1]?.id });
    expect(idsOf(await poller.poll(inputs()))).toEqual([id]);
  });
});

describe("A state that cannot be used", () => {
  const damaged: [string, (state: string) => unknown][] = [
    ["of the connector before", () => ({ polling: { lastPolledAt: "2026-03-01T00:00:00Z" } })],
    ["with half an id", (state) => JSON.parse(state.replace(/("\d{6}":")./, "$1"))],
    ["with times as text", (state) => JSON.parse(state.replace(/\[\[(\d+)/, '[["$1"'))],
    ["without its coverage", (state) => JSON.parse(state.replace("coverage", "cover"))],
    [
      "with times that no date has",
      (state) => JSON.parse(state.replace(/\[\[\d+/, "[[8640000000000001")),
    ],
    [
      "with times from before all calls",
      (state) => JSON.parse(state.replace(/\[\[\d+/, "[[-8000000000000000")),
    ],
    [
      "that reaches back beyond all look-backs",
      (state) => JSON.parse(state.replace(/\[\[\d+/, "[[1000000000000")),
    ],
    [
      "of a time that no date has",
      (state) => JSON.parse(state.replace('savedAt":', 'savedAt":9999')),
    ],
  ];

  it.each(damaged)("%s is no reason to fail, nor to deliver what is old", async (_, damage) => {
    await poller.poll();
    const kept = JSON.stringify(poller.state);
    const replaced = damage(kept) as Record<string, unknown>;
    expect(JSON.stringify(replaced)).not.toBe(kept);
    poller.state = { __prismaticInternal: replaced.__prismaticInternal ?? replaced };
    expect(await poller.poll({ firstRun: "since", since: "2026-01-01" })).toMatchObject({
      records: [],
      quiet: true,
    });
    expect(poller.lines).toEqual([
      expect.stringMatching(/^warn: New Records: the saved state .* starts over, and delivers/),
    ]);
    const { id } = showLate(hour);
    expect(idsOf(await poller.poll())).toEqual([id]);
  });
});
