import { once } from "node:events";
import { get } from "node:http";
import { connect as connectSocket } from "node:net";
import type { Sandbox } from "./index";
import { type Client, mediaForm, startTestSandbox, stopTestSandboxes } from "./test-client";

let sandbox: Sandbox;
let call: Client;

beforeAll(async () => {
  ({ sandbox, call } = await startTestSandbox());
});
afterEach(() => {
  sandbox.faults.clear();
  sandbox.clearRequests();
});
afterAll(stopTestSandboxes);

const lever = (method: string, path: string, body?: unknown) =>
  call(method, `/sandbox${path}`, { authorization: null, ...(body !== undefined && { body }) });

it("queues faults, meets as many requests as it is told to, and clears them", async () => {
  const ask = async (path = "/v2/workspaces") => (await call("GET", path)).status;
  const fault = { kind: "status", status: 503, times: 3, method: "get", path: "/v2/work" };
  expect((await lever("POST", "/faults", fault)).json).toEqual({ pending: 3 });
  expect(await ask("/v2/users")).toBe(200);
  expect((await call("POST", "/v2/workspaces")).status).toBe(405);
  expect([await ask(), await ask(), sandbox.faults.pending]).toEqual([503, 503, 1]);
  expect((await lever("DELETE", "/faults")).json).toEqual({ pending: 0 });
  expect(await ask()).toBe(200);
});

it("answers with a fault regardless of credentials and limits, and does not count", async () => {
  const { sandbox: limited, call: callLimited } = await startTestSandbox({ requestsPerDay: 1 });
  const ask = async (authorization?: null) =>
    (await callLimited("GET", "/v2/users", { authorization })).status;
  limited.faults.next({ kind: "status", status: 503 });
  expect([await ask(null), await ask(), await ask()]).toEqual([503, 200, 429]);
  limited.faults.next({ kind: "status", status: 503 });
  expect(await ask()).toBe(503);
});

it("records what a faulty request carried, uploads included", async () => {
  sandbox.faults.next({ kind: "status", status: 503, times: 2 });
  await call("POST", "/v2/users/extensive", { body: { filter: {} }, query: { a: "1" } });
  await call("PUT", "/v2/calls/1/media", { body: mediaForm("12345") });
  expect(sandbox.requests).toMatchObject([
    { method: "POST", path: "/v2/users/extensive", query: { a: "1" }, body: { filter: {} } },
    { method: "PUT", body: { files: [{ field: "mediaFile", size: 5 }] }, status: 503 },
  ]);
});

it.each([
  [{ kind: "explosion" }, "kind: must be one of status, delay, cut, truncatedJson, html"],
  [{}, "kind: is required"],
  [{ kind: "delay" }, "milliseconds: is required"],
  [{ kind: "delay", milliseconds: null }, "milliseconds: must not be null"],
  [{ kind: "cut", when: "later" }, "when: must be one of before, during, afterExecuting"],
  [{ kind: "html", status: 404 }, "status: must be one of 200, 502"],
  [{ kind: "truncatedJson", after: 3 }, "after: unrecognized field"],
])("refuses the fault %j", async (fault, words) => {
  const { status, json } = await lever("POST", "/faults", fault);
  expect([status, json.errors]).toEqual([400, [words]]);
  expect(sandbox.faults.pending).toBe(0);
});

it.each([
  ["wrongKey", {}, 401, "Invalid access key or access key secret"],
  [
    "missingScope",
    { scope: "api:x" },
    401,
    "You don't have permission to use 'api:x' in your app.",
  ],
  ["expiredToken", {}, 401, "access token has expired"],
  ["tooManyRequests", { retryAfter: 3 }, 429, "API request limit exceeded"],
  ["unavailable", { path: "/v2/users" }, 503, "Service unavailable"],
  ["htmlPage", {}, 200, undefined],
  ["usedUpDay", {}, 429, "API request limit exceeded"],
])("pulls the lever %s with %j, until it is reset", async (name, options, status, words) => {
  await lever("POST", `/levers/${name}`, options);
  const answer = await call("GET", "/v2/users");
  expect([answer.status, answer.json.errors?.[0]]).toEqual([status, words]);
  await lever("POST", `/levers/${name}`, options);
  await lever("POST", "/reset", {});
  expect((await call("GET", "/v2/users")).status).toBe(200);
});

it("cuts a connection, and names all its levers", async () => {
  const { json } = await lever("GET", "/levers");
  const names = (json.levers as { name: string }[]).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["cutConnection", "lostAnswer", "usedUpDay"]));
  await lever("POST", "/levers/cutConnection", {});
  await expect(call("GET", "/v2/users")).rejects.toThrow();
  expect((await lever("POST", "/levers/nonsense", {})).status).toBe(400);
});

it("makes the company anew, and has calls arrive late", async () => {
  const before = (await lever("GET", "/company")).json;
  const startedAt = "2025-06-18T14:00:00Z";
  const late = await lever("POST", "/calls", { startedAt, visibleInSeconds: 60 });
  const path = `/v2/calls/${late.json.id}`;
  expect((await call("GET", path)).status).toBe(404);
  await lever("POST", "/clock/advance", { seconds: 60 });
  expect((await call("GET", path)).json.call.started).toBe(startedAt);
  const { calls } = (await lever("GET", "/calls")).json;
  expect(calls.at(-1)).toMatchObject({ id: late.json.id, started: startedAt });
  await lever("POST", "/reset", {});
  expect((await call("GET", path)).status).toBe(404);
  const after = (await lever("GET", "/company")).json;
  expect([after.calls, after.workspaces]).toEqual([before.calls, before.workspaces]);
  expect((await call("POST", "/sandbox/reset", { authorization: null })).status).toBe(400);
});

describe("strangers", () => {
  /** The status of a request with this Host header, which fetch refuses to send. */
  async function statusFor(host: string) {
    const request = get(`${sandbox.url}/sandbox/requests`, { headers: { host } });
    const [response] = await once(request, "response");
    response.resume();
    return response.statusCode;
  }

  it.each([
    ["127.0.0.1:8484", 200],
    ["localhost:8484", 200],
    ["LOCALHOST", 200],
    ["[::1]:8484", 200],
    ["evil.example", 403],
    ["127.0.0.1.evil.example", 403],
    ["localhost.evil.example:80", 403],
  ])("by the Host header %j get %i", async (host, status) => {
    expect(await statusFor(host)).toBe(status);
  });

  it("cannot pull a lever with a form or plain text", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
      const raw = { type, text: '{"kind":"status","status":500}' };
      expect((await call("POST", "/sandbox/faults", { raw })).status).toBe(415);
    }
    expect(sandbox.faults.pending).toBe(0);
  });
});

it("stops at once although connections are open and a request waits", async () => {
  const other = await startTestSandbox();
  const idle = connectSocket(Number(new URL(other.sandbox.url).port), "127.0.0.1");
  const closed = once(idle, "close");
  await once(idle, "connect");
  other.sandbox.faults.next({ kind: "delay", milliseconds: 600_000 });
  const waiting = other.call("GET", "/v2/users").catch((error: Error) => error.message);
  while (other.sandbox.requests.length === 0) await new Promise(setImmediate);
  await other.sandbox.stop();
  expect(await waiting).toBe("fetch failed");
  await closed;
});
