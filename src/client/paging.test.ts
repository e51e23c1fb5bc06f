import { failureOf } from "../../tests/support/failure";
import { startGong, type TestGong } from "../../tests/support/gong";
import { connectionTo, startServer } from "../../tests/support/server";
import { type FakeTime, fakeTime } from "../../tests/support/time";
import { getTranscripts, listCalls } from "../operations/calls";
import { listUsers } from "../operations/users";
import { createClient, type GongClient } from "./createClient";

let gong: TestGong;
let time: FakeTime;
let client: GongClient;

beforeAll(async () => {
  gong = await startGong({ callCount: 450 });
});
afterAll(() => gong.stop());
beforeEach(() => {
  time = fakeTime();
  client = createClient(gong.connection, {}, { time });
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
});

const range = { fromDateTime: "2020-01-01T00:00:00Z", toDateTime: "2030-01-01T00:00:00Z" };
/** The cursor of the second page. */
const secondCursor = async () => (await client.list(listCalls, { query: range })).records?.cursor;
const allIds = () => gong.sandbox.company.calls.map(({ id }) => id).sort();
const lifetimeMs = 3_600_000;
/** Makes the requests after the next so many fail for good. */
const failAfter = (requests: number) => {
  if (requests > 0) gong.sandbox.faults.next({ kind: "delay", milliseconds: 0, times: requests });
  gong.sandbox.faults.next({ kind: "status", status: 503, times: 5 });
};

describe("All pages of a list", () => {
  it("are joined in the order of the pages, and no cursor is left", async () => {
    const one = await client.list(listCalls, { query: range });
    const all = await client.list(listCalls, { query: range }, { fetchAll: true });
    expect(one.calls).toHaveLength(100);
    expect(one.records?.cursor).toEqual(expect.any(String));
    expect(all.calls.slice(0, 100)).toEqual(one.calls);
    expect(all.calls.map(({ id }) => id).sort()).toEqual(allIds());
    expect(all.records).toEqual({ totalRecords: 450, currentPageSize: 450, currentPageNumber: 0 });
    expect(all).toHaveProperty("requestId");
  });

  it.each<[string, string, () => Promise<object>]>([
    [
      "in the query of a GET",
      "query",
      () => client.list(listCalls, { query: range }, { fetchAll: true }),
    ],
    [
      "at the top of the body of a POST",
      "body",
      () => client.list(getTranscripts, { body: { filter: range } }, { fetchAll: true }),
    ],
  ])("are asked for with the same inputs, and the cursor %s", async (_, place, list) => {
    await list();
    const cursors = gong.sandbox.requests.map(({ query, body }) => {
      const { cursor, ...rest } = (place === "query" ? query : body) as Record<string, unknown>;
      expect(rest).toEqual(place === "query" ? range : { filter: range });
      expect(place === "query" ? body : query).toEqual(place === "query" ? undefined : {});
      return cursor;
    });
    expect(cursors[0]).toBeUndefined();
    expect(new Set(cursors).size).toBe(5);
  });
});

describe("A cursor that expires", () => {
  it("makes the listing start over, without repeating or losing records", async () => {
    const sizes: number[] = [];
    const ids: string[] = [];
    for await (const page of client.pages(listCalls, { query: range })) {
      sizes.push(page.calls.length);
      ids.push(...page.calls.map(({ id }) => id));
      if (sizes.length === 3) gong.sandbox.clock.advance(lifetimeMs);
    }
    // Three pages, the same again with nothing new in them, and the rest.
    expect(sizes).toEqual([100, 100, 100, 0, 0, 0, 100, 50]);
    expect(ids.sort()).toEqual(allIds());
    expect(gong.sandbox.requests.filter(({ status }) => status === 400)).toHaveLength(1);
  });

  it("three times is borne, a fourth time ends the listing", async () => {
    const ids: string[] = [];
    const read = async (expiries: number) => {
      let left = expiries;
      for await (const page of client.pages(listCalls, { query: range })) {
        ids.push(...page.calls.map(({ id }) => id));
        if (left > 0) gong.sandbox.clock.advance(lifetimeMs);
        left -= 1;
      }
    };
    await read(3);
    expect(ids.splice(0).sort()).toEqual(allIds());
    const error = await failureOf(read(4));
    expect(error).toMatchObject({ code: "cursor_expired", recordsRead: ids.length });
    expect(error.cursor).toBeUndefined();
  });

  it("cannot start over a listing that began in the middle, whose first pages are elsewhere", async () => {
    const cursor = await secondCursor();
    const rest = client.pages(listCalls, { query: range }, { cursor });
    await rest.next();
    gong.sandbox.clock.advance(lifetimeMs);
    const error = await failureOf(rest.next());
    expect(error).toMatchObject({ code: "cursor_expired", recordsRead: 100 });
    expect(error.cursor).toBeUndefined();
  });

  it("is an error at once when it is the one that was given", async () => {
    const cursor = await secondCursor();
    gong.sandbox.clock.advance(lifetimeMs);
    for (const fetchAll of [false, true]) {
      const options = { cursor, fetchAll };
      const error = await failureOf(client.list(listCalls, { query: range }, options));
      expect(error).toMatchObject({ code: "cursor_expired", status: 400 });
      expect(error.message).toContain("Leave Cursor blank to start the listing over.");
    }
  });
});

