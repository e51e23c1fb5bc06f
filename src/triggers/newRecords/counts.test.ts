import { startGong, type TestGong } from "../../../tests/support/gong";
import { createPoller, type Poller, shareClock } from "../../../tests/support/newRecords/poller";
import { connectionTo, startServer, type TestServer } from "../../../tests/support/server";
import { day, minute } from "./duration";

const start = Date.parse("2026-03-04T15:00:00Z");

let gong: TestGong;
let server: TestServer;
let poller: Poller;
let wait: (milliseconds: number) => void;
/** Start times of the calls that the server has. */
let calls: number[];
/** What it says of the number of records in a list that has so many. */
let countOf: (records: number) => unknown;

/** Lists calls as Gong does, with a count of records that may be anything. */
beforeAll(async () => {
  server = await startServer(({ url = "" }, response) => {
    const { searchParams } = new URL(url, "http://127.0.0.1");
    const [from, to] = ["fromDateTime", "toDateTime"].map((name) =>
      Date.parse(searchParams.get(name) ?? ""),
    );
    const at = Number(searchParams.get("cursor") ?? 0);
    const listed = calls.filter((call) => call >= (from ?? 0) && call < (to ?? 0));
    const cursor = listed.length > at + 100 ? { cursor: String(at + 100) } : {};
    const page = listed.slice(at, at + 100).map((call) => ({
      id: `7${call}`,
      started: new Date(call).toISOString(),
    }));
    const totalRecords = countOf(listed.length);
    response.end(JSON.stringify({ records: { totalRecords, ...cursor }, calls: page }));
  });
});
beforeEach(async () => {
  gong = await startGong({ callCount: 0, now: () => start });
  wait = shareClock(gong);
  poller = createPoller(gong, { connection: connectionTo(server.url) });
  calls = [];
});
afterEach(async () => {
  jest.restoreAllMocks();
  await gong.stop();
});
afterAll(() => server.stop());

/** Makes so many calls at even distances in the last so many milliseconds. */
const makeCalls = (count: number, lengthMs: number) => {
  const now = gong.sandbox.clock.now();
  for (let index = count; index > 0; index -= 1) {
    calls.push(Math.floor(now - (index / count) * lengthMs));
  }
};

/** A poll, and the requests that it took. */
async function poll(inputs = {}) {
  const before = server.arrivals.length;
  const polled = await poller.poll(inputs);
  return { polled, requests: server.arrivals.length - before };
}

describe("A count of records", () => {
  it.each<[string, unknown]>([
    ["endless", 1e308],
    ["beyond all companies", 10_000_000],
    ["as text beyond all numbers", "1e999"],
    ["below nothing", -1e308],
    ["a word", "NaN"],
    ["an object", { totalRecords: 7 }],
    ["null", null],
    ["a list", [9_000, 9_000]],
  ])("that is %s is not believed, and cuts no time into pieces", async (_, total) => {
    countOf = () => total;
    makeCalls(250, 6 * day);
    expect(await poll()).toMatchObject({ polled: { quiet: true, more: false }, requests: 3 });
    wait(5 * minute);
    makeCalls(150, 4 * minute);
    const { polled, requests } = await poll();
    expect(polled.newIds).toHaveLength(150);
    // The last hours, with those before that were known to fit on their page.
    expect(requests).toBe(3);
    wait(5 * minute);
    expect((await poll()).polled).toMatchObject({ records: [], more: false });
  });

  it("that is more than one page holds changes nothing where there is one page", async () => {
    countOf = () => 100_000;
    makeCalls(90, 6 * day);
    expect(await poll()).toMatchObject({ polled: { quiet: true, more: false }, requests: 1 });
  });

  it("that could be true takes few requests where it is not", async () => {
    countOf = () => 1_000_000;
    makeCalls(1_000, 7 * day);
    const { polled, requests } = await poll();
    expect(polled).toMatchObject({ quiet: true, more: false });
    // Ten pages in truth. Pieces end where a page does.
    expect(requests).toBe(14);
    wait(5 * minute);
    expect((await poll()).requests).toBe(1);
  });

  it("that is true still cuts a range that is too long for one listing", async () => {
    makeCalls(2_500, day);
    countOf = (records) => records;
    const inputs = { firstRun: "since", since: new Date(start - 2 * day).toISOString() };
    const first = (await poll(inputs)).polled;
    const second = (await poll(inputs)).polled;
    expect(first.more).toBe(true);
    expect(first.records.length).toBeLessThanOrEqual(2_000);
    expect(new Set([...first.newIds, ...second.newIds]).size).toBe(2_500);
  });
});
