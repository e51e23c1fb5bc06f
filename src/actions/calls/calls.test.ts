import { startGong, type TestGong } from "../../../tests/support/gong";
import { blanks, expectRefused } from "../../../tests/support/refusals";

const now = Date.UTC(2026, 5, 1);
const range = { fromDateTime: "2025-01-01T00:00:00Z", toDateTime: "2026-07-01T00:00:00Z" };

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 250, now: () => now });
});
beforeEach(() => {
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
});
afterAll(() => gong.stop());

const queries = () => gong.sandbox.requests.map(({ query }) => query);
const idsOf = ({ calls }: { calls: { id: string }[] }) => calls.map(({ id }) => id);

/** Ids of what the company shows now, in the order of its pages. */
const visible = () =>
  gong.sandbox.company.calls
    .filter(({ visibleAt }) => visibleAt !== null && visibleAt <= now)
    .map(({ id }) => id)
    .sort((a, b) => (a.padStart(20, "0") < b.padStart(20, "0") ? -1 : 1));

describe("List Calls", () => {
  it("sends every input that is filled, and nothing else", async () => {
    const [workspace] = gong.sandbox.company.workspaces;
    await gong.run("listCallsUsingGet", {
      fromDateTime: "2025-01-01T01:00:00+01:00",
      toDateTime: " 2026-07-01 ",
      workspaceId: workspace?.id,
      fetchAll: "false",
      somethingElse: "x",
    });
    expect(gong.sandbox.requests).toMatchObject([
      { method: "GET", path: "/v2/calls", body: undefined, status: 200 },
    ]);
    expect(queries()).toEqual([
      {
        fromDateTime: "2025-01-01T01:00:00+01:00",
        toDateTime: "2026-07-01T00:00:00Z",
        workspaceId: workspace?.id,
      },
    ]);
  });

  it("takes dates and ids as ready values", async () => {
    const [model] = gong.sandbox.company.workspaces;
    if (!model) throw new Error("The company has no workspace.");
    gong.sandbox.company.workspaces.push({ ...model, id: "623457276584334" });
    await gong.run("listCallsUsingGet", {
      fromDateTime: new Date(Date.UTC(2025, 0, 1)),
      toDateTime: new Date(now),
      workspaceId: 623457276584334,
    });
    expect(queries()).toEqual([
      {
        fromDateTime: "2025-01-01T00:00:00.000Z",
        toDateTime: "2026-06-01T00:00:00.000Z",
        workspaceId: "623457276584334",
      },
    ]);
  });

  it.each(blanks)("sends nothing of optional inputs that are %p", async (blank) => {
    const inputs = { ...range, cursor: blank, workspaceId: blank, fetchAll: blank };
    await gong.run("listCallsUsingGet", inputs);
    expect(queries()).toEqual([range]);
  });

  it("reads page by page with the cursor, and the same with Fetch All", async () => {
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const { data } = await gong.run("listCallsUsingGet", { ...range, cursor });
      pages.push(idsOf(data));
      cursor = data.records.cursor;
    } while (cursor);
    gong.sandbox.clearRequests();
    const { data } = await gong.run("listCallsUsingGet", { ...range, fetchAll: true });

    expect(pages.map(({ length }) => length)).toEqual([100, 100, visible().length - 200]);
    expect(idsOf(data)).toEqual(visible());
    expect(pages.flat()).toEqual(visible());
    expect(data.records).not.toHaveProperty("cursor");
    expect(data.records.currentPageSize).toBe(visible().length);
    expect(queries().map(({ cursor: _, ...rest }) => rest)).toEqual([range, range, range]);
  });

  it("goes on from a cursor to the end with Fetch All", async () => {
    const first = await gong.run("listCallsUsingGet", range);
    const { cursor } = first.data.records;
    const { data } = await gong.run("listCallsUsingGet", { ...range, cursor, fetchAll: true });
    expect(idsOf(data)).toEqual(visible().slice(100));
  });

  it.each([true, false])(
    "gives an empty list for an empty range, Fetch All %p (G8)",
    async (fetchAll) => {
      const { data } = await gong.run("listCallsUsingGet", {
        fromDateTime: "2001-01-01",
        toDateTime: "2001-01-02",
        fetchAll,
      });
      expect(data).toEqual({
        requestId: expect.any(String),
        records: { totalRecords: 0, currentPageSize: 0, currentPageNumber: 0 },
        calls: [],
      });
      expect(gong.sandbox.requests).toHaveLength(1);
    },
  );

  it("takes a 404 with other words for what it is: an error", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 404, errors: ["Not here"] });
    const error = await gong.fail("listCallsUsingGet", range);
    expect(error).toMatchObject({ name: "GongError", code: "not_found", status: 404 });
  });

  it.each<[string, unknown, string, string]>([
    ...blanks.flatMap((blank): [string, unknown, string, string][] => [
      ["fromDateTime", blank, "From Date Time", "is required"],
      ["toDateTime", blank, "To Date Time", "is required"],
    ]),
    ["fromDateTime", "2026-02-30", "From Date Time", "ISO 8601, for example 2026-03-01T00:00:00Z"],
    ["fromDateTime", "yesterday", "From Date Time", "ISO 8601"],
    ["toDateTime", "2026-13-01T00:00:00Z", "To Date Time", "ISO 8601"],
    ["toDateTime", 1767225600000, "To Date Time", "ISO 8601"],
    ["toDateTime", { date: "2026-07-01" }, "To Date Time", "ISO 8601"],
    ["toDateTime", "2024-12-31", "To Date Time", "must be later than From Date Time"],
    ["toDateTime", "2025-01-01T01:00:00+01:00", "To Date Time", "must be later than"],
    ["workspaceId", "sales", "Workspace Id", "must be a Gong id"],
    ["workspaceId", 7782342274025938000, "Workspace Id", "must arrive as text"],
    ["workspaceId", ["623457276584334"], "Workspace Id", "must be a Gong id"],
    ["cursor", Buffer.from("x"), "Cursor", "must be text, not a file"],
    ["fetchAll", "perhaps", "Fetch All", "must be true or false"],
  ])("refuses %s of %p", async (key, value, label, says) => {
    const hides = typeof value === "string" ? value.trim() : undefined;
    const inputs = { ...range, [key]: value };
    await expectRefused(gong, "listCallsUsingGet", inputs, { label, says, hides });
  });

  it("names the scope that an OAuth connection lacks", async () => {
    const inputs = { ...range, connection: gong.oauthConnection(["api:users:read"]) };
    const error = await gong.fail("listCallsUsingGet", inputs);
    expect(error).toMatchObject({ code: "missing_scope", scope: "api:calls:read:basic" });
    expect(error.message).toContain("List Calls failed: Gong answered 401");
  });
});

