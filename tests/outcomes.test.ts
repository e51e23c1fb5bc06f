import { createContext } from "./support/context";
import { startGong, type TestGong } from "./support/gong";
import { requestOf, sent } from "./support/requestTable";
import { connectionTo, startServer } from "./support/server";

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

const workspaceId = () => gong.sandbox.company.workspaces[0]?.id ?? "";
const host = () =>
  gong.sandbox.company.users.find(
    ({ active, avatar, settings }) => active && !avatar && settings.telephonyCallsImported,
  );

/** Lists with several pages, and the field that holds their records. */
const lists: [action: string, records: string, inputs: Record<string, unknown>][] = [
  ["listCallsUsingGet", "calls", range],
  ["getCallTranscript", "callTranscripts", range],
  [
    "getLogsDataByTypeAndTimeRange",
    "logEntries",
    { logType: "AccessLog", fromDateTime: "2020-01-01T00:00:00Z" },
  ],
];

describe.each(lists)("%s", (action, records, inputs) => {
  it("reads page by page with the cursor, the same as at once with Fetch All", async () => {
    const pages: unknown[] = [];
    let cursor: string | undefined;
    do {
      const { data } = await gong.run(action, { ...inputs, cursor });
      pages.push(...data[records]);
      cursor = data.records.cursor;
    } while (cursor);
    const { data } = await gong.run(action, { ...inputs, fetchAll: "true" });
    expect(pages.length).toBeGreaterThan(100);
    expect(data[records]).toEqual(pages);
    expect(data.records).toEqual({
      totalRecords: pages.length,
      currentPageSize: pages.length,
      currentPageNumber: 0,
    });
  });

  it.each([true, false])(
    "is an empty list where there is nothing, Fetch All %p (G8)",
    async (fetchAll) => {
      const { data } = await gong.run(action, {
        ...inputs,
        fromDateTime: "2001-01-01T00:00:00Z",
        toDateTime: "2001-01-01T00:00:00Z",
        fetchAll,
      });
      expect(data[records]).toEqual([]);
      expect(gong.sandbox.requests).toHaveLength(1);
    },
  );

  it("takes a 404 with other words for what it is: an error", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 404, errors: ["Not here"] });
    const error = await gong.fail(action, inputs);
    expect(error).toMatchObject({ name: "GongError", code: "not_found", status: 404 });
  });

  it("warns of a range that ends before it begins, and asks all the same (B17)", async () => {
    const context = createContext();
    const reversed = { fromDateTime: "2026-02-01T00:00:00Z", toDateTime: "2026-01-01T00:00:00Z" };
    await gong.run(action, { ...inputs, ...reversed }, context).catch(() => undefined);
    expect(context.lines).toEqual([
      "warn: From Date Time is later than To Date Time, so Gong finds nothing between them.",
    ]);
    expect(gong.sandbox.requests).toHaveLength(1);
  });
});

describe("Get Call Transcript", () => {
  it("leaves the workspace out when there are IDs, and says so (G29)", async () => {
    const context = createContext();
    const callIds = gong.sandbox.company.calls.slice(0, 2).map(({ id }) => id);
    await gong.run("getCallTranscript", { callIds, workspaceId: workspaceId() }, context);
    expect(gong.sandbox.requests.map(({ body }) => body)).toEqual([{ filter: { callIds } }]);
    expect(context.lines).toEqual([
      "info: Workspace Id is not sent, because Gong does not allow it with Call Ids.",
    ]);
  });
});

describe("The library", () => {
  it('keeps "null" for a folder without parent, and lists its calls, or none', async () => {
    const { data } = await gong.run("listLibraryFolders", { workspaceId: workspaceId() });
    const parents = data.folders.map(
      (folder: { parentFolderId: unknown }) => folder.parentFolderId,
    );
    expect(parents).toContain("null");
    const folder = gong.sandbox.company.folders.find(({ calls }) => calls.length > 0);
    const full = await gong.run("listCallsInFolder", { folderId: folder?.id });
    expect(full.data.calls).toHaveLength(folder?.calls.length ?? 0);
    if (folder) folder.calls = [];
    const empty = await gong.run("listCallsInFolder", { folderId: folder?.id });
    expect(empty.data.calls).toEqual([]);
    const error = await gong.fail("listCallsInFolder", { folderId: "1" });
    expect(error).toMatchObject({ name: "GongError", code: "not_found", status: 404 });
  });
});

describe("Create New Call", () => {
  const newCall = (clientUniqueId: string, more: object = {}) => ({
    clientUniqueId,
    primaryUser: host()?.id,
    parties: [{ userId: host()?.id }],
    direction: "Inbound",
    actualStart: "2026-03-01T09:00:00-07:00",
    ...more,
  });

  it("says what to enable when calls of the user are not imported (G28)", async () => {
    const user = gong.sandbox.company.users.find(
      ({ active, avatar, settings }) => active && !avatar && !settings.telephonyCallsImported,
    );
    const inputs = newCall("not-imported", {
      primaryUser: user?.id,
      parties: [{ userId: user?.id }],
    });
    const error = await gong.fail("createNewCall", inputs);
    expect(error).toMatchObject({ code: "conflict", status: 409 });
    expect(error.message).toContain("telephony import");
  });
});

describe("Meetings", () => {
  it("are made, changed and deleted for good", async () => {
    const organizer = gong.sandbox.company.users.find(
      ({ meetingConsentPageUrl, avatar }) => meetingConsentPageUrl !== null && !avatar,
    );
    const organizerEmail = organizer?.emailAddress;
    const times = { startTime: "2026-12-01T09:00:00Z", endTime: "2026-12-01T09:30:00Z" };
    const meeting = { ...times, organizerEmail, invitees: [{ email: "kim@northmoor.example" }] };
    const { data } = await gong.run("createNewGongMeeting", meeting);
    const { meetingId } = data;
    await gong.run("updateGongMeeting", { ...meeting, meetingId, title: "Moved" });
    const find = () => gong.sandbox.company.meetings.find(({ id }) => id === meetingId);
    expect(find()).toMatchObject({ title: "Moved" });
    expect(await requestOf(gong, "deleteMeeting", { meetingId, organizerEmail })).toEqual(
      sent(`DELETE /v2/meetings/${meetingId}`, { body: { organizerEmail } }),
    );
    expect(find()).toBeUndefined();
  });
});

describe("Numbers inside JSON inputs", () => {
  it("arrive with every digit that was written (13.7)", async () => {
    let written = "";
    const server = await startServer((request, response) => {
      request.setEncoding("utf8").on("data", (chunk: string) => {
        written += chunk;
      });
      request.on("end", () => response.end('{"requestId":"r","callId":"1"}'));
    });
    const contextParam =
      '[{"system": "Generic", "id": 7782342274025937895, "price": 0.12345678901234567891, "n": 1.50}]';
    const inputs = {
      clientUniqueId: "digits",
      primaryUser: "1",
      parties: [{ userId: "1" }],
      direction: "Inbound",
      actualStart: "2026-03-01T09:00:00Z",
      contextParam,
      connection: connectionTo(server.url),
    };
    await gong.run("createNewCall", inputs);
    await server.stop();
    expect(written).toContain('"id":"7782342274025937895","price":0.12345678901234567891,"n":1.5');
  });
});
