import { startGong, type TestGong } from "../../../tests/support/gong";

const actor = {
  email: "robin.vale@northmoor.example",
  name: "Robin Vale",
  title: "Head of Purchasing",
  context: [
    {
      system: "Salesforce",
      objects: [{ objectType: "Contact", objectId: "0031Q00002VbWdLQAV" }],
    },
  ],
};
const other = { name: "Sam Reed" };
const sharer = {
  id: "5517027188234205706",
  email: "ada.quill@harbourline.example",
  name: "Ada Quill",
};
const crmContext = [
  {
    system: "HubSpot",
    objects: [
      { objectType: "Account", objectId: "17", fields: [{ name: "Seats", value: 0 }] },
      { objectType: "Opportunity", objectId: "18" },
    ],
  },
];

/** Values that all three events take, and that go out just as they come in. */
const plain = {
  reportingSystem: "harbourline-content",
  eventId: "evt_5417",
  contentId: "doc_1",
  contentUrl: "https://content.harbourline.example/doc_1?a=1&b=%20",
  contentTitle: "Prices & terms – März",
  actionName: "Document Signed",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64)",
  mobileAppId: "example.harbourline.content",
  agentPlatform: "iOS",
  moreInfoUrl: "https://content.harbourline.example/more",
  shareId: "share_88",
  sharingMessageSubject: "The offer",
  sharingMessageBody: "<p>As promised,\nhere it is.</p>",
};

/** The other values that all three take, as builders give them: JSON text or ready values. */
const structured = (workspaceId: string) => ({
  eventTimestamp: "2026-03-01T09:00:00.5-07:00",
  workspaceId,
  sharer: `{"id": "${sharer.id}", "email": "${sharer.email}", "name": "${sharer.name}"}`,
  crmContext: JSON.stringify(crmContext),
  contentProperties: [
    { name: "Pages", value: 0, dataType: "number" },
    { name: "Length", value: "3.14", dataType: "number" },
    { name: "Blank", value: "", dataType: "string" },
  ],
  eventProperties: JSON.stringify([
    { name: "Until", value: "2026-04-01T00:00:00+02:00", dataType: "date" },
    { name: "Page", value: "https://northmoor.example/a?q=v", dataType: "url" },
  ]),
  nonCompanyParticipants: [actor, other],
});

const structuredSent = (workspaceId: string) => ({
  eventTimestamp: "2026-03-01T09:00:00.5-07:00",
  workspaceId,
  sharer,
  crmContext,
  contentProperties: [
    { name: "Pages", value: "0", dataType: "number" },
    { name: "Length", value: "3.14", dataType: "number" },
    { name: "Blank", value: "", dataType: "string" },
  ],
  eventProperties: [
    { name: "Until", value: "2026-04-01T00:00:00+02:00", dataType: "date" },
    { name: "Page", value: "https://northmoor.example/a?q=v", dataType: "url" },
  ],
  nonCompanyParticipants: [actor, other],
});

const content = {
  contentId: "doc_1",
  contentUrl: "https://content.harbourline.example/doc_1",
  contentTitle: "Prices",
};

const events = [
  {
    key: "customActionEvent",
    path: "/v2/customer-engagement/action",
    needs: {},
    own: { eventInfoUrl: "https://content.harbourline.example/events/1", actor },
  },
  {
    key: "customSharedEvent",
    path: "/v2/customer-engagement/content/shared",
    needs: content,
    own: { shareInfoUrl: "https://content.harbourline.example/shares/1", recipients: [actor] },
  },
  {
    key: "customViewedEvent",
    path: "/v2/customer-engagement/content/viewed",
    needs: content,
    own: {
      viewInfoUrl: "https://content.harbourline.example/views/1",
      viewActionTitle: "Presentation Opened",
      viewer: actor,
    },
  },
];