describe("A listing without an end", () => {
  const user = (id: unknown) => ({ id: String(id) });
  const many = (page: number) =>
    Array.from({ length: 100 }, (_, index) => user(`${page}.${index}`));
  const nothingNew = "pages without a new record";
  const sameCursor = "the same cursor twice";

  it.each<[string, (page: number) => object, string, number]>([
    ["the same cursor each time", () => ({ cursor: "a" }), sameCursor, 2],
    ["a cursor of before", (page) => ({ cursor: ["a", "b", "c", "b"][page - 1] }), sameCursor, 4],
    ["the cursor that was given", () => ({ cursor: "given" }), sameCursor, 1],
    ["a hundred pages without a record", () => ({ users: [] }), nothingNew, 100],
    [
      "a page that brings nothing new",
      (page) => ({ users: [user(Math.min(page, 3))] }),
      nothingNew,
      4,
    ],
    [
      "far more rows than Gong counted",
      (page) => ({ users: many(page), totalRecords: page % 2 === 0 ? "250" : 250 }),
      "1600 records after it had counted 250",
      16,
    ],
  ])("is an error after %s", async (_, answer, words, pages) => {
    let page = 0;
    const server = await startServer((_request, response) => {
      page += 1;
      const defaults = { users: [user(page)], cursor: `cursor ${page}` };
      const { users, ...records } = { ...defaults, ...answer(page) };
      response.end(JSON.stringify({ users, records }));
    });
    const its = createClient(connectionTo(server.url), {}, { time });
    const options = { fetchAll: true, cursor: "given" };
    const error = await failureOf(its.list(listUsers, {}, options));
    await server.stop();
    expect(error).toMatchObject({ code: "cursor_repeated", operation: "List Users" });
    expect(error.message).toContain(`Gong returned ${words}. `);
    expect(error.message).toContain(`${error.recordsRead} records were read before it failed.`);
    expect(page).toBe(pages);
  });
});

describe("Pages that shift while they are read", () => {
  it("give each record once, and each of those that stay", async () => {
    let rows = Array.from({ length: 450 }, (_, index) => `${index}`);
    const server = await startServer((request, response) => {
      const from = Number(new URL(`http://x${request.url}`).searchParams.get("cursor") ?? 0);
      const users = rows.slice(from, from + 100).map((id) => ({ id }));
      const next = from + 100 < rows.length ? { cursor: `${from + 100}` } : {};
      response.end(JSON.stringify({ users, records: { totalRecords: rows.length, ...next } }));
      // Three are added in front, so that the next page begins with rows of this one.
      rows = [1, 2, 3].map((index) => `new ${from} ${index}`).concat(rows);
    });
    const its = createClient(connectionTo(server.url), {}, { time });
    const { users } = await its.list(listUsers, {}, { fetchAll: true });
    await server.stop();
    const ids = users.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !id.startsWith("new"))).toHaveLength(450);
  });
});

describe("A listing that fails in the middle", () => {
  it("says how far it came and where to go on, and the rest comes exactly once from there", async () => {
    const ids: string[] = [];
    const read = async (cursor?: string) => {
      for await (const page of client.pages(listCalls, { query: range }, { cursor })) {
        ids.push(...page.calls.map(({ id }) => id));
      }
    };
    failAfter(2);
    const error = await failureOf(read());
    expect(error).toMatchObject({ code: "unavailable", status: 503, recordsRead: 200 });
    expect(error.message).toContain(
      "200 records were read before it failed. Use the cursor in this error",
    );
    expect(ids).toHaveLength(200);
    await read(error.cursor);
    expect(ids).toHaveLength(450);
    expect(ids.sort()).toEqual(allIds());
  });

  it("offers no cursor that would repeat records, while it is starting over", async () => {
    const listing = client.pages(listCalls, { query: range });
    for (let page = 0; page < 3; page += 1) await listing.next();
    gong.sandbox.clock.advance(lifetimeMs);
    failAfter(2);
    await listing.next();
    const error = await failureOf(listing.next());
    expect(error).toMatchObject({ status: 503, recordsRead: 300 });
    expect(error.cursor).toBeUndefined();
  });

  it("says, where all were wanted at once, that nothing is returned", async () => {
    failAfter(2);
    const error = await failureOf(client.list(listCalls, { query: range }, { fetchAll: true }));
    expect(error).toMatchObject({ recordsRead: 200, cursor: expect.any(String) });
    expect(error.message).toContain("No records are returned: run the step again");
  });
});