describe("Get Call", () => {
  it("gets the call of the id, long ids whole", async () => {
    const call = gong.sandbox.createCall({ id: "12345678901234567890", title: "A long id" });
    const { data } = await gong.run("getCallUsingGet", { callId: ` ${call.id}\n` });

    expect(data.call).toMatchObject({ id: "12345678901234567890", title: "A long id" });
    expect(gong.sandbox.requests).toMatchObject([
      { method: "GET", path: "/v2/calls/12345678901234567890", query: {}, body: undefined },
    ]);
  });

  it("takes the id as a number from an earlier step", async () => {
    gong.sandbox.createCall({ id: "234599484848423" });
    const { data } = await gong.run("getCallUsingGet", { callId: 234599484848423 });
    expect(data.call.id).toBe("234599484848423");
  });

  it("gives Gong's words when there is no such call", async () => {
    const error = await gong.fail("getCallUsingGet", { callId: "7" });
    expect(error).toMatchObject({ code: "not_found", status: 404 });
    expect(error.message).toContain("Call ID 7 was not found");
  });

  it.each<[unknown, string]>([
    ...blanks.map((blank): [unknown, string] => [blank, "is required"]),
    ["000xxx", "must be a Gong id of up to 20 digits"],
    ["7/../../users", "must be a Gong id"],
    ["%2e%2e", "must be a Gong id"],
    [7782342274025938000, "must arrive as text"],
    [["7"], "must be a Gong id"],
  ])("refuses the id %p", async (callId, says) => {
    await expectRefused(gong, "getCallUsingGet", { callId }, { label: "Call Id", says });
  });
});
