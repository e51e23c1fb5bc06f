import { changedExample, exampleText, type Stage, startStage } from "../support/integration";
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

/** A line of what the telephone system is told. */
const report = (name: string, status = "uploaded") => ({
  name,
  gongCallId: status === "uploaded" ? idOf(name) : null,
  status,
});

describe("The upload of recordings", () => {
  it("makes a call with its recording for each, and reports it", async () => {
    const run = await (await deploy())();
    expect(stage.asked()).toEqual([
      "GET /v2/workspaces",
      "POST /v2/calls",
      media(idOf("0001.wav")),
      "POST /v2/calls",
      media(idOf("0003.wav")),
    ]);
    expect(stage.posted()).toEqual([report("0001.wav"), report("0003.wav")]);
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

  it("goes on with the call of a recording that the telephone system forgot about", async () => {
    const run = await deploy();
    await run();
    pbx.reports.delete("0001.wav");
    stage.forget();
    await run();
    expect(stage.posted()).toEqual([report("0001.wav")]);
    expect(uploaded()).toHaveLength(2);
  });

  it("adds in the next run what could not be fetched before", async () => {
    const run = await deploy();
    pbx.lost.add("0001.wav");
    const { ignored } = await run();
    expect(ignored.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Upload Recording > .*404/),
    ]);
    expect(stage.posted()).toEqual([report("0001.wav", "failed"), report("0003.wav")]);
    pbx.lost.clear();
    stage.forget();
    await run();
    expect(stage.posted()).toEqual([report("0001.wav")]);
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

describe("A broken copy", () => {
  it("ends at the first lost recording when the error is not ignored", async () => {
    pbx.lost.add("0001.wav");
    const ignores = "            errorConfig: { errorHandlerType: ignore }\n";
    const run = await deploy(changedExample(file, ignores, ""));
    await expect(run()).rejects.toThrow(/^Upload Recording > .*404/);
    expect(stage.posted()).toEqual([]);
  });

  it("makes calls twice when the ID does not come from the recording's name", async () => {
    let count = 0;
    const spoiled = () => {
      count += 1;
      return changedExample(
        file,
        "`pbx-$" + "{recording.name}`",
        `"pbx-${count}-" + recording.name`,
      );
    };
    await (await deploy(spoiled()))();
    pbx.reports.clear();
    await (await deploy(spoiled()))();
    expect(uploaded()).toHaveLength(4);
  });
});
