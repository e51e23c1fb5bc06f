import type { Fault } from "../../../sandbox";
import { createPoller } from "../../../tests/support/polling/poller";
import { idOf, type PollStage, startPollStage } from "../../../tests/support/polling/stage";
import { hour, minute } from "../duration";

const start = Date.parse("2026-03-04T15:00:00Z");
let stage: PollStage;
beforeEach(async () => {
  stage = await startPollStage(start);
});
afterEach(() => stage.stop());

const poll = async () => (await stage.poller.poll()).created.map(idOf);
/** More calls than a page holds, so that a listing of them breaks off in the middle. */
const showMany = (): string[] => Array.from({ length: 230 }, () => stage.showLate(hour)).sort();

const faults: [string, Fault][] = [
  ["unavailable", { kind: "status", status: 503, times: 5 }],
  ["daily_limit", { kind: "status", status: 429, retryAfter: 30_000 }],
  ["unreachable", { kind: "cut", when: "during", times: 5 }],
  ["unreadable_answer", { kind: "html", status: 200, times: 5 }],
  ["not_authorized", { kind: "status", status: 401 }],
];

describe("A poll that fails", () => {
  it.each(faults)("leaves the state and loses nothing: %s", async (code, fault) => {
    await poll();
    const before = JSON.stringify(stage.poller.state);
    const ids = showMany();
    stage.wait(5 * minute);
    // The first page passes, the second does not.
    stage.gong.sandbox.faults.next({ kind: "delay", milliseconds: 0 });
    stage.gong.sandbox.faults.next(fault);
    expect(await stage.poller.fail()).toMatchObject({ code });
    expect(JSON.stringify(stage.poller.state)).toBe(before);
    stage.gong.sandbox.faults.clear();
    stage.wait(5 * minute);
    expect((await poll()).sort()).toEqual(ids);
    expect(await poll()).toEqual([]);
  });

  it("at the very first leaves a first poll to come", async () => {
    stage.gong.sandbox.faults.next({ kind: "status", status: 503, times: 5 });
    await stage.poller.fail();
    expect(stage.poller.state).toEqual({});
    expect(await poll()).toEqual([]);
  });
});

/** The list that each resource is read from. */
const lists = [
  { resourceType: "calls", path: "/v2/calls", list: "calls" },
  { resourceType: "users", path: "/v2/users", list: "users" },
  { resourceType: "transcripts", path: "/v2/calls/transcript", list: "callTranscripts" },
  {
    resourceType: "answeredScorecards",
    path: "/v2/stats/activity/scorecards",
    list: "answeredScorecards",
  },
];
const oddLists: [string, unknown, number][] = [
  ["a record without an ID", [{ title: "Renewal" }], 1],
  ["null for a record", [null], 1],
  // What has no list may be some proxy's, and is asked for again.
  ["null for the list", null, 5],
];

describe.each(lists)("A page of $list", ({ resourceType, path, list }) => {
  it.each(oddLists)("with %s is an error, and nothing is lost", async (_, records, attempts) => {
    stage.poller = createPoller(stage.gong, { resourceType });
    await poll();
    const before = JSON.stringify(stage.poller.state);
    const callId = stage.showLate(hour);
    const ids = {
      calls: callId,
      transcripts: callId,
      users: stage.addUser(),
      answeredScorecards: stage.review(start + minute),
    };
    stage.wait(5 * minute);
    const body = { requestId: "r", records: { totalRecords: 1 }, [list]: records };
    stage.gong.sandbox.faults.next({ kind: "status", status: 200, body, path, times: attempts });
    expect(await stage.poller.fail()).toMatchObject({ code: "unreadable_answer", attempts });
    expect(stage.gong.sandbox.faults.pending).toBe(0);
    expect(JSON.stringify(stage.poller.state)).toBe(before);
    expect(await poll()).toEqual([ids[resourceType as keyof typeof ids]]);
  });
});
