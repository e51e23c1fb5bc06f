import { idsOf } from "../../../tests/support/polling/poller";
import { type PollStage, startPollStage } from "../../../tests/support/polling/stage";
import { day, hour, minute } from "../duration";

const start = Date.parse("2026-03-04T15:00:00Z");
let stage: PollStage;
beforeEach(async () => {
  stage = await startPollStage(start);
});
afterEach(() => stage.stop());

const poll = async (inputs = {}) => idsOf((await stage.poller.poll(inputs)).created);
const workspace = (index: number) => ({
  workspaceId: stage.gong.sandbox.company.workspaces[index]?.id,
});

describe("A poll for calls", () => {
  it("asks for the days of the look-back, and for what is planned", async () => {
    await poll();
    expect(stage.gong.sandbox.requests.map(({ path }) => path)).toEqual(Array(8).fill("/v2/calls"));
    const queries = stage.gong.sandbox.requests.map(({ query }) => query);
    expect([queries[0], queries[1], queries[7]]).toEqual([
      { fromDateTime: "2026-02-25T14:50:00Z", toDateTime: "2026-02-26T00:00:00Z" },
      { fromDateTime: "2026-02-26T00:00:00Z", toDateTime: "2026-02-27T00:00:00Z" },
      { fromDateTime: "2026-03-04T00:00:00Z", toDateTime: "2026-04-03T15:00:00Z" },
    ]);
    stage.gong.sandbox.clearRequests();
    stage.wait(5 * minute);
    await poll();
    expect(stage.gong.sandbox.requests.map(({ query }) => query)).toEqual([
      { fromDateTime: "2026-03-04T12:30:00Z", toDateTime: "2026-04-03T15:05:00Z" },
    ]);
  });

  it("finds a web conference at once, whenever it was planned for, and once", async () => {
    await poll();
    const planned = [-1, 3, 72].map((ahead) => {
      const scheduled = new Date(stage.now() + ahead * hour).toISOString();
      return stage.showLate(30 * minute, { direction: "Conference", scheduled });
    });
    stage.wait(5 * minute);
    expect((await poll()).sort()).toEqual(planned.sort());
    expect(await stage.pollFor(5 * day, 2 * hour)).toEqual([]);
  });

  it("does not take a call for new whose planned time was moved", async () => {
    const scheduled = new Date(stage.now() - hour).toISOString();
    const id = stage.showLate(hour, { direction: "Conference", scheduled });
    await poll();
    const call = stage.gong.sandbox.company.calls.find((each) => each.id === id);
    if (call) call.scheduled = new Date(stage.now() + 30 * hour).toISOString();
    expect(await stage.pollFor(9 * day, 6 * hour)).toEqual([]);
  });

  it("keeps IDs whole, and takes numbers", async () => {
    await poll();
    const ids = ["9007199254740993", "9007199254740992", "99999999999999999999"];
    for (const id of ids) stage.showLate(hour, { id });
    expect(await poll()).toEqual(expect.arrayContaining(ids));
    const body = { requestId: "r", records: { totalRecords: 1 }, calls: [{ id: 42 }] };
    for (const expected of [[42], []]) {
      stage.gong.sandbox.faults.next({ kind: "status", status: 200, body });
      expect(await poll()).toEqual(expected);
    }
  });

  it("asks for one workspace alone, and starts over with another", async () => {
    await poll(workspace(1));
    stage.showLate(hour, workspace(0));
    const wanted = stage.showLate(hour, workspace(1));
    expect(await poll(workspace(1))).toEqual([wanted]);
    expect(stage.gong.sandbox.requests.at(-1)?.query).toMatchObject(workspace(1));
    expect(await poll(workspace(0))).toEqual([]);
    expect(stage.poller.lines).toEqual([
      "warn: New Records: the saved state belongs to another account, other inputs, or another version. It starts over and delivers what is new from now on.",
    ]);
  });

  it.each(["users", "answeredScorecards"])("of one workspace is refused for %s", async (kind) => {
    const { message } = await stage.poller.fail({ resourceType: kind, ...workspace(0) });
    expect(message).toBe("Workspace Id must be blank for users and answered scorecards.");
  });

  it("hands on at most two thousand, and the rest with the next polls", async () => {
    await poll();
    const ids = Array.from({ length: 2_150 }, () => stage.showLate(hour));
    const polled = await stage.poller.poll();
    expect([polled.created.length, polled.more]).toEqual([1_900, true]);
    stage.wait(2 * hour);
    const delivered = [...idsOf(polled.created), ...(await poll())];
    expect(delivered.sort()).toEqual(ids.sort());
  });
});

