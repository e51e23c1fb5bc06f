import type { Fault } from "../../../sandbox";
import { startGong, type TestGong } from "../../../tests/support/gong";
import { createPoller, type Poller, shareClock } from "../../../tests/support/newRecords/poller";
import type { GongError } from "../../client/errors";
import { hour, minute } from "./duration";

const start = Date.parse("2026-03-04T15:00:00Z");

let gong: TestGong;
let wait: (milliseconds: number) => void;
let poller: Poller;
beforeEach(async () => {
  gong = await startGong({ callCount: 20, now: () => start });
  wait = shareClock(gong);
  poller = createPoller(gong);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await gong.stop();
});

const showLate = (lateMs: number) =>
  gong.sandbox.createCall({ startedAt: gong.sandbox.clock.now() - lateMs }).id;

/** More calls than a page holds, so that a listing of them breaks off in the middle. */
const showMany = (): string[] => Array.from({ length: 230 }, () => showLate(hour)).sort();

const faults: [string, Fault, Partial<GongError>][] = [
  ["Gong is out of order", { kind: "status", status: 503, times: 5 }, { code: "unavailable" }],
  [
    "the daily limit is used up",
    { kind: "status", status: 429, retryAfter: 30_000 },
    { code: "daily_limit" },
  ],
  ["the connection is cut", { kind: "cut", when: "during", times: 5 }, { code: "unreachable" }],
  [
    "a proxy answers in Gong's place",
    { kind: "html", status: 200, times: 5 },
    { code: "unreadable_answer" },
  ],
  ["the answer breaks off", { kind: "truncatedJson", times: 5 }, { code: "unreadable_answer" }],
  ["the key was revoked", { kind: "status", status: 401 }, { code: "not_authorized" }],
];

describe("A poll that fails", () => {
  it.each(faults)("loses nothing and repeats nothing when %s", async (_, fault, error) => {
    await poller.poll();
    const before = JSON.stringify(poller.state);
    const ids = showMany();
    wait(5 * minute);
    gong.sandbox.faults.next(fault);
    expect(await poller.fail()).toMatchObject(error);
    expect(JSON.stringify(poller.state)).toBe(before);
    gong.sandbox.faults.clear();

    wait(5 * minute);
    expect([...(await poller.poll()).newIds].sort()).toEqual(ids);
    wait(5 * minute);
    expect(await poller.poll()).toMatchObject({ records: [], quiet: true });
  });

  it("in the middle of a listing begins it again", async () => {
    await poller.poll();
    const ids = showMany();
    wait(5 * minute);
    // The first page passes, the second does not.
    const onSecond = jest.fn();
    gong.sandbox.faults.next({ kind: "delay", milliseconds: 0 });
    gong.sandbox.faults.next({ kind: "status", status: 400, errors: ["No"] });
    await poller.fail().then(onSecond);
    expect(onSecond.mock.calls[0]?.[0]).toMatchObject({ code: "bad_request", recordsRead: 100 });
    expect([...(await poller.poll()).newIds].sort()).toEqual(ids);
  });

  it("catches up after hours in which every poll failed", async () => {
    await poller.poll();
    const ids: string[] = [];
    gong.sandbox.faults.next({ kind: "status", status: 503, times: 1_000 });
    for (let count = 0; count < 9; count += 1) {
      wait(hour);
      ids.push(showLate(10 * minute));
      await poller.fail();
    }
    gong.sandbox.faults.clear();
    expect([...(await poller.poll()).newIds].sort()).toEqual(ids.sort());
  });

  it("at the very first leaves a first poll to come", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 503, times: 5 });
    await poller.fail();
    expect(poller.state).toEqual({});
    expect(await poller.poll()).toMatchObject({ records: [], quiet: true });
  });

  it("names the scope that is missing", async () => {
    const connection = gong.oauthConnection(["api:users:read"]);
    expect(await poller.fail({ connection })).toMatchObject({
      code: "missing_scope",
      scope: "api:calls:read:basic",
    });
  });
});

describe("A listing whose cursor expires on the way", () => {
  it("starts over and delivers each call once", async () => {
    await poller.poll();
    const ids = showMany();
    gong.sandbox.faults.next({ kind: "delay", milliseconds: 0 });
    gong.sandbox.faults.next({ kind: "status", status: 400, errors: ["cursor has expired"] });
    expect([...(await poller.poll()).newIds].sort()).toEqual(ids);
  });
});

/** The list that each resource is read from, and a record of it that cannot be told from others. */
const lists = [
  { resourceType: "calls", path: "/v2/calls", list: "calls", operation: "List Calls" },
  { resourceType: "users", path: "/v2/users", list: "users", operation: "List Users" },
  {
    resourceType: "transcripts",
    path: "/v2/calls/transcript",
    list: "callTranscripts",
    operation: "Get Call Transcript",
  },
  {
    resourceType: "answeredScorecards",
    path: "/v2/stats/activity/scorecards",
    list: "answeredScorecards",
    operation: "List Answered Scorecards",
  },
];
const oddLists: [string, unknown][] = [
  ["a record without an id", [{ title: "Renewal" }]],
  ["a blank id", [{ id: "", callId: "", answeredScorecardId: "" }]],
  ["null for an id", [{ id: null, callId: null, answeredScorecardId: null }]],
  ["an object for an id", [{ id: {}, callId: [], answeredScorecardId: {} }]],
  ["null for a record", [null]],
  ["a number for a record", [7]],
  ["text for a record", ["7"]],
  ["a list for a record", [[]]],
  ["an object for the list", { id: "7", callId: "7", answeredScorecardId: 7 }],
  ["null for the list", null],
  ["no list", undefined],
];

