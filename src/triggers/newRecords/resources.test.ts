import type { Poller } from "../../../tests/support/polling/poller";
import { idOf, type PollStage, startPollStage } from "../../../tests/support/polling/stage";
import { day, hour, minute } from "../duration";

const start = Date.parse("2026-03-04T15:00:00Z");
let stage: PollStage;
let poller: Poller;
const begin = async (inputs: object) => {
  stage = await startPollStage(start, inputs);
  ({ poller } = stage);
};
afterEach(() => stage.stop());

const poll = async (inputs = {}) => (await poller.poll(inputs)).created.map(idOf);
/** Requests of an hour of polls every 5 minutes. */
async function requestsOfAnHour(): Promise<number> {
  await poll();
  stage.gong.sandbox.clearRequests();
  await stage.pollFor(hour, 5 * minute);
  return stage.gong.sandbox.requests.length;
}

describe("A poll for users", () => {
  beforeEach(() => begin({ resourceType: "users" }));
  const updated = { showUpdatedRecords: "true" };

  it("delivers new and changed users as Gong gives them, and tells them apart", async () => {
    await poll();
    const [user] = stage.gong.sandbox.company.users;
    const added = stage.addUser();
    if (user) user.title = "Vice President";
    const read = async (userId?: string) => (await stage.gong.run("getUser", { userId })).data.user;
    expect(await poller.poll(updated)).toMatchObject({
      created: [await read(added)],
      updated: [await read(user?.id)],
    });
    expect(await poller.poll(updated)).toMatchObject({ created: [], updated: [], quiet: true });
  });

  it("takes a field that Gong adds, or another order of a list, for no change", async () => {
    const [user] = stage.gong.sandbox.company.users;
    if (!user) throw new Error("The company has no users.");
    user.emailAliases = ["a@harbourline.example", "b@harbourline.example"];
    await poll(updated);
    user.emailAliases.reverse();
    Object.assign(user, { favoriteColor: "green" });
    expect(await poller.poll(updated)).toMatchObject({ updated: [], quiet: true });
  });

  it("does not take users for new who were off the list for a while", async () => {
    await poll();
    const all = stage.gong.sandbox.company.users.splice(0);
    expect(await poll()).toEqual([]);
    stage.gong.sandbox.company.users.push(...all);
    expect(await poll()).toEqual([]);
  });

  it("reads a long list less often, a page a minute", async () => {
    for (let count = 0; count < 800; count += 1) stage.addUser();
    const requests = await requestsOfAnHour();
    expect(requests).toBeGreaterThan(40);
    expect(requests).toBeLessThanOrEqual(60);
  });
});