describe("Private calls", () => {
  const without = { includePrivateCalls: "false" };
  const makePublic = (id: string) => {
    const call = stage.gong.sandbox.company.calls.find((each) => each.id === id);
    if (call) call.isPrivate = false;
  };

  it("come unless they are left out, and then when they are made public", async () => {
    const before = stage.showLate(hour, { isPrivate: true });
    await poll(without);
    const secret = stage.showLate(hour, { isPrivate: true });
    const open = stage.showLate(hour);
    expect(await poll(without)).toEqual([open]);
    makePublic(secret);
    makePublic(before);
    expect(await poll(without)).toEqual([secret]);
    const other = stage.showLate(hour, { isPrivate: true });
    expect(await poll()).toEqual([other]);
  });
});

describe("Days to Watch for Late Calls", () => {
  it("can grow without taking what is old for new", async () => {
    await poll({ lateCallDays: "2" });
    const within = stage.showLate(day);
    stage.wait(hour);
    expect(await poll({ lateCallDays: "20" })).toEqual([within]);
    const older = stage.showLate(10 * day);
    const delivered = await stage.pollFor(25 * hour, hour, { lateCallDays: "20" });
    expect(delivered.map(([id]) => id)).toEqual([older]);
  });

  it("can shrink, and the state with it", async () => {
    await poll({ lateCallDays: "20" });
    const before = JSON.stringify(stage.poller.state).length;
    await stage.pollFor(26 * hour, hour, { lateCallDays: "1" });
    expect(JSON.stringify(stage.poller.state).length).toBeLessThan(before);
    expect(await poll({ lateCallDays: "20" })).toEqual([]);
  });
});

describe("A clock that is behind the saved state", () => {
  it("counts as standing still: nothing is lost or repeated", async () => {
    stage.wait(3 * hour);
    await poll();
    const saved = stage.poller.state;
    await stage.stop();
    stage = await startPollStage(start);
    stage.poller.state = {
      ...saved,
      subject: String(saved.subject).replace(/http\S+/, stage.gong.sandbox.url),
    };
    const id = stage.showLate(10 * minute);
    expect(await poll()).toEqual([]);
    expect(stage.gong.sandbox.requests.at(-1)?.query.toDateTime).toBe("2026-04-03T18:00:00Z");
    expect(await stage.pollFor(4 * hour, hour)).toEqual([[id, expect.any(Number)]]);
  });
});

describe("A batched flow", () => {
  it.each(["stateOnly", "itemsOnly"] as const)(
    "hands a round out again of which the platform kept one part: %s",
    async (part) => {
      await stage.poller.drain();
      const ids = Array.from({ length: 250 }, () => stage.showLate(hour)).sort();
      for (const at of [0, 1, 2, 3]) {
        const { state } = stage.poller;
        const before = await stage.poller.drain({}, (round) => (round === at ? part : "all"));
        // A run that is not heard of counts as going on for so long.
        stage.wait(20 * minute);
        const delivered = [...before, ...(await stage.poller.drain())].flat();
        expect([...new Set(delivered.map(({ record }) => record.id))].sort()).toEqual(ids);
        expect((await stage.poller.drain()).flat()).toEqual([]);
        stage.poller.state = state;
      }
    },
  );
});
