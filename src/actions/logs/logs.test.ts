import { startGong, type TestGong } from "../../../tests/support/gong";

const key = "getLogsDataByTypeAndTimeRange";
const everything = "2020-01-01T00:00:00Z";

describe(key, () => {
  let gong: TestGong;
  beforeAll(async () => {
    gong = await startGong({ callCount: 20 });
  });
  beforeEach(() => gong.sandbox.clearRequests());
  afterAll(() => gong.stop());

  const countOf = (logType: string) =>
    gong.sandbox.company.logs.filter((entry) => entry.logType === logType).length;

  test("asks for one page with every value under its name", async () => {
    const first = await gong.run(key, { logType: "AccessLog", fromDateTime: everything });
    const { cursor } = first.data.records;
    expect(first.data.logEntries).toHaveLength(100);
    expect(cursor).toEqual(expect.any(String));

    const second = await gong.run(key, { logType: "AccessLog", fromDateTime: everything, cursor });
    expect(second.data.logEntries).toHaveLength(100);
    expect(second.data.logEntries).not.toEqual(first.data.logEntries);
    expect(gong.sandbox.requests).toMatchObject([
      {
        method: "GET",
        path: "/v2/logs",
        query: { logType: "AccessLog", fromDateTime: everything },
        body: undefined,
      },
      { query: { logType: "AccessLog", fromDateTime: everything, cursor } },
    ]);
    expect(gong.sandbox.requests[0]?.query).not.toHaveProperty("cursor");
    expect(gong.sandbox.requests[0]?.query).not.toHaveProperty("toDateTime");
  });

  test("encodes the offsets of a range", async () => {
    const range = {
      fromDateTime: "2020-01-01T00:00:00+05:30",
      toDateTime: "2038-01-01T00:00:00-07:00",
    };
    const { data } = await gong.run(key, { logType: "UserCallPlay", ...range, cursor: "" });
    expect(gong.sandbox.requests.map(({ query }) => query)).toEqual([
      { logType: "UserCallPlay", ...range },
    ]);
    expect(data.records.totalRecords).toBe(countOf("UserCallPlay"));
  });

  test("takes a type in another letter case and a date alone", async () => {
    await gong.run(key, { logType: "useractivitylog", fromDateTime: "2020-01-01" });
    expect(gong.sandbox.requests[0]?.query).toEqual({
      logType: "UserActivityLog",
      fromDateTime: everything,
    });
  });

  test("joins all pages with Fetch All", async () => {
    const { data } = await gong.run(key, {
      logType: "AccessLog",
      fromDateTime: everything,
      fetchAll: "true",
    });
    const count = countOf("AccessLog");
    expect(count).toBeGreaterThan(200);
    expect(data.logEntries).toHaveLength(count);
    expect(data.records).toEqual({
      totalRecords: count,
      currentPageSize: count,
      currentPageNumber: 0,
    });
    expect(gong.sandbox.requests).toHaveLength(Math.ceil(count / 100));
  });

  test("answers an empty list where there is nothing", async () => {
    const { data } = await gong.run(key, {
      logType: "AccessLog",
      fromDateTime: "2019-01-01T00:00:00Z",
      toDateTime: "2019-02-01T00:00:00Z",
    });
    expect(data.logEntries).toEqual([]);
    expect(gong.sandbox.requests).toHaveLength(1);
  });

  test.each([
    [{ logType: "" }, /^Log Type is required, for example AccessLog/],
    [{ logType: "Audit" }, /^Log Type must be one of AccessLog, UserActivityLog, /],
    [{ fromDateTime: " " }, /^From Date Time is required, for example /],
    [{ fromDateTime: "last week" }, /^From Date Time must be a date and time in ISO 8601/],
    [{ toDateTime: everything }, /^To Date Time must be later than From Date Time/],
    [{ fetchAll: "some" }, /^Fetch All must be true or false/],
  ])("refuses %j before it sends anything", async (wrong, message) => {
    const error = await gong.fail(key, {
      logType: "AccessLog",
      fromDateTime: everything,
      ...wrong,
    });
    expect(error.name).toBe("InputError");
    expect(error.message).toMatch(message);
    expect(gong.sandbox.requests).toEqual([]);
  });

  test("names the scope that a connection lacks", async () => {
    const error = await gong.fail(key, {
      logType: "AccessLog",
      fromDateTime: everything,
      connection: gong.oauthConnection(["api:calls:read:basic"]),
    });
    expect(error).toMatchObject({ code: "missing_scope", scope: "api:logs:read" });
  });
});
