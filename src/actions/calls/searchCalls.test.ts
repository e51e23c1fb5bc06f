import { createContext } from "../../../tests/support/context";
import { startGong, type TestGong } from "../../../tests/support/gong";

const day = 24 * 3600_000;
const northmoor = "0013601230sV7grAAC";

let gong: TestGong;
let year: { fromDateTime: string; toDateTime: string };
beforeAll(async () => {
  gong = await startGong();
  const now = gong.sandbox.clock.now();
  year = {
    fromDateTime: new Date(now - 400 * day).toISOString(),
    toDateTime: new Date(now).toISOString(),
  };
});
beforeEach(() => {
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
});
afterAll(() => gong.stop());

interface Found {
  metaData: { id: string };
}
const idsOf = (calls: Found[]) => calls.map(({ metaData }) => metaData.id);
const search = async (inputs: object) =>
  (await gong.run("searchCalls", { ...year, ...inputs })).data;
const all = () => {
  const now = gong.sandbox.clock.now();
  return gong.sandbox.company.calls.filter(
    ({ visibleAt, startedAt }) => visibleAt !== null && visibleAt <= now && startedAt < now,
  );
};

describe("Search Calls", () => {
  it("finds all calls of an account in a year, each once", async () => {
    const { calls, complete, lookedThrough, cursor } = await search({ crmObjectIds: northmoor });

    const expected = all().filter(({ account }) => account?.externalId === northmoor);
    expect(expected.length).toBeGreaterThan(5);
    expect(idsOf(calls).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect({ complete, cursor }).toEqual({ complete: true });
    expect(lookedThrough).toBe(all().length);
  });

  it("asks for no days that have yet to come, however far ahead the end is", async () => {
    const { complete } = await search({ toDateTime: "9999-12-31T00:00:00Z", maxCalls: 1000 });
    // 401 days, 30 at a time.
    expect([complete, gong.sandbox.requests.length]).toEqual([true, 14]);
  });

  it.each([1, 3, 7])(
    "goes on from its cursor, %d calls at a time, and repeats none",
    async (maxCalls) => {
      const whole = await search({ participants: "northmoor.example" });
      const found: string[] = [];
      let answer: { calls: Found[]; cursor?: string; complete: boolean };
      let cursor: string | undefined;
      do {
        answer = await search({ participants: "northmoor.example", maxCalls, cursor });
        expect(answer.calls.length).toBeLessThanOrEqual(maxCalls);
        found.push(...idsOf(answer.calls));
        cursor = answer.cursor;
        expect(answer.complete).toBe(cursor === undefined);
      } while (cursor);
      expect(found.sort()).toEqual(idsOf(whole.calls).sort());
    },
  );

  it("goes on from a window whose cursor expired, repeats none, and tells how far it is", async () => {
    const large = await startGong({ callCount: 1_600 });
    const inputs = { ...year, minDuration: 1, maxCalls: 110 };
    const first = await large.run("searchCalls", inputs);
    large.sandbox.faults.next({ kind: "status", status: 400, errors: ["cursor has expired"] });
    const context = createContext();
    const rest = await large.run(
      "searchCalls",
      { ...inputs, maxCalls: 1_000, cursor: first.data.cursor },
      context,
    );
    const statuses = large.sandbox.requests.map(({ status }) => status);
    await large.stop();

    const found = [...idsOf(first.data.calls), ...idsOf(rest.data.calls)];
    expect(new Set(found).size).toBe(1_110);
    expect(statuses.filter((status) => status === 400)).toHaveLength(1);
    expect(context.lines.filter((line) => /calls read/.test(line))).toEqual([
      expect.stringMatching(/1\d\d\d calls read, \d+ found so far/),
    ]);
  });

  it.each([
    [{ toDateTime: "2020-01-01" }, "To Date Time must be later than From Date Time"],
    [{ privacy: "nope" }, "Private Calls must be one of any, private, other"],
    [{ cursor: "abc" }, "Cursor must come from the same search with the same inputs"],
    [{ maxCalls: 0 }, "Maximum Calls must be a whole number from 1 to 1000, for example 100"],
  ])("refuses %j before anything is sent", async (inputs, message) => {
    const error = await gong.fail("searchCalls", { ...year, ...inputs });
    expect(error).toMatchObject({ name: "InputError" });
    expect(error.message).toContain(message);
    expect(gong.sandbox.requests).toEqual([]);
  });

  it.each([
    [{ direction: "CONFERENCE" }, []],
    [
      { direction: "Conferenc" },
      [
        "Direction is not one of Inbound, Outbound, Conference, Unknown, so the search may find nothing.",
      ],
    ],
    [
      { scope: "Extern" },
      ["Call Scope is not one of Internal, External, Unknown, so the search may find nothing."],
    ],
  ])(
    "compares %j ignoring case, and warns of what Gong's description lacks",
    async (inputs, said) => {
      const context = createContext();
      const { data } = await gong.run("searchCalls", { ...year, ...inputs, maxCalls: 1 }, context);
      const warnings = context.lines.filter((line) => line.startsWith("warn"));
      expect(warnings).toEqual(said.map((words) => `warn: ${words}`));
      expect(data.calls).toHaveLength(said.length > 0 ? 0 : 1);
    },
  );

  it("keeps what it found when Gong fails on the way, and goes on from there", async () => {
    const inputs = { participants: "northmoor.example", maxCalls: 1000 };
    const whole = await search(inputs);
    const found: string[] = [];
    const context = createContext();
    gong.sandbox.clearRequests();
    const server = gong.sandbox;
    const run = gong.run("searchCalls", { ...year, ...inputs }, context);
    while (server.requests.length < 4) await new Promise(setImmediate);
    server.faults.next({ kind: "status", status: 400, errors: ["out of order"] });
    const { data: first } = await run;
    found.push(...idsOf(first.calls));
    expect(first).toMatchObject({ complete: false, cursor: expect.any(String) });
    expect(context.lines.join()).toMatch(/warn: The search ended early.*out of order/);
    const rest = await search({ ...inputs, cursor: first.cursor });
    expect([...found, ...idsOf(rest.calls)]).toEqual(idsOf(whole.calls));
  });

  it("asks for few hosts, and looks through all calls for many", async () => {
    const hostIds = ["234599484848423"];
    const few = await search({ hostIds, maxCalls: 1000 });
    expect(few.calls.length).toBeGreaterThan(5);
    const more = Array.from({ length: 150 }, (_, index) => `9${index}`);
    const many = await search({ hostIds: [...more, ...hostIds], maxCalls: 1000 });
    expect(idsOf(many.calls).sort()).toEqual(idsOf(few.calls).sort());
    expect(many.lookedThrough).toBe(all().length);
  });

  it("refuses a cursor of another search", async () => {
    const { cursor } = await search({ maxCalls: 1 });
    const error = await gong.fail("searchCalls", { ...year, cursor, words: "offer" });
    expect(error.message).toContain("Cursor must come from the same search");
  });
});

describe("Get Readable Transcript", () => {
  it("gets text with names, what is pending and what is missing, in two requests", async () => {
    const now = gong.sandbox.clock.now();
    const pending = all().find(
      ({ transcriptAt }) => transcriptAt === null || (transcriptAt ?? 0) > now,
    );
    const callIds = ["7782342274025937895", pending?.id, "12345"];
    const { data } = await gong.run("getReadableTranscript", { callIds });

    expect(data).toMatchObject({ pending: [pending?.id], missing: ["12345"] });
    const [{ text, speakers, ...call }] = data.calls;
    expect(call).toMatchObject({ callId: "7782342274025937895", duration: 1804, isPrivate: false });
    expect(speakers[0]).toMatchObject({ name: "Ada Quill", affiliation: "Internal" });
    const names = new Set(text.split("\n").map((line: string) => line.split(":")[0]));
    expect(names).toEqual(new Set(speakers.map(({ name }: { name: string }) => name)));
    expect(gong.sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST /v2/calls/extensive",
      "POST /v2/calls/transcript",
    ]);
  });

  it("keeps unknown speakers apart", async () => {
    const call = all().find(({ unknownSpeakers }) => (unknownSpeakers?.length ?? 0) > 1);
    const { data } = await gong.run("getReadableTranscript", { callIds: [call?.id] });
    const names = data.calls[0].speakers.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(["Unknown speaker 1", "Unknown speaker 2"]));
  });

  it.each([
    ["markdown", /^\*\*Ada Quill\*\* \(00:00:\d\d\): /m],
    ["srt", /^1\n00:00:\d\d,\d{3} --> /],
    ["webVtt", /^WEBVTT\n\n00:00:/],
  ])("adds %s when asked to", async (format, pattern) => {
    const inputs = { callIds: "7782342274025937895", format };
    const { data } = await gong.run("getReadableTranscript", inputs);
    expect(data.calls[0][format]).toMatch(pattern);
  });

  it("makes the calls of a search readable", async () => {
    const { data } = await gong.run("getReadableTranscript", {
      ...year,
      crmObjectIds: northmoor,
      format: "paragraphs",
      pieceSize: "2000",
    });
    const expected = all().filter(({ account }) => account?.externalId === northmoor);
    expect(data.calls.length + data.pending.length).toBe(expected.length);
    expect(data).toMatchObject({ complete: true, missing: [] });
    for (const { paragraphs, pieces } of data.calls) {
      expect(paragraphs[0]).toMatchObject({
        speaker: expect.any(String),
        start: expect.any(Number),
      });
      expect(pieces.every(({ text }: { text: string }) => text.length <= 2_000)).toBe(true);
    }
  });

  it("asks for many calls in parts that Gong takes at once", async () => {
    const callIds = all()
      .slice(0, 250)
      .map(({ id }) => id);
    const { data } = await gong.run("getReadableTranscript", { callIds });
    expect(data.calls.length + data.pending.length).toBe(250);
    const sizes = gong.sandbox.requests.map(
      ({ body }) => (body as { filter: { callIds: string[] } }).filter.callIds.length,
    );
    expect(sizes).toEqual([100, 100, 50, 100, 100, 50]);
  });

  it("names Call Ids when neither they nor a range are given", async () => {
    const error = await gong.fail("getReadableTranscript", {});
    expect(error).toMatchObject({ name: "InputError", input: "Call Ids" });
    expect(gong.sandbox.requests).toEqual([]);
  });
});
