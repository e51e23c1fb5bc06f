import { isConnectionError } from "@prismatic-io/spectral";
import { failureOf } from "../../tests/support/failure";
import { startGong, type TestGong } from "../../tests/support/gong";
import { connectionTo, startServer } from "../../tests/support/server";
import { shownBy } from "../../tests/support/shown";
import { fakeTime } from "../../tests/support/time";
import { createCall, getCall, getTranscripts, listCalls } from "../operations/calls";
import { createMeeting } from "../operations/meetings";
import type { Operation } from "../operations/operation";
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

const requestId = "4al018gzaztcr8nbukw";

/** The error of an operation when Gong answers so. */
function refusal(status: number, body: unknown, operation: Operation = getUser, its = client) {
  gong.sandbox.faults.next({ kind: "status", status, body, times: 9 });
  return failureOf(its.call(operation, { path: { id: "1" } }));
}

describe("An error", () => {
  it.each([
    [400, "bad_request", "Correct the input that Gong names."],
    [401, "not_authorized", "Check that 127.0.0.1"],
    [402, "credits_used_up", "AI credits"],
    [403, "forbidden", "trusted IP addresses"],
    [404, "not_found", "Check the ID"],
    [405, "bad_request", "Check the inputs"],
    [409, "conflict", "already exists"],
    [422, "bad_request", "Check the inputs"],
    [429, "rate_limited", "3 requests per second and 10,000 per day"],
    [500, "unavailable", "on Gong's side"],
    [503, "unavailable", "on Gong's side"],
  ])(
    "for %d says what Gong answered, which request it was, and what to do",
    async (status, code, hint) => {
      const body = { requestId, errors: ["one thing.", "another."] };
      const error = await refusal(status, body);
      expect(error).toMatchObject({
        name: "GongError",
        code,
        status,
        operation: "Get User",
        requestId,
        gongErrors: body.errors,
        data: body,
        headers: { "content-type": expect.stringContaining("json") },
        attempts: gong.sandbox.requests.length,
      });
      expect(error.hint).toContain(hint);
      expect(error.message).toContain(
        `Get User failed: Gong returned ${status}, "one thing. another". ${error.hint}`,
      );
      expect(error.message).toContain(`Gong request ID: ${requestId}.`);
      expect(error.message).not.toMatch(/\.\.|\."\.|\s\s|undefined/);
      // Only credentials at fault mark the connection as failing.
      expect(isConnectionError(error)).toBe(status === 401);
    },
  );

  it("of credentials carries the connection without its secrets", async () => {
    const error = await refusal(401, {});
    expect(error).toMatchObject({
      connection: { key: "gongApiKey", configVarKey: "Gong Connection", fields: {} },
    });
    const { accessKey, accessKeySecret } = gong.sandbox;
    for (const key of [accessKey, accessKeySecret]) expect(shownBy(error)).not.toContain(key);
  });

  it.each([
    ["text", "Service down", "Service down"],
    ["a number", 7, "7"],
    ["a list", [], []],
    ["an object without words", {}, {}],
    ["words that are no text", { errors: [1, null, { a: 1 }] }, { errors: [1, null, { a: 1 }] }],
    ["an odd request ID", { requestId: "<script>" }, { requestId: "<script>" }],
    ["long ids", '{"integrationId":7782342274025937895}', { integrationId: "7782342274025937895" }],
    ["deep nesting", "[".repeat(50_000), "[".repeat(50_000)],
    ["a page", "<p>Write to mia@northmoor.example</p>", "<p>Write to [email address]</p>"],
  ])("keeps the body as it came, without people and secrets: %s", async (_, body, data) => {
    const error = await refusal(400, body);
    expect(error).toMatchObject({ code: "bad_request", status: 400, data });
    expect(error.requestId).toBeUndefined();
    expect(error.message).not.toMatch(/undefined|\[object/);
  });

  it("shows headers without people and secrets, and no cookie", async () => {
    const server = await startServer((_, response) => {
      response.setHeader("Set-Cookie", "session=canary");
      response.setHeader("X-Echo", ["ACCESSKEY", "mia@northmoor.example"]);
      response.writeHead(400).end();
    });
    const call = createClient(connectionTo(server.url)).call(getUser, { path: { id: "1" } });
    const error = await failureOf(call);
    await server.stop();
    expect(error.headers).toMatchObject({ "x-echo": "[secret], [email address]" });
    expect(shownBy(error)).not.toContain("canary");
  });

  it("has Gong's words on one line, and as many as a person would read", async () => {
    const words = `first\r\n2026 ERROR forged\u2028\u001b[31mred ${"x".repeat(5_000)}`;
    const error = await refusal(400, { errors: [words] });
    expect(error.gongErrors[0]).toMatch(/^first 2026 ERROR forged \[31mred x{960,}…$/);
    expect(error.message).toMatch(/^[^\p{Cc}\p{Zl}]{1,1200}$/u);
  });

  it("shows no key that was pasted into the Base URL's path", async () => {
    const server = await startServer((_, response) => response.writeHead(401).end("{}"));
    const baseUrl = `${server.url}/access-key-secret/foreign-key`;
    const its = createClient(connectionTo(baseUrl), {}, { time: fakeTime() });
    const refused = await failureOf(its.call(getUser, { path: { id: "1" } }));
    await server.stop();
    const unreachable = await failureOf(its.call(getUser, { path: { id: "1" } }));
    expect(unreachable.message).toContain(`(${server.url})`);
    for (const error of [refused, unreachable]) {
      expect(shownBy(error)).not.toMatch(/access-key-secret|foreign-key/);
    }
  });
});

describe("A hint", () => {
  const oauth = () => createClient(gong.oauthConnection(["api:calls:read:basic"]));

  it("of a missing scope names it, and does not mark the connection as failing", async () => {
    const error = await failureOf(oauth().call(listUsers));
    expect(error).toMatchObject({ code: "missing_scope", scope: "api:users:read", status: 401 });
    expect(isConnectionError(error)).toBe(false);
    expect(error.message).toMatch(/Add it to the connection's Scopes.*ask the team that did/);
  });

  it.each([
    [
      "OAuth",
      () => ({
        ...gong.oauthConnection([]),
        token: { access_token: "unknown", api_base_url_for_customer: gong.sandbox.url },
      }),
      /revoked.*Connect again as a technical administrator.*needs the scope api:users:read/,
    ],
    [
      "API Key",
      () => connectionTo(gong.sandbox.url),
      /shown beside the key.*expired.*ask a technical administrator/,
    ],
  ])("of credentials fits the kind of connection: %s", async (_, connection, words) => {
    const error = await failureOf(createClient(connection()).call(listUsers));
    expect(isConnectionError(error)).toBe(true);
    expect(error).toMatchObject({ code: "not_authorized", attempts: 1 });
    expect(error.message).toMatch(words);
    expect(error.message).toContain(new URL(gong.sandbox.url).host);
  });

  it.each<[string, Operation, number, string, RegExp]>([
    ["telephony import", createCall, 409, "Import is not enabled", /^Enable recording and teleph/],
    ["nothing of it elsewhere", getUser, 409, "Import is not enabled", /^This already exists/],
    ["a consent page", createMeeting, 409, "No consent page", /enable Gong's consent page/],
    ["limited release", createMeeting, 403, "No access", /limited release \(ask your Gong/],
  ])(
    "comes from the operation's row where it has one: %s",
    async (_, operation, status, words, hint) => {
      expect((await refusal(status, { errors: [words] }, operation)).hint).toMatch(hint);
    },
  );

  it("of a spent Client Unique Id names the call that holds it", async () => {
    const callId = "7022652889306584427";
    const words = `A call with clientUniqueId 'x' has already been posted for the call ${callId}`;
    const error = await refusal(400, { errors: [words] }, createCall);
    expect(error).toMatchObject({ code: "already_uploaded", status: 400, callId });
    expect(error.hint).toContain(`Call ${callId} has this Client Unique Id`);
  });

  it("of meetings has the links that Gong gives, once", async () => {
    const words = "Your calendar is not connected.";
    const body = {
      errors: [words],
      userFacingError: words,
      fixUrl: "https://app.gong.example/fix",
      helpUrl: "javascript:alert(1)",
    };
    const error = await refusal(400, body, createMeeting);
    expect(error.gongErrors).toEqual([words]);
    expect(error.hint).toMatch(/ Fix it at https:\/\/app\.gong\.example\/fix\.$/);
  });
});

describe("A 404", () => {
  it("that says that nothing matches is an empty list, with Gong's request id", async () => {
    const query = { fromDateTime: "1999-01-01T00:00:00Z", toDateTime: "1999-01-02T00:00:00Z" };
    expect(await client.list(listCalls, { query })).toEqual({
      requestId: expect.stringMatching(/^\w+$/),
      records: { totalRecords: 0, currentPageSize: 0, currentPageNumber: 0 },
      calls: [],
    });
    expect(gong.sandbox.requests.map(({ status }) => status)).toEqual([404]);
  });

  it.each([
    "No calls found corresponding to the provided filters",
    "No users found corresponding to the provided filters",
    "No answered scorecards found corresponding to the provided filters.",
    " No calls found corresponding to the provided filters ",
  ])("is an empty list with the words %j", async (words) => {
    const body = { requestId: "r1", errors: [words] };
    gong.sandbox.faults.next({ kind: "status", status: 404, body });
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
    [[["No calls found corresponding to the provided filters"]]],
    [[{ toString: null }]],
    ["No calls found corresponding to the provided filters"],
    [undefined],
  ])("is an error with the words %j", async (errors) => {
    const error = await refusal(404, { requestId: "r1", errors }, listCalls);
    expect(error).toMatchObject({ code: "not_found", status: 404, requestId: "r1" });
  });

  it("is an error for what is no list, whatever its words", async () => {
    const errors = ["No calls found corresponding to the provided filters"];
    const error = await refusal(404, { errors }, getCall);
    expect(error).toMatchObject({ code: "not_found", status: 404 });
  });
});
