import { startGong, type TestGong } from "../../../tests/support/gong";

const day = 24 * 3600_000;

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong();
});
beforeEach(() => gong.sandbox.clearRequests());
afterAll(() => gong.stop());

const dayBefore = (days: number) =>
  new Date(gong.sandbox.clock.now() - days * day).toISOString().slice(0, 10);
const month = () => ({ fromDate: dayBefore(40), toDate: dayBefore(10) });

describe("Statistics", () => {
  it("of days without any calls are an empty list", async () => {
    const days = { fromDate: "2001-01-01", toDate: "2001-02-01" };
    const { data } = await gong.run("listInteractionStats", days);
    expect(data).toMatchObject({ peopleInteractionStats: [], records: { totalRecords: 0 } });
    expect(data.note).toBeUndefined();
  });

  it.each([
    ["listMultipleUsersAggregateActivity", "usersAggregateActivityStats", {}],
    ["listMultipleUsersAggregateByPeriod", "usersAggregateActivity", { aggregationPeriod: "WEEK" }],
    ["listMultipleUsersDayByDayActivity", "usersDetailedActivities", {}],
  ])(
    "of %s for a user that Gong does not know say what that may mean",
    async (key, records, more) => {
      const { data } = await gong.run(key, { ...month(), ...more, userIds: ["999"] });
      expect(data[records]).toEqual([]);
      expect(data.note).toContain("user IDs that it does not know");
    },
  );

  it.each([
    [{ toDate: "2100-01-01" }, "Gong returned 400"],
    [{ fromDate: "yesterday" }, "From Date must be a valid day, for example 2026-03-01."],
    [{ toDate: "2026-02-30" }, "To Date must be a valid day, for example 2026-04-01."],
  ])("with %j name what is wrong", async (inputs, words) => {
    const error = await gong.fail("listInteractionStats", { ...month(), ...inputs });
    expect(error.message).toContain(words);
  });

  it("of more users than Gong takes at once come as one answer", async () => {
    const known = gong.sandbox.company.users.filter(({ avatar }) => !avatar).map(({ id }) => id);
    const made = Array.from({ length: 240 }, (_, index) => `9${index}`);
    const userIds = [...made.slice(0, 120), ...known, ...made.slice(120)];
    const { data } = await gong.run("listInteractionStats", { ...month(), userIds });

    const sizes = gong.sandbox.requests.map(
      ({ body }) => (body as { filter: { userIds: string[] } }).filter.userIds.length,
    );
    expect(sizes).toEqual([100, 100, known.length + 40]);
    const alone = await gong.run("listInteractionStats", { ...month(), userIds: known });
    expect(data.peopleInteractionStats).toEqual(alone.data.peopleInteractionStats);
    expect(data.records).toEqual({
      totalRecords: data.peopleInteractionStats.length,
      currentPageSize: data.peopleInteractionStats.length,
      currentPageNumber: 0,
    });
  });
});
