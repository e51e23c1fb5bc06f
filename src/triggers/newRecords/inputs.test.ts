import { startGong, type TestGong } from "../../../tests/support/gong";
import { refusalOf } from "../../../tests/support/inputs";
import { createPoller } from "../../../tests/support/newRecords/poller";
import { newRecordsInputs, readWishes } from "./inputs";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 5 });
});
afterAll(() => gong.stop());

const now = Date.parse("2026-03-04T15:00:00Z");
const params = { connection: {}, resourceType: "calls", showNewRecords: true } as const;

describe("Inputs of New Records", () => {
  it("have presets", () => {
    expect(readWishes(params, now)).toEqual({
      lookBackMs: 7 * 24 * 3600_000,
      showNew: true,
      includePrivate: true,
      workspaceId: undefined,
    });
  });

  it("are taken as they are given", () => {
    const given = {
      ...params,
      showNewRecords: false,
      lookBackDays: 3,
      firstRun: "since",
      since: "2026-03-01T00:00:00+02:00",
      includePrivateCalls: false,
      workspaceId: "5",
    } as const;
    expect(readWishes(given, now)).toEqual({
      lookBackMs: 3 * 24 * 3600_000,
      since: Date.parse("2026-02-28T22:00:00Z"),
      showNew: false,
      includePrivate: false,
      workspaceId: "5",
    });
  });

  it("begin with 1970 where Since is before, so that the state can be gone on from", () => {
    const given = { ...params, firstRun: "since", since: "0001-01-01T00:00:00Z" } as const;
    expect(readWishes(given, now).since).toBe(0);
  });

  it.each([
    ["resourceType", "meetings", /^Resource Type must be one of calls, users, transcripts, answer/],
    ["resourceType", "", /^Resource Type is required/],
    ["showNewRecords", "perhaps", /^Show New Records must be true or false/],
    ["lookBackDays", "0", /^Look-back Days must be a whole number from 1 to 30/],
    ["lookBackDays", "31", /^Look-back Days must be a whole number from 1 to 30/],
    ["lookBackDays", "1.5", /^Look-back Days must be a whole number from 1 to 30/],
    ["firstRun", "everything", /^First Run must be one of nothing, since/],
    ["since", "last week", /^Since must be a date and time in ISO 8601/],
    ["includePrivateCalls", "never", /^Include Private Calls must be true or false/],
    ["workspaceId", "Sales", /^Workspace Id must be a Gong id/],
  ] as const)("refuse %s that is %j", (key, value, message) => {
    expect(refusalOf(newRecordsInputs[key], value)).toMatch(message);
  });

  it.each([
    [{ firstRun: "since" }, /^Since is required when First Run is Since a date/],
    [{ resourceType: "users", workspaceId: "5" }, /^Workspace Id must be blank for users/],
    [{ resourceType: "answeredScorecards", workspaceId: "5" }, /^Workspace Id must be blank/],
    [{ lookBackDays: "400" }, /^Look-back Days must be/],
    [
      { connection: { key: "gongApiKey", fields: {} } },
      /^Base URL of the Gong connection is blank/,
    ],
  ])("refuse %j before anything is sent", async (inputs, message) => {
    const poller = createPoller(gong);
    expect((await poller.fail(inputs)).message).toMatch(message);
    expect(gong.sandbox.requests).toEqual([]);
    expect(poller.state).toEqual({});
  });
});
