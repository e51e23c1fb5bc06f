import { startGong, type TestGong } from "../../../tests/support/gong";
import { createPoller, type Poller, shareClock } from "../../../tests/support/newRecords/poller";
import { systemTime } from "../../client/time";
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

/** Puts the machine's clock ahead of Gong's, which is right. */
const setAhead = (milliseconds: number) =>
  jest.spyOn(systemTime, "now").mockImplementation(() => now() + milliseconds);

const showLate = (lateMs: number) => gong.sandbox.createCall({ startedAt: now() - lateMs }).id;

/** Somebody's review of some call. */
function review(reviewedAt: number): string {
  const { answeredScorecards } = gong.sandbox.company;
  const answeredScorecardId = `7${String(answeredScorecards.length).padStart(17, "0")}7`;
  const reviewTime = new Date(reviewedAt).toISOString();
  const pattern = answeredScorecards[0] as (typeof answeredScorecards)[0];
  answeredScorecards.push({ ...pattern, answeredScorecardId, reviewTime });
  return answeredScorecardId;
}

/** A user who was not there before. */
function hire(): string {
  const { users } = gong.sandbox.company;
  const id = `9${String(users.length).padStart(17, "0")}`;
  users.push({ ...structuredClone(users[0]), id } as (typeof users)[0]);
  return id;
}

/** Makes a record of each kind that polls have not seen, as late as Gong may show it. */
const makers: Record<string, (lateMs: number) => string> = {
  calls: showLate,
  transcripts: showLate,
  answeredScorecards: (lateMs) => review(now() - lateMs),
  users: hire,
};

/** Polls every hour and a half for somewhat more than a day. @returns ids in the order they came */
async function pollForADay(poller: Poller): Promise<string[]> {
  const ids: string[] = [];
  for (let hours = 0; hours < 27; hours += 1.5) {
    ids.push(...(await poller.poll()).newIds);
    wait(1.5 * hour);
  }
  return ids;
}

describe.each(["calls", "transcripts", "answeredScorecards", "users"])(
  "A clock that is ahead in polls for %s",
  (resourceType) => {
    const make = (lateMs: number) => makers[resourceType]?.(lateMs) ?? "";

    it.each([
      { days: 2, wrongPolls: 1 },
      { days: 30, wrongPolls: 1 },
      { days: 30, wrongPolls: 4 },
      { days: 4_000, wrongPolls: 2 },
    ])(
      "by $days days, $wrongPolls times, loses nothing, repeats nothing, and is told of once",
      async ({ days, wrongPolls }) => {
        const poller = createPoller(gong, { resourceType });
        await poller.poll();
        const made = [make(hour), make(3 * day)];
        wait(5 * minute);
        const delivered = [...(await poller.poll()).newIds];

        setAhead(days * day);
        for (let count = 0; count < wrongPolls; count += 1) {
          made.push(make(minute));
          wait(5 * minute);
          delivered.push(...(await poller.poll()).newIds);
        }
        made.push(make(minute), make(4 * hour), make(3 * day), make(6.5 * day));
        wait(5 * minute);
        setAhead(0);
        expect(poller.lines).toEqual([]);
        delivered.push(...(await pollForADay(poller)));

        expect(delivered.sort()).toEqual(made.sort());
        expect(poller.lines).toEqual([
          "warn: New Records: the saved state was saved by a clock that was ahead of this one. It goes on from there, as of now.",
        ]);
      },
    );

    it("in the first poll of all delivers nothing old, and what is new from then on", async () => {
      const poller = createPoller(gong, { resourceType });
      setAhead(30 * day);
      await poller.poll();
      wait(5 * minute);
      setAhead(0);
      await poller.poll();
      wait(5 * minute);
      const made = [make(minute)];
      expect(await pollForADay(poller)).toEqual(made);
    });
  },
);

