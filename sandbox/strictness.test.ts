import type { Sandbox } from "./index";
import { type Client, everything, startTestSandbox, stopTestSandboxes } from "./test-client";

let sandbox: Sandbox;
let call: Client;

beforeAll(async () => {
  ({ sandbox, call } = await startTestSandbox());
});
afterAll(stopTestSandboxes);

it("tells an unknown path from a wrong verb, both in Gong's shape (G7, G9)", async () => {
  for (const path of ["/v2", "/v2/", "/v2/nowhere", "/v2/users/1/2", "/v2/Users"]) {
    const { status, json } = await call("GET", path);
    expect([path, status]).toEqual([path, 404]);
    expect(json).toEqual({ requestId: expect.any(String), errors: [expect.any(String)] });
    expect(json.errors[0]).not.toContain("found corresponding to the provided filters");
  }
  const wrongVerb = await call("DELETE", "/v2/calls/123");
  expect(wrongVerb.status).toBe(405);
  expect(wrongVerb.headers.get("allow")).toBe("GET");
  expect(wrongVerb.json.errors).toEqual(["Request method 'DELETE' is not supported"]);
  expect((await call("POST", "/v2/workspaces")).status).toBe(405);
  expect((await call("GET", "/elsewhere")).status).toBe(404);
});

it.each([
  ["/v2/users", { includeAvatars: "yes" }, "includeAvatars: must be one of true, false"],
  ["/v2/workspaces", { cursor: "x" }, "cursor: unrecognized field"],
  ["/v2/users/abc", {}, "id: must be a number of up to 20 digits"],
  ["/v2/library/folders", {}, "workspaceId: must not be null"],
  ["/v2/library/folder-content", {}, "folderId: must not be null"],
  ["/v2/logs", { ...everything, logType: "Nonsense" }, /^logType: must be one of AccessLog, /],
  ["/v2/logs", { logType: "AccessLog" }, "fromDateTime: must not be null"],
  [
    "/v2/data-privacy/data-for-email-address",
    { emailAddress: "nobody" },
    "emailAddress: must be a well-formed email address",
  ],
  [
    "/v2/data-privacy/data-for-phone-number",
    { phoneNumber: " 1 415-555-0100" },
    /^phoneNumber: must start with a \+/,
  ],
])("checks the query of %s: %j", async (path, query, words) => {
  const { status, json } = await call("GET", path, { query: query as Record<string, string> });
  expect(status).toBe(400);
  expect(json.errors).toEqual([typeof words === "string" ? words : expect.stringMatching(words)]);
});

it.each([
  ...["2025-06-01", "2025-06-01T10:00:00", "2025-06-01T10:00Z", "2025-06-31T10:00:00Z"],
  ...["1750000000", "2025-06-01 10:00:00Z", "2025-06-01T10:00:00+0200", "2025-06-01T25:00:00Z"],
])("refuses %s as a date-time", async (fromDateTime) => {
  const query = { ...everything, fromDateTime };
  const { status, json } = await call("GET", "/v2/calls", { query });
  expect(status).toBe(400);
  expect(json.errors).toEqual([expect.stringMatching(/^fromDateTime: must be a date and time/)]);
});

it.each([
  [{}, ["filter: must not be null"]],
  [{ filter: null }, ["filter: must not be null"]],
  [{ filter: { callIds: "1" } }, ["filter.callIds: must be of type array"]],
  [{ filter: { callIds: [1] } }, ["filter.callIds[0]: must be of type string"]],
  [{ filter: { callIds: ["1", "1"] } }, ["filter.callIds: must not contain duplicates"]],
  [{ filter: { from: "x" } }, ["filter.from: unrecognized field"]],
  [
    { filter: {}, contentSelector: { context: "All" } },
    ["contentSelector.context: must be one of None, Basic, Extended"],
  ],
  [
    { filter: {}, contentSelector: { exposedFields: { content: { summary: true } } } },
    ["contentSelector.exposedFields.content.summary: unrecognized field"],
  ],
])("checks bodies without repairing them: %j", async (body, errors) => {
  const { status, json } = await call("POST", "/v2/calls/extensive", { body });
  expect([status, json.errors]).toEqual([400, errors]);
});

it.each<[method: string, path: string, type: string, text: string, status: number]>([
  ["POST", "/v2/users/extensive", "application/json", "{", 400],
  ["POST", "/v2/users/extensive", "application/json", "", 400],
  ["POST", "/v2/users/extensive", "text/plain", "{}", 415],
  ["PUT", "/v2/calls/1/media", "multipart/form-data; boundary=x", "--garbage", 400],
])("refuses to %s to %s a body of %s that is %j", async (method, path, type, text, status) => {
  expect((await call(method, path, { raw: { type, text } })).status).toBe(status);
  expect(sandbox.requests.at(-1)).toMatchObject({ path, status });
});

it("refuses a body where none belongs (G36)", async () => {
  const emailAddress = "nobody@nowhere.example";
  const sending = { query: { emailAddress }, body: { emailAddress } };
  const path = "/v2/data-privacy/erase-data-for-email-address";
  expect((await call("POST", path, sending)).status).toBe(400);
  expect(sandbox.company.erasures).toEqual([]);
});
