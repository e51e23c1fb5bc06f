import { makeRecording } from "../../../scripts/support/recording";
import { createContext } from "../../../tests/support/context";
import { startGong, type TestGong } from "../../../tests/support/gong";
import { expectRefused } from "../../../tests/support/refusals";
import { systemTime } from "../../client/time";

const host = "234599484848423";
let now = Date.UTC(2026, 5, 1);
let gong: TestGong;
let voice = 0;

beforeAll(async () => {
  gong = await startGong({ callCount: 1, now: () => now, processingSeconds: 240 });
});
beforeEach(() => {
  gong.sandbox.faults.clear();
  gong.sandbox.clearRequests();
  voice += 1;
  jest.spyOn(systemTime, "now").mockImplementation(() => now);
  jest.spyOn(systemTime, "sleep").mockImplementation(async (milliseconds) => {
    now += milliseconds;
  });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => gong.stop());

/** Inputs for a call of its own, with a recording of its own. */
const inputs = (more: object = {}) => ({
  clientUniqueId: `pbx-${voice}`,
  fileInput: makeRecording(75, voice),
  fileName: "call.wav",
  primaryUser: host,
  direction: "Inbound",
  actualStart: "2026-03-01T09:00:00-07:00",
  ...more,
});
const sent = () => gong.sandbox.requests.map(({ method, status }) => `${method} ${status}`);
const callsMade = () =>
  gong.sandbox.company.calls.filter(({ clientUniqueId }) => clientUniqueId === `pbx-${voice}`);
const upload = (more: object = {}, context = createContext()) =>
  gong.run("uploadCallRecording", inputs(more), context);

it("makes a call, adds its recording, and waits until Gong shows it, with progress in the log", async () => {
  const context = createContext();
  const { data } = await upload({ waitUntilVisible: "true" }, context);
  const [call] = callsMade();
  expect(data).toEqual({
    callId: call?.id,
    url: `https://app.gong.io/call?id=${call?.id}`,
    created: true,
    recordingAdded: true,
    visible: true,
    format: "WAV",
    seconds: 75,
    warnings: [],
  });
  expect(sent().slice(0, 3)).toEqual(["POST 200", "PUT 201", "GET 404"]);
  expect(sent().at(-1)).toBe("GET 200");
  expect(context.lines.join("\n")).toMatch(
    /info: Gong: call \d+ is not visible yet, after \d+ s\./,
  );
});

it("sends the parties and CRM records of the form, and adds the host", async () => {
  await upload({
    parties: [
      { name: "Robin Vale", phoneNumber: "+1 425 555 0142", mediaChannelId: "1", userId: "" },
    ],
    crmRecords: [{ system: "salesforce", objectType: "Account", objectId: "0013601230sV7grAAC" }],
  });
  expect(gong.sandbox.requests[0]?.body).toMatchObject({
    parties: [
      { userId: host },
      { name: "Robin Vale", phoneNumber: "+1 425 555 0142", mediaChannelId: 1 },
    ],
    context: [
      {
        system: "Salesforce",
        objects: [{ objectType: "Account", objectId: "0013601230sV7grAAC" }],
      },
    ],
  });
});

it("takes parties as JSON, and a host who is among them stays as given", async () => {
  const parties = [{ userId: host, mediaChannelId: 0 }];
  await upload({ partiesJson: JSON.stringify(parties) });
  expect(gong.sandbox.requests[0]?.body).toMatchObject({ parties });
});

describe("A Client Unique Id that was used before (G25)", () => {
  it("goes on with a call that is there, and adds nothing", async () => {
    const first = await upload({ waitUntilVisible: "true" });
    gong.sandbox.clearRequests();
    const { data } = await upload();
    expect(data).toMatchObject({
      callId: first.data.callId,
      created: false,
      recordingAdded: false,
      visible: true,
    });
    expect(sent()).toEqual(["POST 400", "GET 200"]);
  });

  it("adds the recording to a call that has none yet", async () => {
    gong.sandbox.faults.next({ kind: "status", status: 400, method: "PUT" });
    await gong.fail("uploadCallRecording", inputs());
    const { data } = await upload();
    expect(data).toMatchObject({ created: false, recordingAdded: true, visible: false });
    expect(data.next).toContain("the same Client Unique Id");
  });

  it("is content with a recording that is there already (G26)", async () => {
    await upload();
    gong.sandbox.clearRequests();
    const { data } = await upload();
    expect(data).toMatchObject({ created: false, recordingAdded: false, visible: false });
    expect(data.warnings).toEqual([expect.stringContaining("Gong already has this recording.")]);
    expect(sent()).toEqual(["POST 400", "GET 404", "PUT 400"]);
  });
});

it("fails when the call that has the Client Unique Id takes no recording (G26)", async () => {
  const { fileInput: _, fileName: __, ...call } = inputs();
  const downloadMediaUrl = "https://recordings.harbourline.example/1.mp3";
  await gong.run("createNewCall", { ...call, parties: [{ userId: host }], downloadMediaUrl });
  const error = await gong.fail("uploadCallRecording", inputs());
  expect(error).toMatchObject({ status: 400 });
  expect(error.message).toContain("downloadMediaUrl");
});

it.each(["POST", "GET"])("fails when Gong refuses its %s for another reason", async (method) => {
  await upload();
  gong.sandbox.faults.next({ kind: "status", status: 400, method });
  expect(await gong.fail("uploadCallRecording", inputs())).toMatchObject({ status: 400 });
});

it.each([
  ["parties", { userId: host }, "Parties as JSON"],
  ["crmRecords", { system: "x", objectType: "y", objectId: "z" }, "CRM Records as JSON"],
])("takes %s from one input", async (key, row, label) => {
  const both = inputs({ [key]: [row], [`${key}Json`]: [row] });
  await expectRefused(gong, "uploadCallRecording", both, { label, says: "must be blank" });
});

it("says so when Gong has the recording in another call", async () => {
  await upload();
  const error = await gong.fail("uploadCallRecording", inputs({ clientUniqueId: "another" }));
  expect(error.message).toContain("Gong accepts a recording only once.");
});

const faults = [
  { kind: "status", status: 503 } as const,
  ...(["before", "during", "afterExecuting"] as const).map(
    (when) => ({ kind: "cut", when }) as const,
  ),
];
const steps = ["POST", "PUT"].flatMap((method) => faults.map((fault) => ({ ...fault, method })));

it.each(steps)("makes one call with one recording when the answer is lost: %j", async (fault) => {
  gong.sandbox.faults.next(fault);
  const { data } = await upload();
  expect(data).toMatchObject({ created: true, recordingAdded: true });
  expect(callsMade()).toMatchObject([{ mediaSource: "upload" }]);
});

it.each(steps)("goes on in the next run when it is interrupted: %j", async (fault) => {
  gong.sandbox.faults.next({ ...fault, times: 5 });
  await gong.fail("uploadCallRecording", inputs());
  const { data } = await upload({ waitUntilVisible: "true" });
  expect(data).toMatchObject({ visible: true });
  expect(callsMade()).toMatchObject([{ mediaSource: "upload" }]);
});

it("ends in time, and says how to go on, when Gong does not show the call", async () => {
  gong.sandbox.faults.next({ kind: "status", status: 404, method: "GET", times: 1_000 });
  const begun = now;
  const { data } = await upload({ waitUntilVisible: "true", maxWaitMinutes: "12" });
  expect(now - begun).toBeLessThanOrEqual(12 * 60_000);
  // Less and less often, and every 30 seconds at the longest.
  expect(sent().length).toBeGreaterThan(24);
  expect(sent().length).toBeLessThan(40);
  expect(data).toMatchObject({
    visible: false,
    next: expect.stringContaining("Run Get Call later"),
  });
});

it("waits less when something else took long, so that the step ends within 15 minutes", async () => {
  const timeout = jest.spyOn(AbortSignal, "timeout");
  gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 120, method: "POST" });
  gong.sandbox.faults.next({ kind: "status", status: 404, method: "GET", times: 1_000 });
  const begun = now;
  await upload({ waitUntilVisible: "true", maxWaitMinutes: "12" });
  expect(now - begun).toBeLessThanOrEqual(13 * 60_000);
  expect(Math.max(...timeout.mock.calls.flat())).toBeLessThan(15 * 60_000);
});