describe.each(["calls", "transcripts", "answeredScorecards", "users"])(
  "A clock that is behind in polls for %s",
  (resourceType) => {
    const make = (lateMs: number) => makers[resourceType]?.(lateMs) ?? "";

    it.each([
      { hours: 3, wrongPolls: 2 },
      { hours: 36, wrongPolls: 1 },
      { hours: 8 * 24, wrongPolls: 3 },
      { hours: 12 * 24, wrongPolls: 1 },
      { hours: 4_000 * 24, wrongPolls: 3 },
    ])("by $hours hours, $wrongPolls times, loses and repeats nothing", async (wrong) => {
      const poller = createPoller(gong, { resourceType });
      await poller.poll();
      const made: string[] = [];
      const delivered: string[] = [];
      for (let days = 0; days < 16; days += 1) {
        made.push(make(hour));
        wait(day);
        delivered.push(...(await poller.poll()).newIds);
      }
      made.push(make(minute));
      delivered.push(...(await poller.poll()).newIds);

      setAhead(-wrong.hours * hour);
      for (let count = 0; count < wrong.wrongPolls; count += 1) {
        made.push(make(minute));
        wait(5 * minute);
        delivered.push(...(await poller.poll()).newIds);
      }
      expect(poller.lines.length).toBeGreaterThan(0);
      made.push(make(minute), make(4 * hour), make(3 * day), make(6.5 * day));
      setAhead(0);
      delivered.push(...(await pollForADay(poller)));
      expect(delivered.sort()).toEqual(made.sort());
    });
  },
);

describe("A clock that was ahead", () => {
  it("delivers what came meanwhile with the next poll, by one listing of the look-back", async () => {
    const poller = createPoller(gong);
    await poller.poll();
    wait(5 * minute);
    setAhead(30 * day);
    await poller.poll();
    const made = [showLate(minute), showLate(20 * hour), showLate(6 * day)];
    wait(5 * minute);
    setAhead(0);
    gong.sandbox.clearRequests();
    expect([...(await poller.poll()).newIds].sort()).toEqual(made.sort());
    expect(gong.sandbox.requests.length).toBeLessThan(5);
  });

  it.each([
    { scheduledDays: 5, wrongPolls: 1 },
    { scheduledDays: 5, wrongPolls: 3 },
    { scheduledDays: 29, wrongPolls: 1 },
  ])(
    "forgets nothing that is known for one call scheduled $scheduledDays days ahead, in $wrongPolls polls",
    async ({ scheduledDays, wrongPolls }) => {
      const poller = createPoller(gong);
      await poller.poll();
      const made: string[] = [];
      const delivered: string[] = [];
      const poll = async () => delivered.push(...(await poller.poll()).newIds);
      for (let days = 0; days < 8; days += 1) {
        made.push(showLate(minute));
        wait(day);
        await poll();
      }
      const scheduled = new Date(now() + scheduledDays * day).toISOString();
      const conference = { direction: "Conference", startedAt: now() - hour, scheduled } as const;
      made.push(gong.sandbox.createCall(conference).id);
      await poll();
      setAhead(30 * day);
      for (let count = 0; count < wrongPolls; count += 1) {
        wait(5 * minute);
        await poll();
      }
      for (const days of [1, 3, 5, 6.5]) made.push(showLate(days * day));
      setAhead(0);
      for (let count = 0; count < 24; count += 1) {
        await poll();
        wait(2 * hour);
      }
      expect(delivered.sort()).toEqual(made.sort());
    },
  );

  it.each([["users"], ["answeredScorecards"], ["calls"]])(
    "by 59 minutes at one poll does not keep the next ones from finding %s",
    async (resourceType) => {
      const poller = createPoller(gong, { resourceType });
      setAhead(59 * minute);
      await poller.poll();
      setAhead(0);
      // The second was filed before what the wrong clock took for the last two hours.
      for (const lateMs of [minute, 110 * minute]) {
        wait(5 * minute);
        const id = makers[resourceType]?.(lateMs);
        expect((await poller.poll()).newIds).toEqual([id]);
        setAhead(59 * minute);
        await poller.poll();
        setAhead(0);
      }
      expect(poller.lines).toEqual([]);
    },
  );

  it("does not give up transcripts that are still being made", async () => {
    const poller = createPoller(gong, { resourceType: "transcripts" });
    await poller.poll();
    const callId = showLate(hour);
    const none = { requestId: "4al018gzaztcr8nbukw", records: {}, callTranscripts: [] };
    const path = "/v2/calls/transcript";
    gong.sandbox.faults.next({ kind: "status", status: 200, body: none, path, times: 3 });
    wait(5 * minute);
    await poller.poll();
    setAhead(30 * day);
    wait(5 * minute);
    await poller.poll();
    setAhead(0);
    wait(5 * minute);
    await poller.poll();
    expect(gong.sandbox.faults.pending).toBe(0);
    expect((await poller.poll()).newIds).toEqual([callId]);
  });
});
