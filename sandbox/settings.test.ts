import type { Sandbox } from "./index";
import { type Client, startTestSandbox, stopTestSandboxes } from "./test-client";

let sandbox: Sandbox;
let call: Client;

beforeAll(async () => {
  ({ sandbox, call } = await startTestSandbox({ callCount: 200 }));
});
afterAll(stopTestSandboxes);

const answered = (filter: object) =>
  call("POST", "/v2/stats/activity/scorecards", { body: { filter } });

it("writes ids of scorecards as text, whatever the description says, and integrations as numbers (G17, G48)", async () => {
  const { json } = await answered({});
  expect(json.answeredScorecards).toEqual(
    sandbox.company.answeredScorecards
      .filter(({ reviewMethod }) => reviewMethod === "MANUAL")
      .sort((one, other) =>
        one.answeredScorecardId.padStart(20, "0") < other.answeredScorecardId.padStart(20, "0")
          ? -1
          : 1,
      ),
  );
  const { text } = await call("PUT", "/v2/customer-engagement/action", {
    body: { reportingSystem: "docs", eventTimestamp: "2025-06-01T10:00:00Z" },
  });
  const [, digits = ""] = /"integrationId":(\d{19})\}$/.exec(text) ?? [];
  expect(String(BigInt(Number(digits)))).not.toBe(digits);
});

describe("answered scorecards", () => {
  const methods = async (filter: object) => {
    const { json } = await answered(filter);
    const reviews = json.answeredScorecards as { reviewMethod: string; reviewerUserId: unknown }[];
    return new Set(reviews.map(({ reviewMethod }) => reviewMethod));
  };

  it("hide AI reviews unless they are asked for (G32)", async () => {
    expect(await methods({})).toEqual(new Set(["MANUAL"]));
    expect(await methods({ reviewMethod: "AUTOMATIC" })).toEqual(new Set(["AUTOMATIC"]));
    expect(await methods({ reviewMethod: "BOTH" })).toEqual(new Set(["MANUAL", "AUTOMATIC"]));
  });

  it("are filtered by days in the company's time zone, the last one excluded (G21)", async () => {
    const [template] = sandbox.company.answeredScorecards;
    if (!template) throw new Error("Nothing reviewed");
    // 03:30 UTC on 2 March is still 1 March in New York.
    const reviewTime = "2024-03-02T03:30:00Z";
    sandbox.company.answeredScorecards.push({
      ...template,
      answeredScorecardId: "7000000000000000001",
      reviewMethod: "MANUAL",
      reviewTime,
    });
    const on = async (reviewFromDate: string, reviewToDate: string) =>
      (await answered({ reviewFromDate, reviewToDate })).status;
    expect(await on("2024-03-01", "2024-03-02")).toBe(200);
    expect(await on("2024-03-02", "2024-03-03")).toBe(404);
    expect(await on("2024-02-29", "2024-03-01")).toBe(404);
    expect((await answered({ reviewFromDate: "2024-03-01T00:00:00Z" })).status).toBe(400);
    expect((await answered({ reviewFromDate: "2024-02-30" })).status).toBe(400);
  });

  it("know a missing user from an empty list (G8)", async () => {
    const { status, json } = await answered({ reviewedUserIds: ["1", "2"] });
    expect(status).toBe(404);
    expect(json.errors).toEqual(["The following userIds were not found: 1, 2"]);
  });
});
