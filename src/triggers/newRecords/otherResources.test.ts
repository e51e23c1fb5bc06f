import { startGong, type TestGong } from "../../../tests/support/gong";
import { createPoller, shareClock } from "../../../tests/support/newRecords/poller";
import { day, hour, minute } from "./duration";

const start = Date.parse("2026-03-04T15:00:00Z");

let gong: TestGong;
let wait: (milliseconds: number) => void;
beforeEach(async () => {
  gong = await startGong({ callCount: 80, now: () => start });
  wait = shareClock(gong);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await gong.stop();
});

const now = () => gong.sandbox.clock.now();
const quiet = { records: [], newIds: [], changedIds: [], quiet: true };

/** A user whom polls see, and a copy with another id. */
function someUser() {
  const user = gong.sandbox.company.users.find(({ avatar }) => !avatar);
  if (!user) throw new Error("The company has no users.");
  return { user, newUser: (id: string, more = {}) => ({ ...structuredClone(user), id, ...more }) };
}

describe("A poll for users", () => {
  it("delivers new and changed users, and tells them apart", async () => {
    const poller = createPoller(gong, { resourceType: "users" });
    expect(await poller.poll()).toMatchObject(quiet);
    const { user, newUser } = someUser();
    gong.sandbox.company.users.push(newUser("9007199254740993"));
    user.title = "Vice President";
    wait(5 * minute);
    const polled = await poller.poll();
    const read = async (userId: string) => (await gong.run("getUser", { userId })).data.user;
    expect(polled).toMatchObject({
      newIds: ["9007199254740993"],
      changedIds: [user.id],
      quiet: false,
    });
    expect(polled.records).toEqual(
      expect.arrayContaining([await read(user.id), await read("9007199254740993")]),
    );
    wait(5 * minute);
    expect(await poller.poll()).toMatchObject(quiet);
  });

  it("delivers changed ones alone when new ones are not shown", async () => {
    const poller = createPoller(gong, { resourceType: "users", showNewRecords: "false" });
    await poller.poll();
    const { user, newUser } = someUser();
    gong.sandbox.company.users.push(newUser("5"));
    user.title = "Vice President";
    expect(await poller.poll()).toMatchObject({ newIds: [], changedIds: [user.id] });
    const added = gong.sandbox.company.users.find(({ id }) => id === "5");
    if (added) added.title = "Trainee";
    expect(await poller.poll()).toMatchObject({ newIds: [], changedIds: ["5"] });
  });

  it("delivers those created since a date at first when it is to", async () => {
    const inputs = { resourceType: "users", firstRun: "since", since: new Date(now() - day) };
    const { newUser } = someUser();
    gong.sandbox.company.users.push(
      newUser("5", { created: new Date(now() - hour).toISOString() }),
      newUser("6", { created: new Date(now() - 9 * day).toISOString() }),
    );
    const poller = createPoller(gong, inputs);
    expect((await poller.poll()).newIds).toContain("5");
    expect(await poller.poll()).toMatchObject(quiet);
  });

  it("does not take users for new who were off the list for a while", async () => {
    const poller = createPoller(gong, { resourceType: "users" });
    await poller.poll();
    const all = gong.sandbox.company.users.splice(0);
    expect(await poller.poll()).toMatchObject(quiet);
    gong.sandbox.company.users.push(...all);
    expect(await poller.poll()).toMatchObject(quiet);
  });

  it("reads a long list less often, a page a minute", async () => {
    const { newUser } = someUser();
    for (let id = 1; id <= 800; id += 1) gong.sandbox.company.users.push(newUser(String(id)));
    const poller = createPoller(gong, { resourceType: "users" });
    await poller.poll();
    gong.sandbox.clearRequests();
    for (let count = 0; count < 12; count += 1) {
      wait(5 * minute);
      await poller.poll();
    }
    const { length } = gong.sandbox.requests;
    expect(length).toBeGreaterThan(40);
    expect(length).toBeLessThanOrEqual(60);
  });

  it("takes nobody for changed when fingerprints are made of other fields", async () => {
    const poller = createPoller(gong, { resourceType: "users" });
    await poller.poll();
    const kept = JSON.stringify(poller.state);
    poller.state = JSON.parse(
      kept.replace(/"fields":"[^"]+"/, '"fields":"before"').replace(/:"[\w-]{6}"/g, ':"------"'),
    );
    expect(JSON.stringify(poller.state)).not.toBe(kept);
    expect(await poller.poll()).toMatchObject(quiet);
    const { user } = someUser();
    user.title = "Vice President";
    expect(await poller.poll()).toMatchObject({ changedIds: [user.id] });
  });
});

