import { request as httpRequest } from "node:http";
import { connect as connectSocket } from "node:net";
import type { Sandbox } from "./index";
import { type Client, startTestSandbox, stopTestSandboxes } from "./test-client";

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

it("queues and clears faults", async () => {
  const queued = await lever("POST", "/faults", { kind: "status", status: 503, times: 3 });
  expect(queued.json).toEqual({ pending: 3 });
  expect((await call("GET", "/v2/users")).status).toBe(503);
  expect((await lever("DELETE", "/faults")).json).toEqual({ pending: 0 });
  expect((await call("GET", "/v2/users")).status).toBe(200);
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
  const withHost = (host: string, path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const { port } = new URL(sandbox.url);
      const options = { host: "127.0.0.1", port, path, headers: { host } };
      httpRequest(options, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });

  it.each([
    ["127.0.0.1:8484", 200],
    ["localhost:8484", 200],
    ["LOCALHOST", 200],
    ["[::1]:8484", 200],
    ["evil.example", 403],
    ["127.0.0.1.evil.example", 403],
    ["localhost.evil.example:80", 403],
  ])("by the Host header %j get %i", async (host, status) => {
    expect(await withHost(host, "/sandbox/requests")).toBe(status);
  });

  it("cannot pull a lever with a form or plain text", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
      const raw = { type, text: '{"kind":"status","status":500}' };
      expect((await call("POST", "/sandbox/faults", { raw })).status).toBe(415);
    }
    expect(sandbox.faults.pending).toBe(0);
  });
});

describe("a sandbox", () => {
  it("stops at once although connections are open and a request waits", async () => {
    const { sandbox, call } = await startTestSandbox();
    const { port } = new URL(sandbox.url);
    const idle = connectSocket(Number(port), "127.0.0.1");
    const closed = new Promise((resolve) => idle.once("close", resolve));
    await new Promise((resolve) => idle.once("connect", resolve));
    sandbox.faults.next({ kind: "delay", milliseconds: 600_000 });
    const waiting = call("GET", "/v2/users").catch((error: Error) => error.message);
    while (sandbox.requests.length === 0) await new Promise(setImmediate);
    await sandbox.stop();
    expect(await waiting).toBe("fetch failed");
    await closed;
  });
});
