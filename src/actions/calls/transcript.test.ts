import { startGong, type TestGong } from "../../../tests/support/gong";
import { blanks, expectRefused } from "../../../tests/support/refusals";
import { systemTime } from "../../client/time";

const now = Date.UTC(2026, 5, 1);
const range = { fromDateTime: "2025-01-01T00:00:00Z", toDateTime: "2026-07-01T00:00:00Z" };

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 150, now: () => now });
});
beforeEach(() => {
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
});
afterAll(() => gong.stop());

const bodies = () => gong.sandbox.requests.map(({ body }) => body);
const callIdsOf = (data: { callTranscripts: { callId: string }[] }) =>
  data.callTranscripts.map(({ callId }) => callId);

/** Ids of calls that the company shows now. */
const visible = () =>
  gong.sandbox.company.calls
    .filter(({ visibleAt }) => visibleAt !== null && visibleAt <= now)
    .map(({ id }) => id);

describe("Get Call Transcript", () => {
  it("asks for the calls of a range in a workspace", async () => {
    const workspaceId = gong.sandbox.company.workspaces[0]?.id;
    const { data } = await gong.run("getCallTranscript", {
      ...range,
      workspaceId,
      callIds: ["000xxx"],
      fetchAll: "false",
    });
    expect(gong.sandbox.requests).toMatchObject([
      { method: "POST", path: "/v2/calls/transcript", query: {}, status: 200 },
    ]);
    expect(bodies()).toEqual([{ filter: { ...range, workspaceId } }]);
    const [sentence] = data.callTranscripts[0].transcript[0].sentences;
    expect(sentence).toEqual({
      start: expect.any(Number),
      end: expect.any(Number),
      text: expect.any(String),
    });
  });

  const two = () => visible().slice(0, 2);
  it.each<[string, (ids: string[]) => unknown]>([
    ["a list", (ids) => ids],
    ["a list with the sample and blanks", (ids) => ["000xxx", ...ids, ""]],
    ["text", (ids) => ids.join(", ")],
    ["a JSON list", (ids) => JSON.stringify(ids)],
    ["a JSON list of long numbers", (ids) => `[${ids.join(",")}]`],
    ["a list in a list", (ids) => [ids]],
  ])("asks for calls by id, given as %s", async (_, toValue) => {
    const { data } = await gong.run("getCallTranscript", { callIds: toValue(two()) });
    expect(bodies()).toEqual([{ filter: { callIds: two() } }]);
    expect(callIdsOf(data).sort()).toEqual(two().sort());
  });

  it("narrows ids down by a range", async () => {
    await gong.run("getCallTranscript", { callIds: two(), ...range });
    expect(bodies()).toEqual([{ filter: { ...range, callIds: two() } }]);
  });

  it.each(blanks)("sends nothing of optional inputs that are %p", async (blank) => {
    await gong.run("getCallTranscript", {
      fromDateTime: range.fromDateTime,
      toDateTime: blank,
      workspaceId: blank,
      callIds: blank,
      cursor: blank,
      fetchAll: blank,
    });
    expect(bodies()).toEqual([{ filter: { fromDateTime: range.fromDateTime } }]);
  });

  it("puts the cursor at the top of the body and keeps the filter, page by page (G13)", async () => {
    const first = await gong.run("getCallTranscript", range);
    const { cursor } = first.data.records;
    const second = await gong.run("getCallTranscript", { ...range, cursor });
    const all = await gong.run("getCallTranscript", { ...range, fetchAll: true });

    expect(bodies().slice(0, 2)).toEqual([{ filter: range }, { filter: range, cursor }]);
    expect(bodies().slice(2)).toEqual([
      { filter: range },
      { filter: range, cursor: expect.any(String) },
    ]);
    expect(callIdsOf(all.data)).toEqual([...callIdsOf(first.data), ...callIdsOf(second.data)]);
    expect(callIdsOf(all.data).sort()).toEqual(visible().sort());
    expect(all.data.records).not.toHaveProperty("cursor");
    expect(gong.sandbox.requests.every(({ query }) => !("cursor" in query))).toBe(true);
  });

  it.each([true, false])(
    "gives an empty list for an empty range, Fetch All %p (G8)",
    async (fetchAll) => {
      const inputs = { fromDateTime: "2001-01-01", toDateTime: "2001-01-02", fetchAll };
      const { data } = await gong.run("getCallTranscript", inputs);
      expect(data.callTranscripts).toEqual([]);
      expect(gong.sandbox.requests).toHaveLength(1);
    },
  );

  it.each([
    ["nothing", {}],
    ["the sample", { callIds: ["000xxx"] }],
    ["the sample as text", { callIds: "000xxx" }],
    ["an empty list", { callIds: [] }],
    ["a list of blanks", { callIds: ["", null, " "] }],
    ["an empty JSON list", { callIds: "[]" }],
    ["a cursor alone", { cursor: "abc", callIds: ["000xxx"] }],
  ])("refuses %s, which would ask for every transcript there is", async (_, inputs) => {
    await expectRefused(gong, "getCallTranscript", inputs, {
      label: "Call Ids",
      says: "or a range by From Date Time and To Date Time must be given",
    });
  });

  it("refuses ids together with a workspace (G29)", async () => {
    const inputs = { callIds: ["7782342274025937895"], workspaceId: "623457276584334" };
    await expectRefused(gong, "getCallTranscript", inputs, {
      label: "Workspace Id",
      says: "must be blank when Call Ids are given",
    });
  });

  it.each<[string, unknown, string, string]>([
    ["fromDateTime", "2026-02-30", "From Date Time", "must be a date and time"],
    ["toDateTime", "next week", "To Date Time", "must be a date and time"],
    ["toDateTime", "2024-01-01", "To Date Time", "must be later than From Date Time"],
    ["workspaceId", "secret", "Workspace Id", "must be a Gong id"],
    ["callIds", ["000xxx", "secret"], "Call Ids, at [1],", "must be a Gong id"],
    ["callIds", "secret", "Call Ids", "must be a Gong id"],
    ["callIds", [7782342274025938000], "Call Ids", "must arrive as text"],
    ["callIds", { ids: ["1"] }, "Call Ids", "must be a list of Gong ids"],
    ["callIds", '["1"', "Call Ids", "must be a list of Gong ids"],
    ["cursor", ["secret"], "Cursor", "must be text, not a list"],
    ["fetchAll", "secret", "Fetch All", "must be true or false"],
  ])("refuses %s of %p", async (key, value, subject, says) => {
    const [label = ""] = subject.split(",");
    const inputs = { ...range, [key]: value };
    await expectRefused(gong, "getCallTranscript", inputs, { label, says, hides: "secret" });
    expect((await gong.fail("getCallTranscript", inputs)).message).toContain(subject);
  });

  it("reads again after an outage in spite of its verb, and keeps the filter", async () => {
    const sleep = jest.spyOn(systemTime, "sleep").mockResolvedValue();
    gong.sandbox.faults.next({ kind: "status", status: 503 });
    await gong.run("getCallTranscript", range);
    expect(sleep).toHaveBeenCalledTimes(1);
    sleep.mockRestore();
    expect(bodies()).toEqual([{ filter: range }, { filter: range }]);
  });

  it("names the scope that an OAuth connection lacks", async () => {
    const inputs = { ...range, connection: gong.oauthConnection(["api:calls:read:basic"]) };
    expect(await gong.fail("getCallTranscript", inputs)).toMatchObject({
      code: "missing_scope",
      scope: "api:calls:read:transcript",
    });
  });
});
