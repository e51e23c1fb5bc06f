import { startGong, type TestGong } from "../../../tests/support/gong";
import { createPoller, shareClock } from "../../../tests/support/newRecords/poller";
import { day, minute } from "./duration";

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

const oddDates: readonly unknown[] = [
  "+275760-09-12T00:00:00Z",
  "+275760-09-13T00:00:00Z",
  "+999999-01-01T00:00:00Z",
  // The first and the last that a state can hold.
  "-251540-02-03T09:46:40Z",
  "+255479-11-28T14:13:20Z",
  "-271821-04-20T00:00:00Z",
  "0001-01-01T00:00:00Z",
  "1970-01-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "today",
  "",
  5,
  0,
  1e300,
  -8.64e15,
  null,
  {},
];

const resources = [
  { resourceType: "calls", path: "/v2/calls", list: "calls" },
  { resourceType: "transcripts", path: "/v2/calls", list: "calls" },
  { resourceType: "users", path: "/v2/users", list: "users" },
  {
    resourceType: "answeredScorecards",
    path: "/v2/stats/activity/scorecards",
    list: "answeredScorecards",
  },
];

it("A call with a date without sense does not keep later calls from being new", async () => {
  const poller = createPoller(gong);
  await poller.poll();
  const ids = ["+275760-09-12T00:00:00Z", "-271821-04-20T00:00:00Z"].map((started, index) => {
    const id = `9${index}`;
    const body = { requestId: "4al018gzaztcr8nbukw", records: {}, calls: [{ id, started }] };
    gong.sandbox.faults.next({ kind: "status", status: 200, body, path: "/v2/calls" });
    return id;
  });
  for (const id of ids) expect((await poller.poll()).newIds).toEqual([id]);
  wait(5 * minute);
  const { id } = gong.sandbox.createCall({ startedAt: start - minute });
  expect((await poller.poll()).newIds).toEqual([id]);
});

describe.each(resources)(
  "A date without sense in $resourceType",
  ({ resourceType, path, list }) => {
    /** Has the next listing hold one record for each date. */
    const answerWith = (dates: readonly unknown[]) => {
      const records = dates.map((date, index) => {
        const id = `8${index}`;
        return { id, answeredScorecardId: id, started: date, reviewTime: date, created: date };
      });
      const body = { requestId: "4al018gzaztcr8nbukw", records: {}, [list]: records };
      gong.sandbox.faults.next({ kind: "status", status: 200, body, path });
    };

    it.each([...oddDates.map((date) => ({ dates: [date] })), { dates: oddDates }])(
      "leaves a state that the next poll goes on from, and no record comes twice: $dates",
      async ({ dates }) => {
        const first = { firstRun: "since", since: new Date(start - day) };
        const poller = createPoller(gong, { resourceType, ...first });
        for (const count of [1, 2, 3]) {
          answerWith(dates);
          const { newIds } = await poller.poll();
          expect(gong.sandbox.faults.pending).toBe(0);
          // None comes again; whether one comes at first is up to its date.
          if (count > 1) expect([count, newIds]).toEqual([count, []]);
          wait(5 * minute);
        }
        expect(poller.lines).toEqual([]);
      },
    );
  },
);