describe.each(lists)("A page of $list", ({ resourceType, path, list, operation }) => {
  it.each(oddLists)("with %s is an error, and nothing is lost or moved on", async (_, records) => {
    poller = createPoller(gong, { resourceType });
    await poller.poll();
    const before = JSON.stringify(poller.state);
    const call = showLate(hour);
    const [user, scorecard] = [gong.sandbox.company.users, gong.sandbox.company.answeredScorecards];
    user.push({ ...structuredClone(user[0]), id: "9007199254740993" } as (typeof user)[0]);
    const reviewTime = new Date(start + minute).toISOString();
    const answeredScorecardId = "9007199254740994";
    scorecard.push({ ...scorecard[0], answeredScorecardId, reviewTime } as (typeof scorecard)[0]);
    wait(5 * minute);
    const body = {
      requestId: "4al018gzaztcr8nbukw",
      records: { totalRecords: 1 },
      [list]: records,
    };
    // A list with odd records would be the same again; what has no list may be some proxy's.
    const attempts = Array.isArray(records) ? 1 : 5;
    gong.sandbox.faults.next({ kind: "status", status: 200, body, path, times: attempts });
    const requests = gong.sandbox.requests.length;
    const error = await poller.fail();
    expect(error).toMatchObject({
      name: "GongError",
      code: "unreadable_answer",
      operation,
      requestId: "4al018gzaztcr8nbukw",
      attempts,
    });
    const why =
      attempts === 1
        ? "Gong gave no list in which every record has its id. Nothing of it was used, and nothing is lost. Run it again; if it stays, tell Gong's support."
        : `the answer was not one of Gong's. Something between here and Gong answered in its place, or the answer broke off. Check that the Base URL (${gong.sandbox.url}) is the API address shown in Gong. Tried 5 times.`;
    expect(error.message).toBe(`${operation} failed: ${why} Gong request id: 4al018gzaztcr8nbukw.`);
    expect(gong.sandbox.faults.pending).toBe(0);
    const sent = gong.sandbox.requests.slice(requests).map((request) => request.path);
    expect(sent.filter((each) => each === path)).toHaveLength(attempts);
    expect(JSON.stringify(poller.state)).toBe(before);

    const ids = {
      calls: call,
      transcripts: call,
      users: "9007199254740993",
      answeredScorecards: answeredScorecardId,
    };
    wait(5 * minute);
    expect((await poller.poll()).newIds).toEqual([ids[resourceType as keyof typeof ids]]);
  });
});

describe("A number for an id", () => {
  it("is right for an answered scorecard, which Gong numbers so", async () => {
    poller = createPoller(gong, { resourceType: "answeredScorecards" });
    await poller.poll();
    const reviewTime = new Date(start + minute).toISOString();
    const answeredScorecards = [{ answeredScorecardId: 42, reviewTime }];
    const body = { requestId: "4al018gzaztcr8nbukw", records: {}, answeredScorecards };
    wait(5 * minute);
    gong.sandbox.faults.next({ kind: "status", status: 200, body, times: 2 });
    expect((await poller.poll()).newIds).toEqual(["42"]);
    expect(await poller.poll()).toMatchObject({ records: [], quiet: true });
  });

  it("is an error for a call, which would never be known again", async () => {
    await poller.poll();
    const body = { requestId: "4al018gzaztcr8nbukw", records: {}, calls: [{ id: 42 }] };
    gong.sandbox.faults.next({ kind: "status", status: 200, body });
    expect(await poller.fail()).toMatchObject({ code: "unreadable_answer" });
  });
});

describe("A transcript", () => {
  it.each([
    ["null", null],
    ["an object", {}],
    ["a list with null", [null]],
    ["parts without sentences", [{ speakerId: "1" }, { sentences: null }]],
  ])("that is %s is still awaited", async (_, transcript) => {
    poller = createPoller(gong, { resourceType: "transcripts" });
    await poller.poll();
    const callId = showLate(hour);
    wait(5 * minute);
    const body = { requestId: "4al018gzaztcr8nbukw", callTranscripts: [{ callId, transcript }] };
    gong.sandbox.faults.next({ kind: "status", status: 200, body, path: "/v2/calls/transcript" });
    expect(await poller.poll()).toMatchObject({ records: [], quiet: true });
    expect(gong.sandbox.faults.pending).toBe(0);
    wait(5 * minute);
    expect((await poller.poll()).newIds).toEqual([callId]);
  });
});
