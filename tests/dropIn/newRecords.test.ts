import component from "../../src/index";
import { day, hour, minute } from "../../src/triggers/duration";
import { createContext } from "../support/context";
import type { TestGong } from "../support/gong";
import { createPoller, idsOf, type Poller } from "../support/polling/poller";
import { type PollStage, startPollStage } from "../support/polling/stage";

const start = Date.parse("2026-03-04T15:00:00Z");
let stage: PollStage;
let gong: TestGong;
let poller: Poller;
beforeEach(async () => {
  stage = await startPollStage(start);
  ({ gong, poller } = stage);
});
afterEach(() => stage.stop());

const now = () => stage.now();
const wait = (milliseconds: number) => stage.wait(milliseconds);
const showLate = (lateMs: number, more: object = {}) => stage.showLate(lateMs, more);
const addUser = () => stage.addUser();
/** The time that Gong lists a call by (G18). */
const listedAt = (call: { direction: string; scheduled: string | null; startedAt: number }) =>
  call.direction === "Conference" && call.scheduled ? Date.parse(call.scheduled) : call.startedAt;
const iso = (instant: number) => new Date(instant).toISOString();

const trigger = component.triggers?.pollChangesTrigger;

describe("B1: inputs", () => {
  it("come in the public order, and ours are optional and follow", () => {
    const inputs = trigger?.inputs ?? [];
    expect(inputs.map(({ key }) => key).join(" ")).toBe(
      "connection resourceType showNewRecords lookBackDate showUpdatedRecords includePrivateCalls workspaceId lateCallDays",
    );
    expect(inputs.filter(({ required }) => required)).toHaveLength(3);
  });
});

describe("B2: the body", () => {
  it("has created and updated, records as Gong gives them, and the payload is handed on", async () => {
    await poller.poll();
    const id = showLate(hour, { title: "Renewal", meetingUrl: null });
    const { call } = (await gong.run("getCallUsingGet", { callId: id })).data;
    expect(await poller.poll()).toMatchObject({ created: [call], updated: [], quiet: false });
    expect(poller.lastPayload).toEqual({
      headers: { "x-kept": "yes" },
      body: { data: { created: [call], updated: [], resourceType: "calls", more: false } },
    });
    expect(await poller.poll()).toMatchObject({ created: [], updated: [], quiet: true });
  });
});

describe("B3: Look-back Date", () => {
  const noDay = "be a day of the calendar, in the form YYYY-MM-DD";
  it.each([
    ...["2026-3-1", "20260301", "01/03/2026", "2026-03-01T00:00:00Z", 20260301, "2026-02-30"],
    ...["2026-13-01", "2025-02-29", "2026-03-00", "2026-03-05", "2999-01-01"],
  ])("%s is refused by name", async (lookBackDate) => {
    const isAhead = /^2026-03-05|^2999/.test(String(lookBackDate));
    expect((await poller.fail({ lookBackDate })).message).toBe(
      `Look-back Date must ${isAhead ? "not be in the future" : noDay}, for example 2026-03-01.`,
    );
    expect(gong.sandbox.requests).toEqual([]);
  });

  it.each(["", "  ", null, undefined])("%j is none", async (lookBackDate) => {
    expect(await poller.poll({ lookBackDate })).toMatchObject({ created: [], quiet: true });
  });

  it.each([
    [0, "true"],
    [3, "true"],
    [100, "true"],
    [3, "false"],
  ])("delivers all of %d days with the first poll, Show New Records %s", async (days, show) => {
    const first = Date.parse(iso(now() - days * day).slice(0, 10));
    const { calls } = gong.sandbox.company;
    const expected = idsOf(calls.filter((call) => listedAt(call) >= first));
    expected.push(showLate(now() - first));
    showLate(now() - first + 1);
    const inputs = { lookBackDate: iso(first).slice(0, 10), showNewRecords: show };
    expect(idsOf((await poller.poll(inputs)).created).sort()).toEqual(expected.sort());
    expect((await poller.poll(inputs)).created).toEqual([]);
  });

  it("counts with the first poll only, and not for users", async () => {
    await poller.poll();
    expect((await poller.poll({ lookBackDate: "2026-01-01" })).created).toEqual([]);
    poller = createPoller(gong, { resourceType: "users", lookBackDate: "2020-01-01" });
    expect(await poller.poll()).toMatchObject({ created: [], quiet: true });
  });
});

describe("B4: the first poll", () => {
  it.each(["calls", "users"])("of %s delivers nothing, and the next what is new", async (kind) => {
    const inputs = { resourceType: kind };
    expect(await poller.poll(inputs)).toMatchObject({ created: [], updated: [], quiet: true });
    const id = kind === "users" ? addUser() : showLate(minute);
    wait(5 * minute);
    expect(idsOf((await poller.poll(inputs)).created)).toEqual([id]);
  });
});

describe("B5: Show New Records", () => {
  it.each(["false", "", null, false])("%j moves on, and delivers nothing", async (off) => {
    for (const resourceType of ["calls", "users"]) {
      poller = createPoller(gong, { resourceType });
      await poller.poll({ showNewRecords: off });
      const make = resourceType === "users" ? addUser : () => showLate(minute);
      make();
      wait(5 * minute);
      const silent = await poller.poll({ showNewRecords: off });
      expect(silent).toMatchObject({ created: [], quiet: true });
      const next = make();
      wait(5 * minute);
      expect(idsOf((await poller.poll({ showNewRecords: true })).created)).toEqual([next]);
    }
  });
});

