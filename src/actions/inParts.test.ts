import { startGong, type TestGong } from "../../tests/support/gong";

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong();
});
beforeEach(() => gong.sandbox.clearRequests());
afterAll(() => gong.stop());

const made = (count: number) => Array.from({ length: count }, (_, index) => `9${index}`);

/** How many IDs of a kind each request named. */
const sizes = (field: string) =>
  gong.sandbox.requests.map(
    ({ body }) => (body as { filter: Record<string, string[]> }).filter[field]?.length,
  );

describe("A list of IDs that is longer than Gong takes", () => {
  it("goes in parts, whose transcripts come as one answer", async () => {
    const callIds = [...made(150), "7782342274025937895"];
    const { data } = await gong.run("getCallTranscript", { callIds });
    expect(sizes("callIds")).toEqual([100, 51]);
    expect(data.callTranscripts).toMatchObject([{ callId: "7782342274025937895" }]);
    expect(data.records).toEqual({ totalRecords: 1, currentPageSize: 1, currentPageNumber: 0 });
  });

  it("goes in parts beside another one", async () => {
    const inputs = { callIds: made(101), primaryUserIds: made(101) };
    const { data } = await gong.run("listCallsExtensive", inputs);
    expect(sizes("callIds")).toEqual([100, 100, 1, 1]);
    expect(sizes("primaryUserIds")).toEqual([100, 1, 100, 1]);
    expect(data.calls).toEqual([]);
  });

  it("is sent whole with a cursor, which belongs to a listing that was not cut", async () => {
    await gong.fail("getCallTranscript", { callIds: made(150), cursor: "abc" });
    expect(sizes("callIds")).toEqual([150]);
  });
});
