import type { Call, Sandbox } from "./index";
import { type Client, everything, startTestSandbox, stopTestSandboxes } from "./test-client";

let sandbox: Sandbox;
let call: Client;

beforeAll(async () => {
  ({ sandbox, call } = await startTestSandbox({ callCount: 60 }));
});
afterAll(stopTestSandboxes);

const list = (query: Record<string, string>) => call("GET", "/v2/calls", { query });
const extensive = (filter: object, contentSelector?: object, cursor?: string) =>
  call("POST", "/v2/calls/extensive", {
    body: { filter, ...(contentSelector && { contentSelector }), ...(cursor && { cursor }) },
  });
const find = (predicate: (call: Call) => boolean): Call => {
  const found = sandbox.company.calls.find(predicate);
  if (!found) throw new Error("The company has no such call");
  return found;
};
const ids = (calls: { id: string }[]) => calls.map(({ id }) => id).sort();

describe("ranges", () => {
  it("includes the beginning and excludes the end, to the microsecond (G18, G20)", async () => {
    const startedAt = "2023-10-17T21:21:31.816562+02:00";
    const { id } = sandbox.createCall({ startedAt });
    const within = async (fromDateTime: string, toDateTime: string) =>
      (await list({ fromDateTime, toDateTime })).status;
    expect(await within("2023-10-17T19:21:31.816562Z", "2023-10-17T20:00:00Z")).toBe(200);
    expect(await within("2023-10-17T19:21:31.816563Z", "2023-10-17T20:00:00Z")).toBe(404);
    expect(await within("2023-10-17T00:00:00Z", "2023-10-17T19:21:31.816562Z")).toBe(404);
    expect(await within("2023-10-17T00:00:00Z", "2023-10-17T22:21:31.816563+03:00")).toBe(200);
    expect((await call("GET", `/v2/calls/${id}`)).json.call.started).toBe(startedAt);
  });

  it("filters web conferences by their scheduled time with GET, by their start elsewhere (G18)", async () => {
    const { id } = sandbox.createCall({
      direction: "Conference",
      scheduled: "2024-03-01T10:00:00Z",
      startedAt: "2024-03-01T10:07:00Z",
    });
    const early = { fromDateTime: "2024-03-01T10:00:00Z", toDateTime: "2024-03-01T10:05:00Z" };
    const late = { fromDateTime: "2024-03-01T10:05:00Z", toDateTime: "2024-03-01T10:10:00Z" };
    expect(ids((await list(early)).json.calls)).toEqual([id]);
    expect((await list(late)).status).toBe(404);
    expect((await extensive(early)).status).toBe(404);
    expect((await extensive(late)).json.calls[0]?.metaData.id).toBe(id);
  });

  it("requires both dates with GET and refuses a range that runs backwards (G18)", async () => {
    const { fromDateTime, toDateTime } = everything;
    expect((await list({ fromDateTime })).json.errors).toEqual(["toDateTime: must not be null"]);
    expect((await list({ toDateTime })).json.errors).toEqual(["fromDateTime: must not be null"]);
    const backwards = await list({ fromDateTime: toDateTime, toDateTime: fromDateTime });
    expect(backwards.json.errors).toEqual(["fromDateTime: must not be after toDateTime"]);
  });
});

describe("POST /v2/calls/extensive", () => {
  it("exposes exactly the fields that are asked for", async () => {
    const { id } = find(({ media, parties }) => media === "Video" && parties !== undefined);
    const content = { topics: true, brief: true, callOutcome: false };
    const some = { interaction: { questions: true }, collaboration: { publicComments: true } };
    const exposedFields = { parties: true, content, ...some, media: true };
    const { json } = await extensive({ callIds: [id] }, { exposedFields });
    const keysOf = (value: object = {}) => Object.keys(value).sort();
    const [only] = json.calls;
    const given = ["collaboration", "content", "interaction", "media", "metaData", "parties"];
    expect(keysOf(only)).toEqual(given);
    // Answers of scorecards come along where there are some (G51).
    const { scorecardsAnswers, ...asked } = only?.content ?? {};
    expect(keysOf(asked)).toEqual(["brief", "topics"]);
    const reviewed = sandbox.company.answeredScorecards.filter(({ callId }) => callId === id);
    expect(scorecardsAnswers ?? []).toEqual(reviewed);
    expect(keysOf(only?.interaction)).toEqual(["questions"]);
    expect(keysOf(only?.media)).toEqual(["audioUrl", "videoUrl"]);
  });

  it("gives context at the depth and of the time that is asked for (G30)", async () => {
    const { id } = find(({ account }) => account !== undefined);
    const objects = async (contentSelector: object) => {
      const { json } = await extensive({ callIds: [id] }, contentSelector);
      return json.calls[0]?.context?.[0]?.objects ?? [];
    };
    const shallow = await objects({ context: "Basic" });
    expect(shallow.every((each) => each.fields === undefined)).toBe(true);
    const timing = ["Now", "TimeOfCall"];
    const deep = await objects({ context: "Extended", contextTiming: timing });
    expect(deep).toHaveLength(2 * shallow.length);
    expect(new Set(deep.map((each) => each.timing))).toEqual(new Set(timing));
    const refused = await extensive({}, { context: "Basic", contextTiming: timing });
    expect(refused.status).toBe(400);
    expect(refused.json.errors[0]).toContain("contextTiming");
  });
});

describe("POST /v2/calls/transcript", () => {
  const transcript = (filter: object) => call("POST", "/v2/calls/transcript", { body: { filter } });

  it("comes later than its call, or never, and hides no private call (G62)", async () => {
    const ids = [
      sandbox.createCall({ transcriptAt: sandbox.clock.now() + 1000 }).id,
      sandbox.createCall({ transcriptAt: null }).id,
      sandbox.createCall({ isPrivate: true }).id,
    ];
    const found = async () => {
      const { json } = await transcript({ callIds: ids });
      return json.callTranscripts.map(({ callId }) => callId).sort();
    };
    expect(await found()).toEqual([ids[2]]);
    sandbox.clock.advance(1000);
    expect(await found()).toEqual([ids[0], ids[2]].sort());
  });

  it("speaks in milliseconds within the call, by speakers among its parties (G22)", async () => {
    const spoken = find(({ parties }) => (parties?.length ?? 0) > 1);
    const { json } = await transcript({ callIds: [spoken.id] });
    const monologues = json.callTranscripts[0]?.transcript as {
      speakerId: string;
      sentences: { start: number; end: number; text: string }[];
    }[];
    expect(monologues.length).toBeGreaterThan(5);
    const speakers = new Set(spoken.parties?.map(({ speakerId }) => speakerId));
    let last = 0;
    for (const { speakerId, sentences } of monologues) {
      expect(speakers.has(speakerId)).toBe(true);
      for (const { start, end, text } of sentences) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(text).not.toMatch(/[{}]/);
        last = end;
      }
    }
    expect(last).toBeLessThanOrEqual(spoken.duration * 1000);
  });

  it("refuses callIds together with a workspace, and an empty list of them (G29)", async () => {
    const { id, workspaceId } = find(() => true);
    expect((await transcript({ callIds: [id], workspaceId })).status).toBe(400);
    const empty = await transcript({ callIds: [] });
    expect(empty.status).toBe(400);
    expect(empty.json.errors).toEqual([
      "filter.callIds: must not be empty but can be null or can be omitted",
    ]);
    expect((await transcript({ callIds: null, ...everything })).status).toBe(200);
  });
});
