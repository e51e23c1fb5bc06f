import { exampleText, type Stage, startStage } from "../support/integration";
import { hostOf, type Pbx, startPbx } from "../support/pbx";

const file = "upload-recordings.yml";
const halfPastNine = { startedAt: "2026-03-01T16:30:00Z", body: { data: {} } };

let stage: Stage;
let pbx: Pbx;
let host: string;
beforeEach(async () => {
  stage = await startStage({ callCount: 1 });
  host = hostOf(stage.sandbox);
  pbx = startPbx(stage.own, [
    { name: "0001.wav", seconds: 70, gongUserId: host },
    { name: "0002.wav", seconds: 59, gongUserId: host },
    { name: "0003.wav", seconds: 65, gongUserId: host },
  ]);
});
afterEach(() => stage.stop());

async function deploy(text = exampleText(file), connection = stage.accessKey) {
  const run = await stage.deploy(text, {
    "Gong Connection": connection,
    "List URL": pbx.listUrl,
    "Report URL": pbx.reportUrl,
  });
  return () => run(halfPastNine);
}

/** Calls that came from the telephone system. */
const uploaded = () =>
  stage.sandbox.company.calls.filter(({ clientUniqueId }) => clientUniqueId?.startsWith("pbx-"));
const idOf = (name: string) =>
  uploaded().find(({ clientUniqueId }) => clientUniqueId === `pbx-${name}`)?.id;
const media = (callId: string | undefined) => `PUT /v2/calls/${callId}/media`;

describe("The upload of recordings", () => {
  it("makes a call for each recording, adds the recording and reports both", async () => {
    const run = await (await deploy())();
    const [first, third] = [idOf("0001.wav"), idOf("0003.wav")];
    expect(stage.asked()).toEqual([
      "GET /v2/workspaces",
      "POST /v2/calls",
      media(first),
      "POST /v2/calls",
      media(third),
    ]);
    expect(stage.posted()).toEqual([
      { name: "0001.wav", gongCallId: first, status: "created" },
      { name: "0001.wav", gongCallId: first, status: "uploaded" },
      { name: "0003.wav", gongCallId: third, status: "created" },
      { name: "0003.wav", gongCallId: third, status: "uploaded" },
    ]);
    expect(run.ignored).toEqual([]);
  });

  it("tells Gong what the telephone system knows of the call", async () => {
    await (await deploy())();
    const [, created, added] = stage.sandbox.requests;
    expect(created?.body).toEqual({
      clientUniqueId: "pbx-0001.wav",
      primaryUser: host,
      parties: [{ userId: host }, { name: "Robin Vale", phoneNumber: "+15550142" }],
      direction: "Inbound",
      actualStart: "2026-03-01T09:00:00-07:00",
      duration: 70,
    });
    expect(added?.body).toMatchObject({
      files: [{ field: "mediaFile", fileName: "0001.wav", contentType: "audio/wav" }],
    });
  });

  it("has nothing left to do in a second run", async () => {
    const run = await deploy();
    await run();
    stage.forget();
    const second = await run();
    expect(stage.asked()).toEqual(["GET /v2/workspaces"]);
    expect([stage.posted(), second.ignored]).toEqual([[], []]);
  });

  it("makes no second call for a recording that the telephone system forgot about", async () => {
    const run = await deploy();
    await run();
    const before = uploaded().map(({ id }) => id);
    pbx.reports.delete("0001.wav");
    stage.forget();
    const second = await run();
    expect(stage.sandbox.requests.map(({ status }) => status)).toEqual([200, 400]);
    expect(second.ignored.map(({ message }) => message)).toEqual([
      expect.stringMatching(`^Create Call > .*already been posted for the call ${before[0]}`),
    ]);
    expect(stage.posted()).toEqual([{ name: "0001.wav", gongCallId: null, status: "failed" }]);
    expect(uploaded().map(({ id }) => id)).toEqual(before);
  });

  it("adds in the next run what could not be added before, to the same call", async () => {
    const run = await deploy();
    pbx.lost.add("0001.wav");
    const { ignored } = await run();
    const callId = idOf("0001.wav");
    expect(ignored.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Add Recording > .*404/),
    ]);
    expect(pbx.reports.get("0001.wav")).toEqual({
      name: "0001.wav",
      gongCallId: callId,
      status: "failed",
    });

    pbx.lost.clear();
    stage.forget();
    await run();
    expect(stage.asked()).toEqual(["GET /v2/workspaces", "POST /v2/calls", media(callId)]);
    expect(pbx.reports.get("0001.wav")?.status).toBe("uploaded");
    expect(uploaded()).toHaveLength(2);
  });

  it("fails as a whole when the credentials no longer work, before it asks for recordings", async () => {
    const expired = { fields: { ...stage.accessKey.fields, accessKeySecret: "an-old-one" } };
    const run = await deploy(exampleText(file), expired);
    await expect(run()).rejects.toThrow(/^Check Connection > .*401/s);
    expect(stage.own.requests).toEqual([]);
  });

  it("takes 20 recordings in a run and the rest in the next", async () => {
    const many = Array.from({ length: 23 }, (_, index) => ({
      name: `${1000 + index}.wav`,
      seconds: 60 + index,
      gongUserId: host,
    }));
    pbx = startPbx(stage.own, many);
    const run = await deploy();
    await run();
    expect(uploaded()).toHaveLength(20);
    await run();
    expect(uploaded()).toHaveLength(23);
  });
});