/** A call with a transcript, some time after it took place. */
const showCall = (lateMs: number, more: object = {}) =>
  gong.sandbox.createCall({ startedAt: now() - lateMs, ...more });

describe("A poll for transcripts", () => {
  it("delivers the transcript of each new call as Gong gives it, once", async () => {
    const poller = createPoller(gong, { resourceType: "transcripts" });
    expect(await poller.poll()).toMatchObject(quiet);
    const calls = [hour, 20 * hour].map((late) => showCall(late));
    const ids = calls.map(({ id }) => id);
    gong.sandbox.clearRequests();
    const delivered: object[] = [];
    for (let count = 0; count < 14; count += 1) {
      wait(5 * minute);
      delivered.push(...(await poller.poll()).records);
    }
    const { data } = await gong.run("getCallTranscript", { callIds: ids });
    expect(delivered).toHaveLength(2);
    expect(delivered).toEqual(expect.arrayContaining(data.callTranscripts));
    const asked = gong.sandbox.requests.filter(({ method }) => method === "POST").slice(0, -1);
    expect(asked.map(({ body }) => body)).toEqual([
      { filter: { callIds: expect.arrayContaining(ids) } },
    ]);
  });

  it("leaves out those of private calls when it is to", async () => {
    const inputs = { resourceType: "transcripts", includePrivateCalls: "false" };
    const poller = createPoller(gong, inputs);
    await poller.poll();
    showCall(hour, { isPrivate: true });
    const open = showCall(hour);
    expect((await poller.poll()).newIds).toEqual([open.id]);
  });

  it("delivers those of calls since a date at first when it is to", async () => {
    const call = showCall(2 * day);
    const inputs = { firstRun: "since", since: new Date(now() - 3 * day) };
    const poller = createPoller(gong, { resourceType: "transcripts", ...inputs });
    expect((await poller.poll()).newIds).toContain(call.id);
    expect(await poller.poll()).toMatchObject(quiet);
  });

  it("asks with ids alone also in one workspace, since Gong takes one or the other (G29)", async () => {
    const [workspace] = gong.sandbox.company.workspaces;
    const poller = createPoller(gong, { resourceType: "transcripts", workspaceId: workspace?.id });
    await poller.poll();
    const call = showCall(hour, { workspaceId: workspace?.id });
    expect((await poller.poll()).newIds).toEqual([call.id]);
  });
});

/** Somebody's review of some call, at some time. */
function review(reviewedAt: number, more: object = {}) {
  const { answeredScorecards } = gong.sandbox.company;
  const [pattern] = answeredScorecards;
  if (!pattern) throw new Error("The company has reviewed nothing.");
  const answeredScorecardId = `7${String(answeredScorecards.length).padStart(17, "0")}7`;
  const reviewTime = new Date(reviewedAt).toISOString();
  answeredScorecards.push({ ...pattern, answeredScorecardId, reviewTime, ...more });
  return answeredScorecardId;
}

describe("A poll for answered scorecards", () => {
  const inputs = { resourceType: "answeredScorecards" };

  it("delivers reviews by people and by AI, once, with their ids whole", async () => {
    const poller = createPoller(gong, inputs);
    expect(await poller.poll()).toMatchObject(quiet);
    const ids = [
      review(now() - minute, { reviewMethod: "MANUAL" }),
      review(now() - 90 * minute, { reviewMethod: "AUTOMATIC" }),
    ];
    gong.sandbox.clearRequests();
    wait(5 * minute);
    const polled = await poller.poll();
    expect([...polled.newIds].sort()).toEqual(ids.sort());
    expect(gong.sandbox.requests.map(({ body }) => body)).toEqual([
      { filter: { reviewFromDate: "2026-03-04", reviewMethod: "BOTH" } },
    ]);
    for (let count = 0; count < 30; count += 1) {
      wait(hour);
      expect(await poller.poll()).toMatchObject(quiet);
    }
  });

  it("finds within a day those that are shown days late", async () => {
    const poller = createPoller(gong, inputs);
    await poller.poll();
    const id = review(now() - 6.5 * day);
    const delivered: string[] = [];
    for (let count = 0; count < 24; count += 1) {
      wait(hour);
      delivered.push(...(await poller.poll()).newIds);
    }
    expect(delivered).toEqual([id]);
  });

  it("delivers those since a date at first when it is to, also from before the look-back", async () => {
    const since = now() - 60 * day;
    const { answeredScorecards } = gong.sandbox.company;
    const expected = answeredScorecards
      .filter(({ reviewTime }) => Date.parse(reviewTime) >= since)
      .map(({ answeredScorecardId }) => answeredScorecardId);
    const poller = createPoller(gong, { ...inputs, firstRun: "since", since: new Date(since) });
    expect([...(await poller.poll()).newIds].sort()).toEqual(expected.sort());
    for (let count = 0; count < 5; count += 1) {
      wait(12 * hour);
      expect(await poller.poll()).toMatchObject(quiet);
    }
  });

  it("takes nothing old for new when the look-back grows", async () => {
    const poller = createPoller(gong, { ...inputs, lookBackDays: "2" });
    await poller.poll();
    for (let count = 0; count < 5; count += 1) {
      wait(12 * hour);
      expect(await poller.poll({ lookBackDays: "30" })).toMatchObject(quiet);
    }
  });

  it("reads many reviews a day less often, a page a minute", async () => {
    for (let count = 0; count < 1_500; count += 1) review(now() - count * 20_000);
    const poller = createPoller(gong, inputs);
    await poller.poll();
    gong.sandbox.clearRequests();
    for (let count = 0; count < 12; count += 1) {
      wait(5 * minute);
      await poller.poll();
    }
    const { length } = gong.sandbox.requests;
    expect(length).toBeGreaterThan(40);
    expect(length).toBeLessThanOrEqual(75);
  });
});

