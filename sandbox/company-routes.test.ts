import type { Sandbox } from "./index";
import { type Client, startTestSandbox, stopTestSandboxes } from "./test-client";

let sandbox: Sandbox;
let call: Client;

beforeAll(async () => {
  ({ sandbox, call } = await startTestSandbox({ callCount: 200 }));
});
afterAll(stopTestSandboxes);

describe("library", () => {
  it("lists the calls of a folder, and only those that can be seen", async () => {
    const folder = sandbox.company.folders.find(({ calls }) => calls.length > 2);
    const content = async () => {
      const { json } = await call("GET", "/v2/library/folder-content", {
        query: { folderId: folder?.id ?? "" },
      });
      return json.calls.map(({ id }) => id);
    };
    const ids = folder?.calls.map(({ callId }) => callId) ?? [];
    expect(await content()).toEqual(ids);
    const hidden = sandbox.company.calls.find(({ id }) => id === ids[0]);
    if (hidden) hidden.visibleAt = null;
    expect(await content()).toEqual(ids.slice(1));
    const missing = await call("GET", "/v2/library/folder-content", { query: { folderId: "5" } });
    expect(missing.json.errors).toEqual(["Folder ID 5 was not found"]);
  });
});

describe("meetings", () => {
  const meeting = (changes: object = {}) => ({
    startTime: "2025-07-01T10:00:00Z",
    endTime: "2025-07-01T11:00:00+00:00",
    invitees: [{ email: "guest@elsewhere.example", displayName: "Guest" }],
    organizerEmail: organizer(),
    ...changes,
  });
  const organizer = () =>
    sandbox.company.users.find(({ meetingConsentPageUrl }) => meetingConsentPageUrl)
      ?.emailAddress ?? "";

  it("are made, changed and deleted; deleting needs a body (G34)", async () => {
    const made = await call("POST", "/v2/meetings", { body: meeting() });
    expect(made.json).toMatchObject({ meetingId: expect.stringMatching(/^\d+$/) });
    const path = `/v2/meetings/${made.json.meetingId}`;
    const changed = await call("PUT", path, { body: meeting({ title: "Later" }) });
    expect(changed.json.meetingId).toBe(made.json.meetingId);
    expect(sandbox.company.meetings.at(-1)).toMatchObject({ title: "Later" });

    expect((await call("DELETE", path)).status).toBe(400);
    const other = { organizerEmail: "other@harbourline.example" };
    expect((await call("DELETE", path, { body: other })).status).toBe(404);
    const body = { organizerEmail: organizer() };
    expect((await call("DELETE", path, { body })).status).toBe(200);
    expect((await call("DELETE", path, { body })).status).toBe(404);
  });

  it("explain their errors to the end user as well (G7)", async () => {
    const body = meeting({ organizerEmail: "stranger@harbourline.example" });
    const { status, json } = await call("POST", "/v2/meetings", { body });
    expect(status).toBe(404);
    expect(json.errors).toEqual([
      "No Gong user found corresponding to the provided organizer email",
    ]);
    expect(Object.keys(json).sort()).toEqual([
      "errors",
      "fixUrl",
      "helpUrl",
      "requestId",
      "userFacingError",
    ]);
    const noConsent = sandbox.company.users.find((user) => !user.meetingConsentPageUrl);
    const conflict = await call("POST", "/v2/meetings", {
      body: meeting({ organizerEmail: noConsent?.emailAddress }),
    });
    expect(conflict.status).toBe(409);
  });
});

it("takes each digital interaction once, and says who a meeting can be made for", async () => {
  const event = {
    eventId: "e1",
    timestamp: "2025-06-01T10:00:00Z",
    eventType: "page viewed",
    content: { contentTitle: "Prices" },
  };
  const post = async (changes: object = {}) => {
    const body = { ...event, ...changes };
    const { status: answered, json } = await call("POST", "/v2/digital-interaction", { body });
    return [answered, ...(json.errors ?? [])];
  };
  expect(await post({ person: { email: "robin.vale@northmoor.example" } })).toEqual([200]);
  expect(await post()).toEqual([409, "Event was already reported in the past"]);
  expect(await post({ eventId: "e2", person: { personId: "p" } })).toEqual([
    400,
    "person.company.domain: is required for an anonymous person",
  ]);
  expect(await post({ eventId: "e2", person: { name: "R" }, trackingId: "t" })).toEqual([
    400,
    "trackingId: must be null if a person is sent instead",
  ]);
  const emails = ["ada.quill@harbourline.example", "stranger@northmoor.example"];
  const { json } = await call("POST", "/v2/meetings/integration/status", { body: { emails } });
  expect(json.users).toMatchObject([
    { exists: true, valid: true },
    { exists: false, valid: false, userFacingError: expect.any(String) },
  ]);
});
