import type { RecordedMultipart, Sandbox } from "./index";
import {
  type Client,
  mediaForm,
  newCall,
  startTestSandbox,
  stopTestSandboxes,
  wav,
} from "./test-client";

let sandbox: Sandbox;
let call: Client;
let counter = 0;

beforeAll(async () => {
  ({ sandbox, call } = await startTestSandbox({ maxMediaBytes: 50_000 }));
  sandbox.clock.freeze();
});
afterAll(stopTestSandboxes);

async function post(changes: Record<string, unknown> = {}) {
  counter += 1;
  const body = newCall(sandbox, { clientUniqueId: `upload-${counter}`, ...changes });
  return call("POST", "/v2/calls", { body });
}
const put = (callId: string, body: FormData) => call("PUT", `/v2/calls/${callId}/media`, { body });
const statusOf = async (callId: string) => (await call("GET", `/v2/calls/${callId}`)).status;
const bytes = () => `made-up media ${counter} ${Math.trunc(counter * 7919)}`;

describe("POST /v2/calls", () => {
  it("refuses a used clientUniqueId and names the call that has it (G25)", async () => {
    const clientUniqueId = "used 'id'";
    const { callId } = (await post({ clientUniqueId })).json;
    expect((await post({ clientUniqueId })).json.errors).toEqual([
      `A call with clientUniqueId '${clientUniqueId}' has already been posted for the call ${callId}`,
    ]);
  });

  it("needs a partyId for every party as soon as there is a timeline (G24)", async () => {
    const { primaryUser } = newCall(sandbox);
    const timelineOf = (partyId: string) => ({
      precise: true,
      speechSegments: [{ fromTime: 0, toTime: 900, partyIds: [partyId] }],
    });
    const without = await post({ speakersTimeline: timelineOf("a") });
    expect(without.json.errors[0]).toContain("parties.partyId");
    const parties = [{ userId: primaryUser, partyId: "a", mediaChannelId: 0 }];
    const statusWith = async (partyId: string) =>
      (await post({ speakersTimeline: timelineOf(partyId), parties })).status;
    expect([await statusWith("a"), await statusWith("b")]).toEqual([200, 400]);
  });

  it.each([
    [{ clientUniqueId: "x".repeat(2049) }, "clientUniqueId: size must be between 1 and 2048"],
    [{ purpose: "x".repeat(256) }, "purpose: size must be between 0 and 255"],
    [{ disposition: "x".repeat(256) }, "disposition: size must be between 0 and 255"],
    [{ parties: null }, "parties: must not be null"],
    [{ parties: [{ name: "A" }] }, "parties: a party must be provided for the primaryUser"],
    [{ parties: [] }, "parties: size must be between 1 and 2147483647"],
    [{ actualStart: undefined }, "actualStart: must not be null"],
    [{ title: 7 }, "title: must be of type string"],
    [{ duration: "60" }, "duration: must be of type number"],
    [{ recordedBy: "me" }, "recordedBy: unrecognized field"],
    [{ languageCode: "xx-XX" }, /^languageCode: must be one of /],
    [{ workspaceId: "42" }, "workspaceId: workspace 42 was not found"],
    [{ primaryUser: "42" }, "primaryUser: user 42 was not found"],
    [{ actualStart: "2025-02-30T10:00:00Z" }, /^actualStart: must be a date and time/],
    [{ downloadMediaUrl: "ftp://files.example/a.mp3" }, "downloadMediaUrl: must be a valid URL"],
  ])("refuses %j", async (changes, words) => {
    const { status, json } = await post(changes);
    expect(status).toBe(400);
    expect(json.errors).toEqual([typeof words === "string" ? words : expect.stringMatching(words)]);
  });
});

describe("PUT /v2/calls/{id}/media", () => {
  it("never shows a call without media, unless a URL was given (G26, G27)", async () => {
    const bare = (await post()).json.callId;
    const linked = (await post({ downloadMediaUrl: "https://files.example/a.mp3" })).json.callId;
    sandbox.clock.advance(3600_000);
    expect(await statusOf(bare)).toBe(404);
    expect(await statusOf(linked)).toBe(200);
  });

  it.each([
    ["a WAV of 59 seconds", wav(59), undefined, 404],
    ["a WAV of 61 seconds, whatever was declared", wav(61), 10, 200],
    ["other media declared as 59.9 seconds", "mp3 one", 59.9, 404],
    ["other media declared as 60 seconds", "mp3 two", 60, 200],
    ["other media of unknown length", "mp3 three", undefined, 200],
  ])("drops what is too short without a word: %s (G27)", async (_, content, duration, expected) => {
    const { callId } = (await post({ duration })).json;
    expect((await put(callId, mediaForm(content))).status).toBe(201);
    sandbox.clock.advance(5000);
    expect(await statusOf(callId)).toBe(expected);
  });

  it("refuses media for a call that gave a URL (G26)", async () => {
    const { callId } = (await post({ downloadMediaUrl: "https://files.example/b.mp3" })).json;
    expect((await put(callId, mediaForm(bytes()))).status).toBe(400);
  });

  it("wants exactly one file in exactly the field mediaFile (G26)", async () => {
    const { callId } = (await post()).json;
    const refusalOf = async (body: FormData) => {
      const { status, json } = await put(callId, body);
      return [status, ...json.errors];
    };
    const wrongField = mediaForm(bytes(), "file");
    expect(await refusalOf(wrongField)).toEqual([400, "file: unrecognized field"]);
    expect(await refusalOf(mediaForm(""))).toEqual([400, "mediaFile: must not be empty"]);
    const [extraField, two] = [mediaForm(bytes()), mediaForm(bytes())];
    extraField.append("note", "hello");
    two.append("mediaFile", new Blob(["another"]), "b.mp3");
    for (const form of [extraField, two]) expect((await refusalOf(form))[0]).toBe(400);
    const json = await call("PUT", `/v2/calls/${callId}/media`, { body: {} });
    expect(json.status).toBe(415);
  });

  it("stops reading at the size limit (G26)", async () => {
    const { callId } = (await post()).json;
    expect((await put(callId, mediaForm("y".repeat(50_000)))).status).toBe(201);
    const { status, json } = await put(callId, mediaForm("x".repeat(5_000_000)));
    expect(status).toBe(400);
    expect(json.errors).toEqual(["mediaFile: file size must not exceed 1.5GB"]);
    const recorded = sandbox.requests.at(-1)?.body as RecordedMultipart;
    const [file] = recorded.files;
    expect(file?.size).toBeGreaterThan(50_000);
    expect(file?.size).toBeLessThan(1_000_000);
  });
});