describe.each(["calls", "transcripts", "answeredScorecards"])(
  "A poll for %s without new records",
  (resourceType) => {
    it("asks nothing, says why, and takes nothing for new that came meanwhile", async () => {
      const poller = createPoller(gong, { resourceType });
      expect(await poller.poll({ showNewRecords: "false" })).toMatchObject(quiet);
      expect(await poller.poll({ showNewRecords: "false" })).toMatchObject(quiet);
      expect(gong.sandbox.requests).toEqual([]);
      expect(poller.lines).toHaveLength(2);
      expect(poller.lines[0]).toMatch(/^warn: New Records: Show New Records is off/);
      expect(await poller.poll()).toMatchObject(quiet);
    });
  },
);

describe("A damaged state of users", () => {
  it.each([{ pages: 1e9 }, { pages: 8e15 }, { pages: 0 }, { readAt: 8e15 }])(
    "with %j keeps polls from the list for a day at most",
    async (damage) => {
      const poller = createPoller(gong, { resourceType: "users" });
      await poller.poll();
      const { __prismaticInternal: internal } = poller.state as {
        __prismaticInternal: { polling: { found: object } };
      };
      Object.assign(internal.polling.found, damage);
      gong.sandbox.company.users.push(someUser().newUser("5"));
      wait(day);
      expect(await poller.poll()).toMatchObject({ newIds: ["5"] });
      expect(poller.lines).toEqual([]);
    },
  );
});

describe.each(["calls", "users", "transcripts", "answeredScorecards"])(
  "A damaged state of %s",
  (resourceType) => {
    it("is no reason to fail, nor to deliver what is old", async () => {
      const poller = createPoller(gong, { resourceType });
      await poller.poll();
      showCall(hour);
      review(now() - hour);
      const { __prismaticInternal: internal } = poller.state as {
        __prismaticInternal: { polling: object };
      };
      poller.state = { __prismaticInternal: { polling: { ...internal.polling, found: { a: 1 } } } };
      expect(await poller.poll()).toMatchObject(quiet);
      expect(poller.lines[0]).toMatch(/the saved state is damaged/);
    });

    it.each([
      "8000000000000001",
      "8640000000000001",
      "-8640000000000000",
      "-8000000000000000",
      "-1",
      "9e99",
      '"1"',
      "null",
      "1.5",
    ])("in which every time is %s is not reckoned with", async (time) => {
      const poller = createPoller(gong, { resourceType });
      await poller.poll();
      showCall(hour);
      await poller.poll();
      const kept = JSON.stringify(poller.state).replace(/"savedAt":\d+/, '"savedAt":0');
      const damaged = kept.replace(/\b\d{13}\b/g, time);
      expect(damaged).not.toBe(kept);
      poller.state = JSON.parse(damaged);
      expect(await poller.poll()).toMatchObject(quiet);
      expect(poller.lines).toEqual([expect.stringMatching(/the saved state is damaged/)]);
    });

    it.each(["8000000000000000", "0"])(
      "in which every time is %s makes no date that there is none of",
      async (time) => {
        const poller = createPoller(gong, { resourceType });
        await poller.poll();
        const kept = JSON.stringify(poller.state);
        poller.state = JSON.parse(kept.replace(/\b\d{13}\b/g, time));
        const outcome = await poller.poll().catch((error: Error) => error.name);
        if (typeof outcome === "string") expect(outcome).toBe("GongError");
        expect(gong.sandbox.requests.length).toBeGreaterThan(0);
      },
    );
  },
);
