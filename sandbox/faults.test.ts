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

const ask = () => call("GET", "/v2/workspaces");

it("meets as many requests as it is told to, and only those that it names", async () => {
  sandbox.faults.next({ kind: "status", status: 503, times: 2, method: "get", path: "/v2/work" });
  expect(sandbox.faults.pending).toBe(2);
  expect((await call("GET", "/v2/users")).status).toBe(200);
  expect((await call("POST", "/v2/workspaces")).status).toBe(405);
  expect((await ask()).status).toBe(503);
  expect(sandbox.faults.pending).toBe(1);
  expect((await ask()).status).toBe(503);
  expect((await ask()).status).toBe(200);
});

it("answers regardless of credentials and limits, and does not count", async () => {
  const limited = await startTestSandbox({ requestsPerDay: 1 });
  limited.sandbox.faults.next({ kind: "status", status: 503 });
  expect((await limited.call("GET", "/v2/users", { authorization: null })).status).toBe(503);
  limited.sandbox.faults.next({ kind: "truncatedJson" });
  expect((await limited.call("GET", "/v2/users")).status).toBe(200);
  expect((await limited.call("GET", "/v2/users")).status).toBe(200);
  expect((await limited.call("GET", "/v2/users")).status).toBe(429);
  limited.sandbox.faults.next({ kind: "status", status: 503 });
  expect((await limited.call("GET", "/v2/users")).status).toBe(503);
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
