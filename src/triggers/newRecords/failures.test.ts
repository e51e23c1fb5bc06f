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
