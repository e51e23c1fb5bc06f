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

  it("need their organizer in the body to be deleted (G34)", async () => {
    const { json } = await call("POST", "/v2/meetings", { body: meeting() });
    const remove = async (email?: string) => {
      const sending = email ? { body: { organizerEmail: email } } : {};
      return (await call("DELETE", `/v2/meetings/${json.meetingId}`, sending)).status;
    };
    expect([await remove(), await remove("other@harbourline.example")]).toEqual([400, 404]);
    expect([await remove(organizer()), await remove(organizer())]).toEqual([200, 404]);
  });

  it("explain their errors to the end user as well (G7)", async () => {
    const body = meeting({ organizerEmail: "stranger@harbourline.example" });
    const { status, json } = await call("POST", "/v2/meetings", { body });
    expect(status).toBe(404);
    const words = "No Gong user found corresponding to the provided organizer email";
    expect(json.errors).toEqual([words]);
    const members = ["errors", "fixUrl", "helpUrl", "requestId", "userFacingError"];
    expect(Object.keys(json).sort()).toEqual(members);
    const noConsent = sandbox.company.users.find((user) => !user.meetingConsentPageUrl);
    const conflict = await call("POST", "/v2/meetings", {
      body: meeting({ organizerEmail: noConsent?.emailAddress }),
    });
    expect(conflict.status).toBe(409);
  });
});

it("takes each digital interaction once, of a person who can be known", async () => {
  const content = { contentTitle: "Prices" };
  const event = { timestamp: "2025-06-01T10:00:00Z", eventType: "page viewed", content };
  const post = async (eventId: string, changes: object = {}) => {
    const body = { ...event, eventId, ...changes };
    const { status, json } = await call("POST", "/v2/digital-interaction", { body });
    return [status, ...(json.errors ?? [])];
  };
  const nameless = "person.company.domain: is required for an anonymous person";
  const both = "trackingId: must be null if a person is sent instead";
  expect(await post("e1", { person: { email: "robin.vale@northmoor.example" } })).toEqual([200]);
  expect(await post("e1")).toEqual([409, "Event was already reported in the past"]);
  expect(await post("e2", { person: { personId: "p" } })).toEqual([400, nameless]);
  expect(await post("e2", { person: { name: "R" }, trackingId: "t" })).toEqual([400, both]);
});

it("says who a meeting can be made for", async () => {
  const emails = ["ada.quill@harbourline.example", "stranger@northmoor.example"];
  const { json } = await call("POST", "/v2/meetings/integration/status", { body: { emails } });
  expect(json.users).toMatchObject([{ valid: true }, { valid: false }]);
});
