import {
  day,
  hour,
  idsOf,
  type SyncTest,
  sorted,
  startSync,
  windowsOf,
} from "../../../tests/support/syncCalls";

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

describe("Runs that meet", () => {
  it("leave the work to the first while it goes on, and take over when it is silent", async () => {
    expected.push(...sync.addCalls(250, firstDay, hour));
    const first = await sync.platform.run({ onDeploy: true, incident: () => "abandoned" });
    const second = await sync.platform.run();
    expect(second).toMatchObject({ items: [], resultTypes: ["polled_no_changes"] });
    expect(second.lines.join()).toMatch(/a run is on its way already/);

    sync.advance(20 * 60_000);
    const third = await sync.platform.run();
    expect(sorted(idsOf([...first.items, ...third.items]))).toEqual(sorted(expected));
  });

  it("stop when a later one has gone on in their place", async () => {
    expected.push(...sync.addCalls(250, firstDay, hour));
    let rounds = 0;
    const incident = () => (++rounds === 2 ? ("abandoned" as const) : undefined);
    const first = await sync.platform.run({ onDeploy: true, incident });
    sync.advance(hour);
    const second = await sync.platform.run();
    sync.takeRequests();
    const revenant = await sync.platform.run({ onDeploy: true, cursor: first.cursor ?? {} });
    expect(revenant).toMatchObject({ rounds: 1, items: [] });
    expect(revenant.lines.join()).toMatch(/a later run has gone on in place of this one/);
    expect(sync.takeRequests()).toEqual([]);
    expect(sorted(idsOf([...first.items, ...second.items]))).toEqual(sorted(expected));
  });
});

describe("A cursor", () => {
  it("that expired begins its window again, half as long, and repeats nothing", async () => {
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
    const whole = "2026-02-28T00:00:00Z 2026-03-01T00:00:00Z";
    const half = "2026-02-28T00:00:00Z 2026-02-28T12:00:00Z";
    expect(windowsOf(sync.takeRequests())).toEqual([
      [whole, "begin", 200],
      [whole, "cursor", 400],
      [half, "begin", 200],
      [half, "cursor", 200],
      ["2026-02-28T12:00:00Z 2026-03-01T00:00:00Z", "begin", 200],
      ["2026-02-28T12:00:00Z 2026-03-01T00:00:00Z", "cursor", 200],
      ["2026-03-01T00:00:00Z 2026-03-01T09:00:00Z", "begin", 404],
    ]);
  });

  it("that comes a second time is not followed", async () => {
    expected.push(...sync.addCalls(250, firstDay, day));
    const page = (cursor: string) => ({
      kind: "status" as const,
      status: 200,
      body: { requestId: "r", records: { cursor }, calls: [] },
    });
    for (const cursor of ["a", "b", "a"]) sync.gong.sandbox.faults.next(page(cursor));
    const run = await sync.platform.run({ onDeploy: true });
    expect(windowsOf(sync.takeRequests()).slice(0, 4)).toEqual([
      ["2026-02-20T00:00:00Z 2026-02-21T00:00:00Z", "begin", 200],
      ["2026-02-20T00:00:00Z 2026-02-21T00:00:00Z", "cursor", 200],
      ["2026-02-20T00:00:00Z 2026-02-21T00:00:00Z", "cursor", 200],
      ["2026-02-20T00:00:00Z 2026-02-20T12:00:00Z", "begin", 200],
    ]);
    expect(sorted(idsOf(run.items))).toEqual(sorted(expected));
  });

  it("that is a number is followed as text", async () => {
    expected.push(...sync.addCalls(2, firstDay, day));
    const body = { requestId: "r", records: { cursor: 7 }, calls: [] };
    sync.gong.sandbox.faults.next({ kind: "status", status: 200, body });
    const run = await sync.platform.run({ onDeploy: true });
    expect(sync.takeRequests()[1]?.body.cursor).toBe("7");
    expect(sorted(idsOf(run.items))).toEqual(sorted(expected));
  });

  it("that can never be used makes an error in the end, not a loop", async () => {
    const body = { requestId: "r", records: { cursor: "a" }, calls: [] };
    sync.gong.sandbox.faults.next({ kind: "status", status: 200, body, times: 1_000 });
    const run = await sync.platform.run({ onDeploy: true });
    expect(run.error).toMatchObject({
      name: "GongError",
      code: "cursor_repeated",
      message:
        "List Calls Extensive failed: Gong gave the same cursor twice. Following it would never end. Run it again; if it stays, tell Gong's support.",
    });
    expect(sync.takeRequests().length).toBeLessThan(40);
  });
});