describe("B6: batching", () => {
  it("is declared as the public component declares it", () => {
    const declared = { triggerResolverSupport: "valid", triggerResolverDefaultBatchSize: 50 };
    expect(trigger).toMatchObject(declared);
  });

  it.each([
    [{ created: [1, 2], updated: [3] }, ["created 1", "created 2", "updated 3"]],
    [{ created: [1] }, ["created 1"]],
    [{ updated: [3] }, ["updated 3"]],
    [{}, []],
  ])("flattens %j", (data, expected) => {
    const { resolveTriggerItems } = trigger as unknown as {
      resolveTriggerItems(
        context: object,
        result: object,
      ): { changeType: string; record: number }[];
    };
    const items = resolveTriggerItems(createContext(), { payload: { body: { data } } });
    expect(items.map(({ changeType, record }) => `${changeType} ${record}`)).toEqual(expected);
  });

  it("drains page by page what a poll would hand on at once", async () => {
    await poller.drain();
    const ids = Array.from({ length: 450 }, () => showLate(hour));
    wait(5 * minute);
    const rounds = await poller.drain();
    expect(Math.max(...rounds.map(({ length }) => length))).toBeLessThan(200);
    const items = rounds.flat();
    expect(items.map(({ record }) => record.id).sort()).toEqual(ids.sort());
    expect(new Set(items.map(({ changeType }) => changeType))).toEqual(new Set(["created"]));
    expect((await poller.drain()).flat()).toEqual([]);
  });
});

describe("B7: the public component's saved state", () => {
  it("is gone on from for calls: nothing lost, nothing repeated, late calls once", async () => {
    const lastPolledAt = now() - 3 * hour;
    const seeded = [...gong.sandbox.company.calls];
    // Delivered there, or from before that component began.
    showLate(5 * hour);
    showLate(4 * day);
    const between = showLate(2 * hour);
    const stillGoingOn = showLate(4 * hour, { duration: 2 * 3600 });
    const atThatInstant = showLate(3 * hour);
    poller.state = { lastPolledAt: iso(lastPolledAt) };
    const first = await poller.poll({ lookBackDate: "2026-01-01" });
    const earlier = seeded.filter(
      (call) =>
        listedAt(call) >= lastPolledAt || call.startedAt + call.duration * 1000 > lastPolledAt,
    );
    const expected = [between, stillGoingOn, atThatInstant, ...earlier.map(({ id }) => id)];
    expect(idsOf(first.created).sort()).toEqual(expected.sort());

    const late = [showLate(20 * hour), showLate(5 * day)];
    const delivered = await stage.pollFor(26 * hour, hour);
    expect(delivered.map(([id]) => id).sort()).toEqual(late.sort());
    expect(poller.lines).toEqual([]);
  });

  it("delivers all since a last poll that is older than late calls are watched for", async () => {
    const ids = [showLate(40 * day), showLate(12 * day)];
    showLate(51 * day);
    poller.state = { lastPolledAt: iso(now() - 50 * day) };
    const { created } = await poller.poll();
    expect(idsOf(created)).toEqual(expect.arrayContaining(ids));
    expect(created).toHaveLength(
      gong.sandbox.company.calls.filter(({ startedAt }) => startedAt >= now() - 50 * day).length,
    );
  });

  it("is gone on from for users: those it does not know are new", async () => {
    const knownIds = gong.sandbox.company.users.map(({ id }) => id);
    const meanwhile = addUser();
    poller.state = { lastPolledAt: iso(now() - day), knownIds };
    const inputs = { resourceType: "users", showUpdatedRecords: "true" };
    expect(await poller.poll(inputs)).toMatchObject({ created: [{ id: meanwhile }], updated: [] });
    const next = addUser();
    wait(5 * minute);
    expect(await poller.poll(inputs)).toMatchObject({ created: [{ id: next }], updated: [] });
    expect(poller.lines).toEqual([]);
  });

  it("is not lost when a batched flow breaks off in its first round", async () => {
    const ids = Array.from({ length: 250 }, () => showLate(hour));
    poller.state = { lastPolledAt: iso(now() - 70 * minute) };
    await poller.drain({}, (round) => (round === 0 ? "stateOnly" : "all"));
    wait(hour);
    const delivered = (await poller.drain()).flat().map(({ record }) => record.id);
    expect(delivered).toEqual(expect.arrayContaining(ids));
    expect(new Set(delivered).size).toBe(delivered.length);
  });

  it("moves on with Show New Records off, as it did there", async () => {
    showLate(hour);
    poller.state = { lastPolledAt: iso(now() - 3 * hour) };
    expect(await poller.poll({ showNewRecords: "false" })).toMatchObject({ created: [] });
    expect((await poller.poll()).created).toEqual([]);
  });

  it.each([{ lastPolledAt: "last week" }, { cursor: 7 }])(
    "that is none is no reason to fail, nor to deliver what is old: %j",
    async (state) => {
      poller.state = state;
      expect(await poller.poll({ lookBackDate: "2026-01-01" })).toMatchObject({ created: [] });
      expect(poller.lines).toEqual([
        "warn: New Records: the saved state belongs to another account, other inputs, or another version. It starts over and delivers what is new from now on.",
      ]);
    },
  );
});

describe("B8: changed users", () => {
  it("start no flow, unless Show Updated Records is on", async () => {
    poller = createPoller(gong, { resourceType: "users" });
    await poller.poll();
    const user = gong.sandbox.company.users.find(({ avatar }) => !avatar);
    const change = (title: string) => Object.assign(user ?? {}, { title });
    change("Vice President");
    const inputs = { showUpdatedRecords: "true" };
    for (const more of [{}, inputs]) {
      wait(5 * minute);
      expect(await poller.poll(more)).toMatchObject({ created: [], updated: [], quiet: true });
    }
    change("President");
    wait(5 * minute);
    const updated = [{ id: user?.id, title: "President" }];
    expect(await poller.poll(inputs)).toMatchObject({ created: [], updated, quiet: false });
  });
});