describe.each(events)("$key", ({ key, path, needs, own }) => {
  let gong: TestGong;
  let workspaceId: string;
  beforeAll(async () => {
    gong = await startGong({ callCount: 0 });
    workspaceId = gong.sandbox.company.workspaces[0]?.id ?? "";
  });
  beforeEach(() => gong.sandbox.clearRequests());
  afterAll(() => gong.stop());

  const minimum = {
    reportingSystem: "harbourline-content",
    eventTimestamp: "2026-03-01T09:00:00Z",
    ...needs,
  };
  const sent = () => gong.sandbox.requests.map((request) => request.body);

  test("puts every value under its name", async () => {
    const { data } = await gong.run(key, { ...plain, ...structured(workspaceId), ...own });
    expect(gong.sandbox.requests).toEqual([
      expect.objectContaining({ method: "PUT", path, query: {}, status: 200 }),
    ]);
    expect(sent()).toEqual([{ ...plain, ...structuredSent(workspaceId), ...own }]);
    expect(data.requestId).toEqual(expect.any(String));
  });

  test("keeps every digit of the integration's id", async () => {
    gong.sandbox.faults.next({
      kind: "status",
      status: 200,
      body: '{"requestId":"r1","integrationId":5517027188234205706}',
    });
    const { data } = await gong.run(key, { ...minimum, eventId: "digits" });
    expect(String(data.integrationId)).toBe("5517027188234205706");
  });

  test("leaves out what is blank", async () => {
    const blank = Object.fromEntries(
      Object.keys({ ...plain, ...structured(workspaceId), ...own }).map((name) => [name, " "]),
    );
    await gong.run(key, { ...blank, ...minimum });
    expect(sent()).toEqual([minimum]);
  });

  test("leaves out lists and people without anything in them", async () => {
    await gong.run(key, {
      ...minimum,
      eventId: "empty",
      crmContext: [],
      contentProperties: "[]",
      nonCompanyParticipants: "[ ]",
      sharer: "{}",
    });
    expect(sent()).toEqual([{ ...minimum, eventId: "empty" }]);
  });

  test("completes a time without offset and a platform in another letter case", async () => {
    await gong.run(key, {
      ...minimum,
      eventId: "completed",
      eventTimestamp: "2026-03-01 09:00",
      agentPlatform: "macos",
    });
    expect(sent()).toEqual([
      {
        ...minimum,
        eventId: "completed",
        eventTimestamp: "2026-03-01T09:00:00Z",
        agentPlatform: "MacOS",
      },
    ]);
  });

  test.each(Object.keys({ reportingSystem: "", eventTimestamp: "", ...needs }))(
    "refuses a blank %s before it sends anything",
    async (name) => {
      const error = await gong.fail(key, { ...minimum, [name]: "" });
      expect(error.name).toBe("InputError");
      expect(error.message).toMatch(
        /^(Reporting System|Event Timestamp|Content (Id|Url|Title)) is required, for example /,
      );
      expect(gong.sandbox.requests).toEqual([]);
    },
  );

  test.each([
    [{ eventTimestamp: "yesterday" }, /^Event Timestamp must be a date and time in ISO 8601/],
    [{ agentPlatform: "BeOS" }, /^Agent Platform must be one of Windows, Linux, MacOS, iOS/],
    [{ workspaceId: "Sales" }, /^Workspace Id must be a Gong id/],
    [{ contentUrl: "javascript:alert(1)" }, /^Content Url must be a web address/],
    [{ sharer: '{"id": ' }, /^Sharer must be JSON; /],
    [{ sharer: [sharer] }, /^Sharer must be an object in JSON, not a list/],
    [{ sharer: { id: "ada" } }, /^Sharer, at id, has the wrong form/],
    [{ sharer: { mail: "a" } }, /^Sharer, at mail, is a field that Gong does not take/],
    [{ crmContext: {} }, /^CRM Context must be a list in JSON/],
    [{ crmContext: [{ system: "SAP" }] }, /^CRM Context, at \[0\]\.system, must be one of Sales/],
    [
      { crmContext: [{ system: "Generic", objects: [{ objectType: "Lead" }] }] },
      /^CRM Context, at \[0\]\.objects\[0\], needs objectId/,
    ],
    [
      { nonCompanyParticipants: [other, { email: 7 }] },
      /^Non Company Participants, at \[1\]\.email, must be text, not a number/,
    ],
    [
      { contentProperties: [{ name: "Pages", value: "12" }] },
      /^Content Properties, at \[0\], needs dataType/,
    ],
    [
      { contentProperties: [{ name: "Pages", value: "a dozen", dataType: "number" }] },
      /^Content Properties, at \[0\]\.value, must be a number, as its dataType says/,
    ],
    [
      { eventProperties: [{ name: "Until", value: "2026-02-30", dataType: "date" }] },
      /^Event Properties, at \[0\]\.value, must be a date in ISO 8601, as its dataType says/,
    ],
    [
      { eventProperties: [{ name: "Page", value: "northmoor", dataType: "url" }] },
      /^Event Properties, at \[0\]\.value, must be a web address, as its dataType says/,
    ],
  ])("refuses %j by label and place", async (wrong, message) => {
    const error = await gong.fail(key, { ...minimum, ...wrong });
    expect(error.name).toBe("InputError");
    expect(error.message).toMatch(message);
    expect(gong.sandbox.requests).toEqual([]);
  });

  test("reports an event once, even when no answer comes", async () => {
    gong.sandbox.faults.next({ kind: "cut", when: "afterExecuting" });
    const error = await gong.fail(key, { ...minimum, eventId: "lost" });
    expect(error.code).toBe("unreachable");
    expect(error.message).toContain("It may have been carried out all the same");
    expect(gong.sandbox.requests).toHaveLength(1);
  });

  test("says so when Gong has the event already", async () => {
    await gong.run(key, { ...minimum, eventId: "twice" });
    const error = await gong.fail(key, { ...minimum, eventId: "twice" });
    expect(error).toMatchObject({ name: "GongError", code: "conflict", status: 409 });
    expect(gong.sandbox.requests).toHaveLength(2);
  });

  test("names the scope that a connection lacks", async () => {
    const connection = gong.oauthConnection(["api:calls:read:basic"]);
    const error = await gong.fail(key, { ...minimum, connection });
    expect(error).toMatchObject({ code: "missing_scope", scope: "api:engagement-data:write" });
  });
});

describe("customSharedEvent", () => {
  test("needs the e-mail address of each recipient", async () => {
    const gong = await startGong({ callCount: 0 });
    const error = await gong.fail("customSharedEvent", {
      reportingSystem: "harbourline-content",
      eventTimestamp: "2026-03-01T09:00:00Z",
      ...content,
      recipients: [actor, other],
    });
    expect(error.message).toMatch(/^Recipients, at \[1\], needs email, for example /);
    expect(gong.sandbox.requests).toEqual([]);
    await gong.stop();
  });
});