describe("A poll for transcripts", () => {
  beforeEach(() => begin({ resourceType: "transcripts" }));

  it("delivers the transcript of each new call as Gong gives it, once", async () => {
    await poll();
    const ids = [hour, 20 * hour].map((late) => stage.showLate(late));
    stage.gong.sandbox.clearRequests();
    const delivered: object[] = [];
    for (let count = 0; count < 14; count += 1) {
      stage.wait(5 * minute);
      delivered.push(...(await poller.poll()).created);
    }
    const asked = stage.gong.sandbox.requests.filter(({ method }) => method === "POST");
    // Each alone: the second was found later. With a workspace Gong refuses IDs (G29).
    expect(asked.map(({ body }) => body)).toEqual(ids.map((id) => ({ filter: { callIds: [id] } })));
    const { data } = await stage.gong.run("getCallTranscript", { callIds: ids });
    expect(delivered).toHaveLength(2);
    expect(delivered).toEqual(expect.arrayContaining(data.callTranscripts));
  });

  it("leaves out those of private calls, and of other workspaces, when it is to", async () => {
    const [mine, other] = stage.gong.sandbox.company.workspaces.map(({ id }) => id);
    const inputs = { includePrivateCalls: "false", workspaceId: mine };
    await poll(inputs);
    stage.showLate(hour, { isPrivate: true, workspaceId: mine });
    stage.showLate(hour, { workspaceId: other });
    const open = stage.showLate(hour, { workspaceId: mine });
    expect(await poll(inputs)).toEqual([open]);
  });

  it("delivers those of calls since a date with the first poll, and no others", async () => {
    const [wanted, earlier] = [2 * day, 4 * day].map((late) => stage.showLate(late));
    const delivered = await poll({ lookBackDate: "2026-03-02", showNewRecords: "false" });
    expect(delivered).toContain(wanted);
    expect(delivered).not.toContain(earlier);
    expect(await poll()).toEqual([]);
  });

  it.each([
    ["null", null],
    ["an object", {}],
    ["a list with null", [null]],
    ["parts without sentences", [{ speakerId: "1" }, { sentences: null }]],
  ])("waits for one that is %s", async (_, transcript) => {
    await poll();
    const callId = stage.showLate(hour);
    const body = { requestId: "r", callTranscripts: [{ callId, transcript }] };
    const path = "/v2/calls/transcript";
    stage.gong.sandbox.faults.next({ kind: "status", status: 200, body, path });
    expect(await poll()).toEqual([]);
    expect(stage.gong.sandbox.faults.pending).toBe(0);
    expect(await poll()).toEqual([callId]);
  });

  it("waits for those of calls that are there at the first poll without one", async () => {
    const callId = stage.showLate(hour);
    const errors = ["No calls found corresponding to the provided filters"];
    const path = "/v2/calls/transcript";
    stage.gong.sandbox.faults.next({ kind: "status", status: 404, errors, path, times: 2 });
    expect(await poll()).toEqual([]);
    stage.gong.sandbox.faults.clear();
    expect(await poll()).toContain(callId);
  });

  it("asks at every poll for some hours, then every hour, then every day, then no more", async () => {
    await poll();
    stage.wait(minute);
    const callId = stage.showLate(hour);
    const body = { requestId: "r", callTranscripts: [{ callId, transcript: [] }] };
    const path = "/v2/calls/transcript";
    stage.gong.sandbox.faults.next({ kind: "status", status: 200, body, path, times: 1_000 });
    const askedAt: number[] = [];
    for (let at = 0, every = 0.5; at < 220; at += every) {
      every = at < 30 ? 0.5 : 6;
      stage.gong.sandbox.clearRequests();
      await poll();
      if (stage.gong.sandbox.requests.some((request) => request.path === path)) askedAt.push(at);
      stage.wait(every * hour);
    }
    expect(stage.gong.sandbox.faults.pending).toBeGreaterThan(0);
    const halfHourly = [0, 0.5, 1, 1.5, 2, 2.5, 3];
    const hourly = Array.from({ length: 22 }, (_, index) => index + 3.5);
    const daily = [42, 66, 90, 114, 138, 162, 186];
    expect(askedAt).toEqual([...halfHourly, ...hourly, ...daily]);
  });
});

describe("A poll for answered scorecards", () => {
  beforeEach(() => begin({ resourceType: "answeredScorecards" }));

  it("delivers reviews by people and by AI, once, with their IDs whole", async () => {
    await poll();
    const ids = [
      stage.review(stage.now() - minute, { reviewMethod: "MANUAL" }),
      stage.review(stage.now() - 90 * minute, { reviewMethod: "AUTOMATIC" }),
    ];
    stage.gong.sandbox.clearRequests();
    stage.wait(5 * minute);
    expect((await poll()).sort()).toEqual(ids.sort());
    expect(stage.gong.sandbox.requests.map(({ body }) => body)).toEqual([
      { filter: { reviewFromDate: "2026-03-04", reviewMethod: "BOTH" } },
    ]);
    expect(await stage.pollFor(30 * hour, hour)).toEqual([]);
  });

  it("finds those that are shown days late within a day", async () => {
    await poll();
    const id = stage.review(stage.now() - 6.5 * day);
    expect((await stage.pollFor(day, hour)).map(([each]) => each)).toEqual([id]);
  });

  it("delivers those since a date with the first polls, also from before the look-back", async () => {
    const first = Date.parse("2026-01-04");
    for (let count = 0; count < 2_000; count += 1) stage.review(first + day + count);
    stage.review(first - 1);
    const expected = stage.gong.sandbox.company.answeredScorecards
      .filter(({ reviewTime }) => Date.parse(reviewTime) >= first)
      .map(({ answeredScorecardId }) => answeredScorecardId);
    const inputs = { lookBackDate: "2026-01-04", showNewRecords: "false" };
    const polled = await poller.poll(inputs);
    expect(polled.more).toBe(true);
    stage.wait(5 * minute);
    const delivered = [...polled.created.map(idOf), ...(await poll(inputs))];
    expect(delivered.sort()).toEqual(expected.sort());
    expect(await stage.pollFor(2 * day, 12 * hour)).toEqual([]);
  });

  it("reads many reviews a day less often, a page a minute", async () => {
    for (let count = 0; count < 800; count += 1) stage.review(stage.now() - count * 20_000);
    const requests = await requestsOfAnHour();
    expect(requests).toBeGreaterThan(40);
    expect(requests).toBeLessThanOrEqual(75);
  });
});
