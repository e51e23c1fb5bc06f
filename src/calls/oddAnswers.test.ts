import { createContext } from "../../tests/support/context";
import { connectionTo, startServer, type TestServer } from "../../tests/support/server";
import component from "../index";

const page = { totalRecords: 2, currentPageSize: 2, currentPageNumber: 0 };
let calls: object = {};
let transcripts: object = {};
let server: TestServer;
beforeAll(async () => {
  server = await startServer(({ url }, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(url?.endsWith("transcript") ? transcripts : calls));
  });
});
beforeEach(() => {
  server.arrivals.length = 0;
});
afterAll(() => server.stop());

async function run(key: string, inputs: object, fields: object = {}) {
  const connection = connectionTo(server.url, fields);
  const given = { connection, fromDateTime: "2026-03-01", toDateTime: "2026-03-10", ...inputs };
  const answer = await component.actions?.[key]?.perform(createContext() as never, given as never);
  return (answer as { data: { calls: object[]; pending?: string[]; missing?: string[] } }).data;
}

const odd = [
  {
    metaData: { id: 12, primaryUserId: 5 },
    parties: [null, { speakerId: 6, name: "Eve\n\nVale" }],
  },
  { metaData: { id: "13" }, parties: null },
  null,
  { metaData: null },
];

describe.each([{}, { privateCalls: "false" }])("On a connection with %j", (fields) => {
  beforeEach(() => {
    calls = { records: page, calls: odd };
    const sentences = [null, { start: null, end: null, text: "Hi.\n\nBye." }, { text: null }];
    const transcript = [null, { speakerId: "6", sentences }, { sentences: null }];
    transcripts = {
      records: page,
      callTranscripts: [null, { callId: "12", transcript }, { callId: 13, transcript: null }],
    };
  });

  it("a search reads null entries and IDs that are numbers (G17, G47)", async () => {
    const all = await run("searchCalls", {}, fields);
    expect(all.calls).toHaveLength(2);
    expect((await run("searchCalls", { hostIds: "5" }, fields)).calls).toHaveLength(1);
  });

  it.each([{ callIds: ["12", "13", "14"] }, {}])(
    "a transcript of %j reads them too, each name on one line",
    async (inputs) => {
      const { missing, pending, ...made } = await run("getReadableTranscript", inputs, fields);
      expect(made.calls).toMatchObject([{ callId: "12", text: "Eve Vale: Hi. Bye." }]);
      expect({ pending, missing }).toEqual({
        pending: ["13"],
        missing: "callIds" in inputs ? ["14"] : [],
      });
    },
  );
});

it.each([
  [{ cursor: "same" }, 2],
  [{ cursor: "same", totalRecords: 0 }, 2],
])("a search ends where the listing would never: %j", async (more, requests) => {
  calls = { records: { ...page, ...more }, calls: [] };
  await expect(run("searchCalls", {})).rejects.toThrow("Reading it would never end.");
  expect(server.arrivals).toHaveLength(requests);
});
