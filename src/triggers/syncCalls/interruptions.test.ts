import {
  day,
  hour,
  idsOf,
  type SyncTest,
  sorted,
  startSync,
  windowsOf,
} from "../../../tests/support/polling/syncCalls";

const firstDay = Date.parse("2026-02-20");
let sync: SyncTest;
let expected: string[];

beforeAll(async () => {
  sync = await startSync();
});
beforeEach(() => {
  sync.reset();
  expected = [];
});
afterAll(() => sync.stop());

const givenUp = { keepsItems: true, keepsState: true, isRepeated: false };

describe("A round of which the platform keeps one part", () => {
  it.each([
    ["its state alone, and repeats it", { keepsItems: false, keepsState: true, isRepeated: true }],
    ["its state alone, and gives up", { keepsItems: false, keepsState: true, isRepeated: false }],
    ["its calls alone, and repeats it", { keepsItems: true, keepsState: false, isRepeated: true }],
    ["its calls alone, and gives up", { keepsItems: true, keepsState: false, isRepeated: false }],
    ["nothing, and gives up", { keepsItems: false, keepsState: false, isRepeated: false }],
  ])("comes again where it may be lost: %s", async (_, incident) => {
    const expected = sync.addCalls(250, firstDay, 2 * day).sort();
    const all = [...sync.gong.sandbox.company.calls];
    // Pages of 100, 25, 100 and 25 calls, and a round that only saves.
    for (const at of [1, 2, 3, 4, 5]) {
      sync.reset();
      sync.gong.sandbox.company.calls.push(...all);
      let rounds = 0;
      const first = await sync.platform.run({
        onDeploy: true,
        incident: () => (++rounds === at ? incident : undefined),
      });
      sync.advance(hour);
      const second = await sync.platform.run();
      const ids = idsOf([...first.items, ...second.items]);
      expect([...new Set(ids)].sort()).toEqual(expected);
      // No more than a page or two comes twice.
      expect(ids.length).toBeLessThanOrEqual(expected.length + 125);
      sync.advance(hour);
      expect((await sync.platform.run()).items).toEqual([]);
    }
  });
});

describe("Runs that meet", () => {
  it("leave the work to the first while it goes on, and take over when it is silent", async () => {
    expected.push(...sync.addCalls(250, firstDay, hour));
    const first = await sync.platform.run({ onDeploy: true, incident: () => givenUp });
    const second = await sync.platform.run();
    expect(second).toMatchObject({ items: [], resultTypes: ["polled_no_changes"] });
    expect(second.lines.join()).toMatch(/another run is in progress/);

    sync.advance(20 * 60_000);
    const third = await sync.platform.run();
    expect(new Set(idsOf([...first.items, ...third.items]))).toEqual(new Set(expected));
  });

  it("stop when a later one has gone on in their place", async () => {
    expected.push(...sync.addCalls(250, firstDay, hour));
    let rounds = 0;
    const incident = () => (++rounds === 2 ? givenUp : undefined);
    const first = await sync.platform.run({ onDeploy: true, incident });
    sync.advance(hour);
    const second = await sync.platform.run();
    sync.takeRequests();
    const revenant = await sync.platform.run({ onDeploy: true, cursor: first.cursor ?? {} });
    expect(revenant).toMatchObject({ rounds: 1, items: [] });
    expect(sync.takeRequests()).toEqual([]);
    expect(new Set(idsOf([...first.items, ...second.items]))).toEqual(new Set(expected));
  });
});

describe("A list with fewer rows than Gong counts", () => {
  const page = (calls: readonly string[], cursor?: string) => ({
    kind: "status" as const,
    status: 200,
    body: {
      requestId: "r",
      records: { totalRecords: 3, cursor },
      calls: calls.map((id) => ({ metaData: { id } })),
    },
  });

  it("is read once more in days that should be complete, so that a moved call comes", async () => {
    expected.push(...sync.addCalls(3, firstDay, hour));
    const [one = "", two = "", three = ""] = sorted(expected);
    // Between the pages the first call is deleted, and the second moves onto the page that was read.
    sync.gong.sandbox.faults.next(page([one], "next"));
    sync.gong.sandbox.faults.next(page([three]));
    const { calls } = sync.gong.sandbox.company;
    const left = calls.filter(({ id }) => id !== one);
    calls.splice(0, calls.length, ...left);
    const run = await sync.platform.run({ onDeploy: true });
    expect(idsOf(run.items)).toEqual([one, three, two]);
  });

  it.each<[string, string, { privateCalls?: string }, number]>([
    ["calls of an old day are hidden, which is read once more", "02-20", {}, 2],
    ["calls of the last day are hidden, which is read again in any case", "03-01", {}, 1],
    ["the connection leaves out private calls", "02-20", { privateCalls: "false" }, 1],
  ])("counts as read where %s", async (_, date, fields, times) => {
    const from = `2026-${date}T00:00:00Z`;
    expected.push(...sync.addCalls(2, Date.parse(from), hour));
    const odd = fields.privateCalls ? { isPrivate: true } : { visibleAt: Number.POSITIVE_INFINITY };
    sync.addCall({ startedAt: Date.parse(from) + hour, ...odd });
    const connection = structuredClone(sync.gong.connection) as { fields: object };
    Object.assign(connection.fields, fields);
    sync.platform.configure({ connection });
    const { items } = await sync.platform.run({ onDeploy: true });
    expect(sorted(idsOf(items))).toEqual(sorted(expected));
    const days = sync.takeRequests().map(({ body }) => body.filter.fromDateTime);
    expect(days.filter((day) => day === from)).toHaveLength(times);
  });
});

