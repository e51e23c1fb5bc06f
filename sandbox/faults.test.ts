import type { Sandbox } from "./index";
import {
  type Client,
  mediaForm,
  newCall,
  startTestSandbox,
  stopTestSandboxes,
} from "./test-client";

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
const post = (clientUniqueId: string) =>
  call("POST", "/v2/calls", { body: newCall(sandbox, { clientUniqueId }) });
const isPosted = (clientUniqueId: string) =>
  sandbox.company.calls.some((each) => each.clientUniqueId === clientUniqueId);
const lastStatus = () => sandbox.requests.at(-1)?.status;

describe("a status", () => {
  it("comes with words that fit, and Retry-After when wanted", async () => {
    sandbox.faults.next({ kind: "status", status: 429, retryAfter: 7 });
    const { status, json, headers } = await ask();
    expect(status).toBe(429);
    expect(headers.get("retry-after")).toBe("7");
    expect(json).toEqual({
      requestId: expect.any(String),
      errors: ["API request limit exceeded"],
    });
    expect((await ask()).status).toBe(200);
  });

  it("carries given words or a given body, and executes nothing", async () => {
    sandbox.faults.next({ kind: "status", status: 500, errors: ["a", "b"] });
    expect((await post("status-1")).json.errors).toEqual(["a", "b"]);
    sandbox.faults.next({ kind: "status", status: 503, body: { upstream: "down" } });
    expect((await post("status-1")).json).toEqual({ upstream: "down" });
    expect(isPosted("status-1")).toBe(false);
    expect(lastStatus()).toBe(503);
  });
});

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

it("takes one fault per request, in the order they were queued", async () => {
  sandbox.faults.next({ kind: "status", status: 500 });
  sandbox.faults.next({ kind: "status", status: 502 });
  expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([
    500, 502, 200,
  ]);
  sandbox.faults.next({ kind: "status", status: 500, times: 9 });
  sandbox.faults.clear();
  expect((await ask()).status).toBe(200);
});

describe("a cut connection", () => {
  it("executes and answers nothing when it is cut before", async () => {
    sandbox.faults.next({ kind: "cut", when: "before" });
    await expect(post("cut-1")).rejects.toThrow("fetch failed");
    expect(isPosted("cut-1")).toBe(false);
    expect(sandbox.requests).toHaveLength(1);
    expect(lastStatus()).toBeUndefined();
  });

  it("delivers half of the promised body when it is cut during the answer", async () => {
    sandbox.faults.next({ kind: "cut", when: "during" });
    const response = await fetch(`${sandbox.url}/v2/workspaces`, {
      headers: { authorization: `Bearer ${sandbox.issueToken().access_token}` },
    });
    expect(response.status).toBe(200);
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(100);
    await expect(response.text()).rejects.toThrow("terminated");
  });

  it("executes and loses the answer when it is cut after executing", async () => {
    sandbox.faults.next({ kind: "cut", when: "afterExecuting" });
    await expect(post("cut-2")).rejects.toThrow("fetch failed");
    expect(isPosted("cut-2")).toBe(true);
    expect((await post("cut-2")).json.errors[0]).toContain("has already been posted");
  });
});

it("breaks the JSON of a valid 200", async () => {
  sandbox.faults.next({ kind: "truncatedJson" });
  const { status, text, headers } = await ask();
  expect(status).toBe(200);
  expect(headers.get("content-type")).toContain("application/json");
  expect(text).toMatch(/^\{"requestId"/);
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
});

it.each([200, 502] as const)("shows a page of a proxy with status %i", async (status) => {
  sandbox.faults.next({ kind: "html", status });
  const answer = await ask();
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toContain("text/html");
  expect(answer.text).toContain("<!DOCTYPE html>");
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
