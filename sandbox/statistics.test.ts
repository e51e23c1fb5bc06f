import type { Sandbox } from "./index";
import { type Client, startTestSandbox, stopTestSandboxes } from "./test-client";

let sandbox: Sandbox;
let call: Client;

beforeAll(async () => {
  ({ sandbox, call } = await startTestSandbox({ callCount: 150 }));
});
afterAll(stopTestSandboxes);

type Days = Record<string, string[]>;
const year = { fromDate: "2024-06-18", toDate: "2025-06-18" };
const ada = "234599484848423";
const stats = (what: string, filter: object = {}, more: object = {}) =>
  call("POST", `/v2/stats/${what}`, { body: { filter: { ...year, ...filter }, ...more } });

const future = "filter.toDate: must not be after the current day";
it.each([
  ["interaction", { toDate: "2025-06-19" }, 400, future],
  ["interaction", { fromDate: "2025-06-19" }, 400, /^filter.fromDate: must not be after/],
  ["interaction", { fromDate: "2025-06-01T00:00:00Z" }, 400, /^filter.fromDate: must be a date/],
  ["interaction", { fromDate: undefined }, 400, "filter.fromDate: must not be null"],
  ["interaction", { fromDate: "2025-06-18" }, 404, "No stats found for the specified period"],
  ["interaction", { userIds: ["1"] }, 404, "No stats found for the specified period"],
  ["activity/aggregate", { fromDate: "2025-06-18" }, 404, "User not found"],
  ["activity/aggregate", { userIds: [ada, "1"] }, 404, "User not found"],
  ["activity/day-by-day", { userIds: [] }, 400, /^filter.userIds: must not be empty/],
  ["activity/aggregate-by-period", {}, 400, "aggregationPeriod: must not be null"],
])("answers %s with %j as Gong does (G53)", async (what, filter, status, words) => {
  const { status: answered, json } = await stats(what, filter);
  expect([answered, json.errors]).toEqual([
    status,
    [typeof words === "string" ? words : expect.stringMatching(words)],
  ]);
});

it("measures a manager's coaching by report, and an empty list for who has none (G32, G55)", async () => {
  const query = {
    "workspace-id": "623457276584334",
    "manager-id": "563515258458745",
    from: "2024-06-18T00:00:00Z",
    to: "2025-06-18T00:00:00Z",
  };
  const ask = (changes: object = {}) =>
    call("GET", "/v2/coaching", { query: { ...query, ...changes } });
  const { json, text } = await ask();
  expect(text).toContain('"manager":{"id":563515258458745,');
  const [data] = json.coachingData as { directReportsMetrics: { metrics: Days }[] }[];
  const reports = data?.directReportsMetrics ?? [];
  expect(reports).toHaveLength(6);
  expect(reports.flatMap(({ metrics }) => metrics.callsScored).length).toBeGreaterThan(0);
  expect((await ask({ "manager-id": ada })).json.coachingData).toEqual([]);
  expect((await ask({ from: "2024-06-18" })).status).toBe(400);
});

const answered = (filter: object) =>
  call("POST", "/v2/stats/activity/scorecards", { body: { filter } });

it("writes ids of scorecards as text, whatever the description says, and integrations as numbers (G17, G48)", async () => {
  const { json } = await answered({});
  const { answeredScorecards } = sandbox.company;
  const manual = answeredScorecards.filter(({ reviewMethod }) => reviewMethod === "MANUAL");
  expect(json.answeredScorecards).toHaveLength(manual.length);
  expect(json.answeredScorecards).toEqual(expect.arrayContaining(manual));
  const { text } = await call("PUT", "/v2/customer-engagement/action", {
    body: { reportingSystem: "docs", eventTimestamp: "2025-06-01T10:00:00Z" },
  });
  const [, digits = ""] = /"integrationId":(\d{19})\}$/.exec(text) ?? [];
  expect(String(BigInt(Number(digits)))).not.toBe(digits);
});

it("filters answered scorecards by days in the company's time zone, the last one excluded (G21)", async () => {
  const [template] = sandbox.company.answeredScorecards;
  if (!template) throw new Error("Nothing reviewed");
  // 03:30 UTC on 2 March is still 1 March in New York.
  const reviewed = { reviewMethod: "MANUAL" as const, reviewTime: "2024-03-02T03:30:00Z" };
  const answeredScorecardId = "7000000000000000001";
  sandbox.company.answeredScorecards.push({ ...template, ...reviewed, answeredScorecardId });
  const on = async (reviewFromDate: string, reviewToDate?: string) =>
    (await answered({ reviewFromDate, reviewToDate })).status;
  expect(await on("2024-03-01", "2024-03-02")).toBe(200);
  expect(await on("2024-03-02", "2024-03-03")).toBe(404);
  expect(await on("2024-02-29", "2024-03-01")).toBe(404);
  expect([await on("2024-03-01T00:00:00Z"), await on("2024-02-30")]).toEqual([400, 400]);
});