describe("A state of other calls", () => {
  it("is an error, not the whole history twice, until Start Over is changed", async () => {
    expected.push(...sync.addCalls(3, firstDay, hour));
    await sync.platform.run({ onDeploy: true });
    sync.advance(hour);
    const workspaceId = sync.gong.sandbox.company.workspaces[0]?.id;
    sync.platform.configure({ workspaceId });
    const before = structuredClone(sync.platform.instanceState);
    sync.takeRequests();
    expect((await sync.platform.run()).error?.message).toBe(
      "Sync Calls: the saved state belongs to another account, workspace, or version, and continuing would send every call again. Restore the connection and Workspace Id, or change Start Over to start over from First Day.",
    );
    expect([sync.takeRequests(), sync.platform.instanceState]).toEqual([[], before]);

    sync.platform.configure({ startOver: "2026-03-01" });
    expect(sorted(idsOf((await sync.platform.run()).items))).toEqual(sorted(expected));
    sync.advance(hour);
    expect((await sync.platform.run()).items).toEqual([]);
  });

  it("is gone on from where only Start Over is taken away again", async () => {
    expected.push(...sync.addCalls(3, firstDay, hour));
    sync.platform.configure({ startOver: "one" });
    expect((await sync.platform.run({ onDeploy: true })).items).toHaveLength(3);
    sync.advance(hour);
    sync.platform.configure({ startOver: "" });
    expect((await sync.platform.run()).items).toEqual([]);
  });
});

describe("A cursor", () => {
  it("that expired begins its window again, and repeats nothing", async () => {
    expected.push(...sync.addCalls(250, firstDay + 8 * day, day));
    sync.platform.configure({ firstDay: "2026-02-28" });
    let rounds = 0;
    const run = await sync.platform.run({
      onDeploy: true,
      incident: () => {
        rounds += 1;
        if (rounds === 1) sync.advance(hour);
        return undefined;
      },
    });
    expect(sorted(idsOf(run.items))).toEqual(sorted(expected));
    const window = "2026-02-28T00:00:00Z 2026-03-01T00:00:00Z";
    expect(windowsOf(sync.takeRequests())).toEqual([
      [window, "begin", 200],
      [window, "cursor", 400],
      [window, "begin", 200],
      [window, "cursor", 200],
      [window, "cursor", 200],
      ["2026-03-01T00:00:00Z 2026-03-01T09:00:00Z", "begin", 404],
    ]);
  });

  it.each([
    ["that comes again", ["a"]],
    ["that takes turns with another", ["a", "b"]],
  ])("%s is an error, not a loop", async (_, cursors) => {
    for (let page = 0; page < 1_000; page += 1) {
      const cursor = cursors[page % cursors.length];
      const records = { cursor, totalRecords: 100, currentPageSize: 100 };
      const body = { requestId: "r", records, calls: [] };
      sync.gong.sandbox.faults.next({ kind: "status", status: 200, body });
    }
    const run = await sync.platform.run({ onDeploy: true });
    expect(run.error).toMatchObject({ name: "GongError", code: "cursor_repeated" });
    expect(sync.takeRequests().length).toBeLessThan(20);
  });
});

describe("Failures in the middle of a page", () => {
  it.each([
    ["/v2/calls/extensive", "calls", [{ metaData: {} }], 1],
    ["/v2/calls/transcript", "callTranscripts", [{ transcript: [] }], 1],
    // A page without a list may be some proxy's, and is asked for again.
    ["/v2/calls/extensive", "calls", null, 5],
  ])(
    "come of what cannot be read, and lose nothing: %s, %s %j",
    async (path, list, records, times) => {
      sync.platform.configure({ includeTranscript: "true" });
      expected.push(...sync.addCalls(2, firstDay, hour));
      const body = { requestId: "r", records: {}, [list]: records };
      sync.gong.sandbox.faults.next({ kind: "status", status: 200, body, path, times });
      const failed = await sync.platform.run({ onDeploy: true });
      expect(failed).toMatchObject({
        items: [],
        error: { code: "unreadable_answer", attempts: times },
      });
      expect(sync.platform.instanceState).toEqual({});
      const { items } = await sync.platform.run();
      expect(sorted(idsOf(items))).toEqual(sorted(expected));
    },
  );
});
