import type { Contact, Sandbox } from "./index";
import { type Client, newCall, startTestSandbox, stopTestSandboxes } from "./test-client";

let sandbox: Sandbox;
let call: Client;
let contact: Contact;

beforeEach(async () => {
  ({ sandbox, call } = await startTestSandbox({ callCount: 80 }));
  // A person who appears in calls, emails and the CRM.
  const { contacts, calls, emails } = sandbox.company;
  const known = contacts.find(
    ({ emailAddress }) =>
      calls.some(({ parties }) => parties?.some((party) => party.emailAddress === emailAddress)) &&
      emails.some(({ from, to }) => from === emailAddress || to === emailAddress),
  );
  if (!known) throw new Error("No one appears everywhere");
  contact = known;
});
afterEach(stopTestSandboxes);

const byEmail = (emailAddress: string) =>
  call("GET", "/v2/data-privacy/data-for-email-address", { query: { emailAddress } });
const eraseEmail = (emailAddress: string) =>
  call("POST", "/v2/data-privacy/erase-data-for-email-address", { query: { emailAddress } });

it("erases an address for good, from lists, folders and reviews too (G36)", async () => {
  const [first] = (await byEmail(contact.emailAddress)).json.calls;
  const { calls, folders, erasures } = sandbox.company;
  const before = calls.length;
  const { status, json } = await eraseEmail(contact.emailAddress);
  expect(status).toBe(200);
  expect(Object.keys(json)).toEqual(["requestId"]);

  const gone = (await byEmail(contact.emailAddress)).json;
  const { calls: none, emails, meetings, customerData, customerEngagement } = gone;
  expect([none, emails, meetings, customerData, customerEngagement].flat()).toEqual([]);
  expect((await call("GET", `/v2/calls/${first?.id}`)).status).toBe(404);
  const ids = new Set(calls.map(({ id }) => id));
  expect(folders.flatMap((folder) => folder.calls).every(({ callId }) => ids.has(callId))).toBe(
    true,
  );
  expect(sandbox.company.answeredScorecards.every(({ callId }) => ids.has(callId))).toBe(true);
  expect(erasures).toMatchObject([
    { kind: "emailAddress", value: contact.emailAddress, removedCalls: before - calls.length },
  ]);
});

it("erases engagement events and meetings with their guests", async () => {
  const { emailAddress } = contact;
  const organizerEmail = sandbox.company.users[0]?.emailAddress;
  const eventTimestamp = "2025-06-01T10:00:00Z";
  await call("PUT", "/v2/customer-engagement/action", {
    body: { reportingSystem: "docs", eventTimestamp, actor: { email: emailAddress } },
  });
  const times = { startTime: "2025-07-01T10:00:00Z", endTime: "2025-07-01T11:00:00Z" };
  await call("POST", "/v2/meetings", {
    body: { ...times, invitees: [{ email: emailAddress }], organizerEmail },
  });
  const found = (await byEmail(emailAddress)).json;
  expect(found.customerEngagement).toMatchObject([{ eventType: "customEvent" }]);
  expect((found.meetings as unknown[]).length).toBeGreaterThan(0);
  await eraseEmail(emailAddress);
  const gone = (await byEmail(emailAddress)).json;
  expect([gone.customerEngagement, gone.meetings]).toEqual([[], []]);
});

it("keeps the clientUniqueId of an erased call spent (G25)", async () => {
  const parties = [
    ...newCall(sandbox).parties,
    { emailAddress: contact.emailAddress, name: contact.name },
  ];
  const body = newCall(sandbox, { parties });
  const { callId } = (await call("POST", "/v2/calls", { body })).json;
  await eraseEmail(contact.emailAddress);
  expect(sandbox.company.calls.some(({ id }) => id === callId)).toBe(false);
  expect((await call("POST", "/v2/calls", { body })).json.errors[0]).toContain(callId);
});

it("needs the + of a number to be encoded (G36)", async () => {
  const path = "/v2/data-privacy/erase-data-for-phone-number?phoneNumber=+14155550100";
  expect((await call("POST", path)).status).toBe(400);
  expect(sandbox.company.erasures).toEqual([]);
});
