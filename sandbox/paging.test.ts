import type { Sandbox } from "./index";
import {
  type Answer,
  type Client,
  everything,
  startTestSandbox,
  stopTestSandboxes,
} from "./test-client";

let sandbox: Sandbox;
let call: Client;

beforeAll(async () => {
  ({ sandbox, call } = await startTestSandbox({ callCount: 320 }));
});
afterAll(stopTestSandboxes);

const list = (query: Record<string, string> = {}) =>
  call("GET", "/v2/calls", { query: { ...everything, ...query } });
const transcripts = (cursor?: string, filter = everything) =>
  call("POST", "/v2/calls/transcript", { body: { filter, ...(cursor && { cursor }) } });

async function readAll(fetchPage: (cursor?: string) => Promise<Answer>): Promise<Answer[]> {
  const pages: Answer[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await fetchPage(cursor);
    pages.push(page);
    cursor = page.json.records.cursor;
    if (cursor === undefined) return pages;
  }
}

const visibleIds = (calls = sandbox.company.calls) => calls.map(({ id }) => id).sort();

it("pages with POST to the end, every transcript once, those that are late left out (G13, G15)", async () => {
  const { calls } = sandbox.company;
  for (const call of calls.slice(40, 50)) call.transcriptAt = null;
  const pages = await readAll((cursor) => transcripts(cursor));
  const ids = pages.flatMap(({ json }) => json.callTranscripts.map(({ callId }) => callId));
  const ready = calls.filter(({ transcriptAt }) => transcriptAt === undefined);
  expect(ready.length).toBeLessThan(calls.length);
  expect(ids.sort()).toEqual(visibleIds(ready));
  expect(pages[0]?.json.records.totalRecords).toBe(calls.length);
});

it("neither repeats nor loses a call when others appear or vanish between pages", async () => {
  const first = await list();
  const expected = visibleIds();
  const newcomer = sandbox.createCall({ startedAt: "2025-06-02T10:00:00Z" });
  sandbox.clock.advance(1000);
  const second = await list({ cursor: first.json.records.cursor ?? "" });
  const removed = second.json.calls[0]?.id;
  const { calls } = sandbox.company;
  calls.splice(
    calls.findIndex(({ id }) => id === removed),
    1,
  );
  const rest = await readAll((cursor) =>
    list({ cursor: cursor ?? second.json.records.cursor ?? "" }),
  );
  const ids = [first, second, ...rest].flatMap(({ json }) => json.calls.map(({ id }) => id));
  expect(ids.filter((id) => id !== newcomer.id).sort()).toEqual(expected);
  expect(new Set(ids).size).toBe(ids.length);
});

it("refuses a cursor that arrives with other inputs (G12, G14)", async () => {
  const { cursor = "" } = (await list()).json.records;
  const workspaceId = sandbox.company.workspaces[0]?.id ?? "";
  const attempts = [
    ...[await list({ cursor, toDateTime: "2025-06-30T00:00:00Z" }), await transcripts(cursor)],
    ...[await list({ cursor, workspaceId }), await list({ cursor: `${cursor.slice(0, -4)}abcd` })],
    ...[await list({ cursor: "abc" }), await list({ cursor: "" })],
  ];
  for (const { status, json } of attempts) {
    expect(status).toBe(400);
    expect(json.errors).toEqual(["failed to verify cursor"]);
  }
});

it("refuses a cursor after an hour of the sandbox's clock (G14)", async () => {
  const { cursor = "" } = (await list()).json.records;
  sandbox.clock.advance(3600_000 - 1);
  const second = await list({ cursor });
  expect(second.status).toBe(200);
  sandbox.clock.advance(1);
  // Its age counts from the first page, not from the one that gave it.
  const { status, json } = await list({ cursor: second.json.records.cursor ?? "" });
  expect(status).toBe(400);
  expect(json.errors).toEqual(["cursor has expired"]);
});

it("counts calls that are still being analysed (G15)", async () => {
  const range = { fromDateTime: "2020-01-01T00:00:00Z", toDateTime: "2020-01-02T00:00:00Z" };
  const startedAt = "2020-01-01T10:00:00Z";
  sandbox.createCall({ startedAt });
  sandbox.createCall({ startedAt, visibleAt: sandbox.clock.now() + 60_000 });
  const { records } = (await list(range)).json;
  expect(records).toEqual({ totalRecords: 2, currentPageSize: 1, currentPageNumber: 0 });
});

const none = { fromDateTime: "1999-01-01T00:00:00Z", toDateTime: "1999-01-02T00:00:00Z" };
it.each([
  ["calls/extensive", { callIds: ["1"] }, "No calls found corresponding to the provided filters"],
  ["calls/transcript", none, "No calls found corresponding to the provided filters"],
  ["users/extensive", { userIds: ["1"] }, "No users found corresponding to the provided filters"],
  [
    "stats/activity/scorecards",
    { scorecardIds: ["1"] },
    "No answered scorecards found corresponding to the provided filters.",
  ],
])(
  "answers an empty filtered list of %s with the 404 that means empty (G8)",
  async (path, filter, words) => {
    const { status, json } = await call("POST", `/v2/${path}`, { body: { filter } });
    expect([status, json.errors]).toEqual([404, [words]]);
  },
);

it("answers an empty list without a filter with 200 and [] (G8)", async () => {
  const empty = await startTestSandbox({ callCount: 0 });
  const body = { filter: {} };
  const { status, json } = await empty.call("POST", "/v2/calls/extensive", { body });
  expect([status, json.calls]).toEqual([200, []]);
});