describe("Failures in the middle of a page", () => {
  it("hand out nothing of it, and the next run hands it out whole", async () => {
    sync.platform.configure({ includeTranscript: "true" });
    expected.push(...sync.addCalls(150, firstDay, hour));
    sync.gong.sandbox.faults.next({
      kind: "status",
      status: 503,
      path: "/v2/calls/transcript",
      times: 5,
    });
    const failed = await sync.platform.run({ onDeploy: true });
    expect(failed).toMatchObject({ items: [], error: { name: "GongError", code: "unavailable" } });
    const { items } = await sync.platform.run();
    expect(sorted(idsOf(items))).toEqual(sorted(expected));
  });

  const odd = [{}, null, 7, { metaData: null }, { metaData: {} }, { metaData: { id: 7 } }];
  it.each([
    ...odd.map((call) => ["/v2/calls/extensive", "calls", [call]] as const),
    ["/v2/calls/transcript", "callTranscripts", [{ transcript: [] }]] as const,
    ["/v2/calls/transcript", "callTranscripts", [null]] as const,
  ])("come of records without an id, and lose nothing: %s, %s %j", async (path, list, records) => {
    sync.platform.configure({ includeTranscript: "true" });
    expected.push(...sync.addCalls(2, firstDay, hour));
    const body = { requestId: "r", records: {}, [list]: records };
    sync.gong.sandbox.faults.next({ kind: "status", status: 200, body, path });
    const failed = await sync.platform.run({ onDeploy: true });
    expect(failed).toMatchObject({
      items: [],
      error: { name: "GongError", code: "unreadable_answer", requestId: "r" },
    });
    expect(failed.error?.message).toMatch(
      /^(List Calls Extensive|Get Call Transcript) failed: Gong gave no list in which every record has its id\. Nothing of it was used, and nothing is lost\. Run it again; if it stays, tell Gong's support\. Gong request id: r\.$/,
    );
    expect(sync.platform.instanceState).toEqual({});
    const { items } = await sync.platform.run();
    expect(sorted(idsOf(items))).toEqual(sorted(expected));
  });

  it.each([
    ["/v2/calls/extensive", "calls", null] as const,
    ["/v2/calls/transcript", "callTranscripts", undefined] as const,
  ])("come of pages without a list, and lose nothing: %s, %s %j", async (path, list, records) => {
    sync.platform.configure({ includeTranscript: "true" });
    expected.push(...sync.addCalls(2, firstDay, hour));
    const body = { requestId: "r", records: {}, [list]: records };
    // They may be some proxy's, and are asked for again.
    sync.gong.sandbox.faults.next({ kind: "status", status: 200, body, path, times: 5 });
    const failed = await sync.platform.run({ onDeploy: true });
    expect(failed).toMatchObject({
      items: [],
      error: { code: "unreadable_answer", requestId: "r", attempts: 5 },
    });
    expect(sync.platform.instanceState).toEqual({});
    const { items } = await sync.platform.run();
    expect(sorted(idsOf(items))).toEqual(sorted(expected));
  });

  it("name the scope that a connection lacks", async () => {
    expected.push(...sync.addCalls(1, firstDay, hour));
    const connection = sync.gong.oauthConnection(["api:calls:read:extensive"]);
    sync.platform.configure({ connection, includeTranscript: "true" });
    const { error } = await sync.platform.run({ onDeploy: true });
    expect(error).toMatchObject({
      name: "GongConnectionError",
      code: "missing_scope",
      scope: "api:calls:read:transcript",
    });
  });
});
