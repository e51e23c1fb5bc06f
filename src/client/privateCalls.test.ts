import { startGong, type TestGong } from "../../tests/support/gong";
import { idOf, startPollStage } from "../../tests/support/polling/stage";
import { startSync } from "../../tests/support/polling/syncCalls";

let gong: TestGong;
let connection: object;
beforeAll(async () => {
  gong = await startGong({ callCount: 150 });
  const { fields, ...rest } = gong.connection as { fields: object };
  connection = { ...rest, fields: { ...fields, privateCalls: "false" } };
});
afterAll(() => gong.stop());

const range = () => ({
  fromDateTime: new Date(gong.sandbox.clock.now() - 400 * 24 * 3600_000).toISOString(),
  toDateTime: new Date(gong.sandbox.clock.now()).toISOString(),
  fetchAll: true,
});
const privateIds = () =>
  gong.sandbox.company.calls.filter(({ isPrivate }) => isPrivate).map(({ id }) => id);

/** What every reader of calls is asked, and where its answer holds their IDs. */
const readers: [
  key: string,
  inputs: () => Readonly<Record<string, unknown>>,
  idsOf: (data: never) => string[],
][] = [
  [
    "listCallsUsingGet",
    range,
    ({ calls }: { calls: { id: string }[] }) => calls.map(({ id }) => id),
  ],
  [
    "listCallsExtensive",
    range,
    ({ calls }: { calls: { metaData: { id: string } }[] }) =>
      calls.map(({ metaData }) => metaData.id),
  ],
  [
    "getCallTranscript",
    range,
    ({ callTranscripts }: { callTranscripts: { callId: string }[] }) =>
      callTranscripts.map(({ callId }) => callId),
  ],
  [
    "searchCalls",
    () => ({ ...range(), maxCalls: 1_000 }),
    ({ calls }: { calls: { metaData: { id: string } }[] }) =>
      calls.map(({ metaData }) => metaData.id),
  ],
  [
    "getReadableTranscript",
    () => ({ ...range(), maxCalls: 1_000 }),
    ({ calls, pending }: { calls: { callId: string }[]; pending: string[] }) => [
      ...calls.map(({ callId }) => callId),
      ...pending,
    ],
  ],
  [
    "listCallsInFolder",
    () => ({ folderId: folderWithPrivateCall() }),
    ({ calls }: { calls: { id: string }[] }) => calls.map(({ id }) => id),
  ],
];

function folderWithPrivateCall(): string {
  const hidden = new Set(privateIds());
  const { folders, calls } = gong.sandbox.company;
  const folder =
    folders.find((its) => its.calls.some(({ callId }) => hidden.has(callId))) ?? folders[0];
  const [call] = calls.filter(({ isPrivate, visibleAt }) => isPrivate && visibleAt !== null);
  if (!folder || !call) throw new Error("The company has no folder or no private call.");
  if (!folder.calls.some(({ callId }) => hidden.has(callId))) {
    folder.calls.push({
      callId: call.id,
      note: null,
      addedBy: "1",
      created: call.started,
      snippet: null,
    });
  }
  return folder.id;
}

describe("Private calls", () => {
  it.each(readers)(
    "are left out of %s on a connection that says so, and only there",
    async (key, inputs, idsOf) => {
      const hidden = new Set(privateIds());
      const all = idsOf((await gong.run(key, inputs())).data as never);
      const open = idsOf((await gong.run(key, { ...inputs(), connection })).data as never);
      expect(all.some((id) => hidden.has(id))).toBe(true);
      expect(open).toEqual(all.filter((id) => !hidden.has(id)));
    },
  );

  it("are no answer to Get Call there", async () => {
    const [callId] = privateIds();
    const error = await gong.fail("getCallUsingGet", { callId, connection });
    expect(error).toMatchObject({ name: "GongError", code: "not_found" });
    expect(error.message).toContain("The connection leaves out private calls.");
    expect((await gong.run("getCallUsingGet", { callId })).data.call.isPrivate).toBe(true);
  });

  it.each(["calls", "transcripts"])(
    "start no flow of New Records there: %s",
    async (resourceType) => {
      const stage = await startPollStage(Date.parse("2026-03-04T15:00:00Z"), { resourceType });
      const { fields, ...rest } = stage.gong.connection as { fields: object };
      const closed = { connection: { ...rest, fields: { ...fields, privateCalls: "false" } } };
      await stage.poller.poll(closed);
      const open = stage.showLate(60_000);
      const hidden = stage.showLate(60_000, { isPrivate: true });
      stage.wait(5 * 60_000);
      const found = (await stage.poller.poll(closed)).created.map(idOf);
      await stage.stop();
      expect([found, found.includes(hidden)]).toEqual([[open], false]);
    },
  );

  it("are handed out by no run of Sync Calls there", async () => {
    const sync = await startSync();
    const { fields, ...rest } = sync.gong.connection as { fields: object };
    sync.reset();
    sync.platform.configure({
      connection: { ...rest, fields: { ...fields, privateCalls: "false" } },
      includeTranscript: "true",
    });
    const startedAt = Date.parse("2026-02-21");
    const open = sync.addCall({ startedAt });
    sync.addCall({ startedAt, isPrivate: true });
    const run = await sync.platform.run({ onDeploy: true });
    await sync.stop();
    expect(run.error).toBeUndefined();
    expect(run.items.map(({ metaData }) => metaData.id)).toEqual([open]);
  });

  it("are in no picker there", async () => {
    const hidden = new Set(privateIds());
    const keysOf = async (inputs: Readonly<Record<string, unknown>>) =>
      (await gong.pick("calls", inputs)).map(({ key }) => key);
    const all = await keysOf({});
    expect(all.some((id) => hidden.has(id))).toBe(true);
    expect(await keysOf({ connection })).toEqual(all.filter((id) => !hidden.has(id)));
  });
});