it("finds a private call as well where the connection leaves them out (G62)", async () => {
  await upload({ waitUntilVisible: "true" });
  for (const call of callsMade()) call.isPrivate = true;
  const { fields, ...connection } = gong.connection as { fields: object };
  const leavesOut = { ...connection, fields: { ...fields, privateCalls: "false" } };
  expect((await upload({ connection: leavesOut })).data).toMatchObject({ visible: true });
});

describe("A recording that Gong would not keep", () => {
  it.each([
    [
      "too short",
      makeRecording(12, 1),
      "is 12 seconds long; Gong drops recordings shorter than 60 seconds",
    ],
    ["silent", makeRecording(75, 1).fill(128, 44), "is silent; Gong drops silence"],
    ["of another format", Buffer.from("OggS and more"), "is Ogg; Gong accepts WAV, MP3"],
  ])("since it is %s is refused before anything is sent", async (_, fileInput, says) => {
    await expectRefused(gong, "uploadCallRecording", inputs({ fileInput }), {
      label: "File",
      says,
    });
    const context = createContext();
    const { data } = await upload({ fileInput, checkRecording: "warn" }, context);
    expect(data.warnings).toEqual([expect.stringContaining(says)]);
    expect(context.lines.join("\n")).toContain(`warn: The recording ${says}`);
  });

  it("is taken with a warning where the file does not tell", async () => {
    const { data } = await upload({ fileInput: Buffer.from(`unknown ${voice}`) });
    expect(data).toMatchObject({
      recordingAdded: true,
      warnings: [expect.stringContaining("does not look like")],
    });
  });
});
