import { isConnectionError } from "@prismatic-io/spectral";
import { createContext } from "../../tests/support/context";
import { failureOf } from "../../tests/support/failure";
import { startGong, type TestGong } from "../../tests/support/gong";
import { connectionTo, startServer } from "../../tests/support/server";
import { shownBy } from "../../tests/support/shown";
import { fakeTime } from "../../tests/support/time";
import { createCall, getCall, getTranscripts, listCalls } from "../operations/calls";
import { getUser, listUsers } from "../operations/users";
import { createClient, type GongClient } from "./createClient";

let gong: TestGong;
let client: GongClient;

beforeAll(async () => {
  gong = await startGong();
});
afterAll(() => gong.stop());
beforeEach(() => {
  client = createClient(gong.connection, {}, { time: fakeTime() });
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
});

/** The next request is answered so. */
const answer = (status: number, body: unknown) =>
  gong.sandbox.faults.next({ kind: "status", status, body });
const lastRequestId = async (status: number) => {
  answer(status, { requestId: "4al018gzaztcr8nbukw", errors: ["words of Gong"] });
  return failureOf(client.call(getUser, { path: { id: "1" } }));
};

describe("An error", () => {
  it.each([
    [400, "bad_request"],
    [401, "not_authorized"],
    [402, "forbidden"],
    [403, "forbidden"],
    [404, "not_found"],
    [405, "bad_request"],
    [409, "conflict"],
    [415, "bad_request"],
    [422, "bad_request"],
    [429, "rate_limited"],
    [500, "unavailable"],
    [503, "unavailable"],
  ])(
    "for %d says what Gong answered, which request it was, and what to do",
    async (status, code) => {
      gong.sandbox.faults.next({
        kind: "status",
        status,
        body: { requestId: "4al018gzaztcr8nbukw", errors: ["one thing", "another"] },
        times: 9,
      });
      const error = await failureOf(client.call(getUser, { path: { id: "1" } }));
      expect(error).toMatchObject({
        code,
        status,
        operation: "Get User",
        requestId: "4al018gzaztcr8nbukw",
        gongErrors: ["one thing", "another"],
        data: { requestId: "4al018gzaztcr8nbukw", errors: ["one thing", "another"] },
      });
      expect(error.attempts).toBe(gong.sandbox.requests.length);
      expect(error.message).toMatch(
        new RegExp(`^Get User failed: Gong answered ${status}, "one thing another"\\. \\S.*\\.`),
      );
      expect(error.message).toContain(error.hint);
      expect(error.message).toContain("Gong request id: 4al018gzaztcr8nbukw.");
      expect(isConnectionError(error)).toBe(status === 401 || status === 403);
      expect(error.name).toBe(
        status === 401 || status === 403 ? "GongConnectionError" : "GongError",
      );
    },
  );

  it("shows the connection that fails, without its secrets", async () => {
    const error = await lastRequestId(401);
    expect(error).toMatchObject({
      connection: {
        key: "gongApiKey",
        configVarKey: "Gong Connection",
        fields: { baseUrl: gong.sandbox.url, requestsPerSecond: 1000 },
      },
    });
    expect(shownBy(error)).not.toContain(gong.sandbox.accessKey);
    expect(shownBy(error)).not.toContain(gong.sandbox.accessKeySecret);
  });

  it.each([
    ["text", "Service down"],
    ["a number", 7],
    ["null", "null"],
    ["a list", []],
    ["an object without words", {}],
    ["words that are no list", { errors: "words" }],
    ["words that are no text", { errors: [1, null, { a: 1 }] }],
    ["an odd request id", { requestId: "<script>", errors: [] }],
  ])("is made of any body, also of %s", async (_, body) => {
    answer(400, body);
    const error = await failureOf(client.call(getUser, { path: { id: "1" } }));
    expect(error).toMatchObject({ code: "bad_request", status: 400 });
    expect(error.requestId).toBeUndefined();
    expect(error.message).not.toContain("undefined");
    expect(error.message).not.toContain("[object");
  });

  it("keeps the ids in Gong's answer whole", async () => {
    answer(409, '{"errors":["Conflict"],"integrationId":7782342274025937895}');
    const error = await failureOf(client.call(getUser, { path: { id: "1" } }));
    expect(error.data).toEqual({ errors: ["Conflict"], integrationId: "7782342274025937895" });
  });

  it("has Gong's words on one line, and as many as somebody would read", async () => {
    answer(400, { errors: [`first\r\n2026 ERROR forged\u2028\u001b[31mred ${"x".repeat(5_000)}`] });
    const error = await failureOf(client.call(getUser, { path: { id: "1" } }));
    expect(error.gongErrors[0]).toMatch(/^first 2026 ERROR forged \[31mred x{960,}…$/);
    expect(error.gongErrors[0]).toHaveLength(1_001);
    expect(error.message).toMatch(/^[^\p{Cc}\p{Zl}]{1,1200}$/u);
  });

  it("tells the length of an answer that is too long for an error's", async () => {
    answer(400, { errors: ["x".repeat(1_000_000)] });
    const error = await failureOf(client.call(getUser, { path: { id: "1" } }));
    expect(error).toMatchObject({ gongErrors: [], data: "(text of 1000015 characters)" });
  });

  it("shows no key that was pasted into the Base URL's path", async () => {
    const server = await startServer((_, response) => response.writeHead(401).end("{}"));
    const baseUrl = `${server.url}/access-key-secret/foreign-key`;
    const its = createClient(connectionTo(baseUrl), {}, { time: fakeTime() });
    const refused = await failureOf(its.call(getUser, { path: { id: "1" } }));
    expect(refused).toMatchObject({ connection: { fields: { baseUrl: server.url } } });
    expect(shownBy(refused)).not.toContain("access-key-secret");
    await server.stop();
    const unreachable = await failureOf(its.call(getUser, { path: { id: "1" } }));
    expect(unreachable.message).toContain(`(${server.url})`);
    expect(shownBy(unreachable)).not.toMatch(/access-key-secret|foreign-key/);
  });

  it("tells the length of a page that a proxy sent, and not the page", async () => {
    gong.sandbox.faults.next({ kind: "html", status: 502, times: 9 });
    const error = await failureOf(client.call(getUser, { path: { id: "1" } }));
    expect(error).toMatchObject({ status: 502, gongErrors: [] });
    expect(error.data).toMatch(/^\(an HTML page of \d+ characters\)$/);
    expect(error.message).not.toContain("html>");
  });
});

describe("A connection that may not do something", () => {
  it("is told the scope that it lacks", async () => {
    const limited = createClient(gong.oauthConnection(["api:calls:read:basic"]));
    const error = await failureOf(limited.call(listUsers));
    expect(isConnectionError(error)).toBe(true);
    expect(error).toMatchObject({ code: "missing_scope", scope: "api:users:read", status: 401 });
    expect(error.message).toMatch(/lacks the scope api:users:read\. Add it to .* connect again/);
  });

  it("is told that access was revoked, and the scope that the step needs", async () => {
    const other = createClient({
      ...gong.oauthConnection([]),
      token: { access_token: "unknown", api_base_url_for_customer: gong.sandbox.url },
    });
    const error = await failureOf(other.call(listUsers));
    expect(isConnectionError(error)).toBe(true);
    expect(error).toMatchObject({ code: "not_authorized", status: 401 });
    expect(error.message).toMatch(/revoked.*Connect again.*needs the scope api:users:read/);
    expect(error.scope).toBeUndefined();
  });

  it("is told to check key and Base URL", async () => {
    const wrong = createClient(connectionTo(gong.sandbox.url));
    const error = await failureOf(wrong.call(listUsers));
    expect(isConnectionError(error)).toBe(true);
    expect(error).toMatchObject({ code: "not_authorized", status: 401, attempts: 1 });
    expect(error.message).toMatch(/Base URL must be the one shown beside the key.*expired/);
  });

  it("is told about trusted addresses and limited release after 403", async () => {
    const error = await lastRequestId(403);
    expect(error.message).toMatch(/not enabled for the account.*trusted IP addresses/);
  });
});

describe("A Client Unique Id that is spent", () => {
  it("names the call that holds it", async () => {
    const user = gong.sandbox.company.users.find(
      ({ active, settings }) => active && settings.telephonyCallsImported,
    );
    const body = {
      clientUniqueId: "spent",
      actualStart: "2026-03-01T08:00:00Z",
      direction: "Inbound",
      primaryUser: user?.id,
      parties: [{ userId: user?.id }],
    };
    const { callId } = await client.call(createCall, { body });
    const error = await failureOf(client.call(createCall, { body }));
    expect(error).toMatchObject({ code: "already_uploaded", status: 400, callId });
    expect(error.message).toContain(`Call ${callId} holds this Client Unique Id`);
  });
});

describe("A 404", () => {
  const range = (from: string, to: string) => ({
    query: { fromDateTime: `${from}T00:00:00Z`, toDateTime: `${to}T00:00:00Z` },
  });

  it("that says that nothing matches is an empty list, with Gong's request id", async () => {
    const empty = await client.list(listCalls, range("1999-01-01", "1999-01-02"));
    expect(empty).toEqual({
      requestId: expect.stringMatching(/^\w+$/),
      records: { totalRecords: 0, currentPageSize: 0, currentPageNumber: 0 },
      calls: [],
    });
    const all = { fetchAll: true };
    expect(await client.list(listCalls, range("1999-01-01", "1999-01-02"), all)).toEqual({
      ...empty,
      requestId: expect.any(String),
    });
    expect(gong.sandbox.requests.map(({ status }) => status)).toEqual([404, 404]);
  });

  it.each([
    "No calls found corresponding to the provided filters",
    "No users found corresponding to the provided filters",
    "No answered scorecards found corresponding to the provided filters.",
    " No calls found corresponding to the provided filters ",
  ])("is an empty list with the words %j", async (words) => {
    answer(404, { requestId: "r1", errors: [words] });
    const found = await client.call(getTranscripts, { body: { filter: {} } });
    expect(found).toMatchObject({ requestId: "r1", callTranscripts: [] });
  });

  it.each([
    [["Call ID 7782342274025937895 was not found"]],
    [["Flow not found"]],
    [["The following userIds were not found: 1, 2"]],
    [["No resource found for /v2/calls"]],
    [["No calls found corresponding to the provided filters, or the service is down"]],
    [["Error: No calls found corresponding to the provided filters"]],
    [["No calls found corresponding to the provided filters", "workspaceId was not found"]],
    [["No calls found corresponding to the provided filters", { code: 7 }]],
    [
      [
        "No calls found corresponding to the provided filters",
        "No calls found corresponding to the provided filters",
      ],
    ],
    [[]],
    ["No calls found corresponding to the provided filters"],
    [undefined],
  ])("is an error with the words %j", async (errors) => {
    answer(404, { requestId: "r1", errors });
    const error = await failureOf(client.list(listCalls, range("2026-01-01", "2026-02-01")));
    expect(error).toMatchObject({ code: "not_found", status: 404, requestId: "r1" });
  });

  it("is an error for what is no list, whatever its words", async () => {
    answer(404, { errors: ["No calls found corresponding to the provided filters"] });
    const error = await failureOf(client.call(getCall, { path: { id: "1" } }));
    expect(error).toMatchObject({ code: "not_found", status: 404 });
  });

  it.each([400, 500])("and no %d: the same words are an error there", async (status) => {
    gong.sandbox.faults.next({
      kind: "status",
      status,
      errors: ["No calls found corresponding to the provided filters"],
      times: 9,
    });
    const error = await failureOf(client.list(listCalls, range("2026-01-01", "2026-02-01")));
    expect(error.status).toBe(status);
  });
});

describe("In debug mode", () => {
  const linesOf = async (run: (its: GongClient) => Promise<unknown>, debug = true) => {
    const context = createContext();
    const its = createClient(
      gong.connection,
      { logger: context.logger as never, debug: { enabled: debug } },
      { time: fakeTime() },
    );
    await run(its).catch(() => {});
    return context.lines;
  };
  const user = (its: GongClient) =>
    its.call(getUser, { path: { id: gong.sandbox.company.users[0]?.id ?? "" } });

  it("every attempt leaves one line, of an allow-list of facts", async () => {
    answer(502, { requestId: "r1", errors: [] });
    gong.sandbox.faults.next({ kind: "cut", when: "before" });
    gong.sandbox.faults.next({ kind: "cut", when: "during" });
    gong.sandbox.faults.next({ kind: "html" });
    answer(404, { requestId: "r2", errors: ["User ID 7782342274025937895 was not found"] });
    expect((await linesOf(user)).filter((line) => line.startsWith("debug: "))).toEqual([
      "debug: Gong: GET /v2/users/{id} 502 in 0 ms, attempt 1, request id r1",
      "debug: Gong: GET /v2/users/{id} ECONNRESET in 0 ms, attempt 2",
      "debug: Gong: GET /v2/users/{id} ECONNRESET in 0 ms, attempt 3",
      "debug: Gong: GET /v2/users/{id} an unreadable answer in 0 ms, attempt 4",
      "debug: Gong: GET /v2/users/{id} 404 in 0 ms, attempt 5, request id r2",
    ]);
  });

  it("a request id that repeats the key is withheld", async () => {
    answer(404, { requestId: gong.sandbox.accessKey, errors: ["words"] });
    expect((await linesOf(user)).join()).toMatch(/404 in 0 ms, attempt 1, request id \[secret\]$/);
  });

  it("a success leaves one line, and so does every page", async () => {
    const query = { fromDateTime: "2020-01-01T00:00:00Z", toDateTime: "2030-01-01T00:00:00Z" };
    const lines = await linesOf((its) => its.list(listCalls, { query }, { fetchAll: true }));
    expect(lines).toHaveLength(5);
    for (const line of lines) {
      expect(line).toMatch(
        /^debug: Gong: GET \/v2\/calls 200 in \d+ ms, attempt 1, request id \w+$/,
      );
    }
  });

  it("a wait that somebody would notice is told of, with and without debug mode", async () => {
    for (const debug of [true, false]) {
      gong.sandbox.faults.next({ kind: "status", status: 429, retryAfter: 17 });
      const lines = await linesOf((its) => its.call(listUsers), debug);
      expect(lines.filter((line) => !line.startsWith("debug: "))).toEqual([
        "warn: Gong: List Users got 429; trying again in 17 s.",
      ]);
      expect(lines).toHaveLength(debug ? 3 : 1);
    }
  });
});
