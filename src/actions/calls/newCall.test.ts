import { createContext } from "../../../tests/support/context";
import { startGong, type TestGong } from "../../../tests/support/gong";
import { blanks } from "../../../tests/support/refusals";

let gong: TestGong;
let host: string;
let minimum: Record<string, unknown>;
beforeAll(async () => {
  gong = await startGong({ callCount: 1 });
  host = userWith(true);
  minimum = {
    primaryUser: host,
    parties: [{ userId: host }],
    direction: "Inbound",
    actualStart: "2026-03-01T09:00:00-07:00",
  };
});
beforeEach(() => {
  gong.sandbox.clearRequests();
  gong.sandbox.faults.clear();
});
afterAll(() => gong.stop());

function userWith(telephonyCallsImported: boolean): string {
  const user = gong.sandbox.company.users.find(
    ({ active, avatar, settings }) =>
      active && !avatar && settings.telephonyCallsImported === telephonyCallsImported,
  );
  if (!user) throw new Error("The company has no such user.");
  return user.id;
}

let count = 0;
/** An id that no call has, since Gong takes each once (G25). */
function freshId(): string {
  count += 1;
  return `new-call-${count}`;
}

const create = (inputs: object, context = createContext()) =>
  gong.run("createNewCall", { clientUniqueId: freshId(), ...minimum, ...inputs }, context);
const bodies = () => gong.sandbox.requests.map(({ body }) => body);

const crm = (objectType: string) => [
  {
    system: "Salesforce",
    objects: [{ objectType, objectId: "0013601230sV7grAAC", fields: [{ name: "Name", value: 5 }] }],
  },
];

describe("Create New Call", () => {
  it("sends every input that is filled, under Gong's name for it", async () => {
    const workspaceId = gong.sandbox.company.workspaces[0]?.id;
    const parties = [
      { userId: host, partyId: "1", mediaChannelId: 0 },
      {
        name: "Robin Vale",
        emailAddress: "robin.vale@northmoor.example",
        phoneNumber: "+1 555 0142",
        partyId: "2",
        mediaChannelId: 1,
        context: crm("Contact"),
      },
    ];
    const speakersTimeline = {
      precise: false,
      speechSegments: [
        { fromTime: 0, toTime: 4200, partyIds: ["1"] },
        { fromTime: 4200, toTime: 9800, partyIds: ["1", "2"] },
      ],
    };
    const inputs = {
      clientUniqueId: freshId(),
      primaryUser: host,
      parties: JSON.stringify(parties),
      direction: "outbound",
      actualStart: "2026-03-01T09:00:00.123456-07:00",
      scheduledStart: "2026-03-01 08:55",
      scheduledEnd: new Date(Date.UTC(2026, 2, 1, 17)),
      title: "Pricing – “final” 🎉",
      purpose: "Demo",
      duration: "1800.5",
      disposition: "Connected",
      contextParam: JSON.stringify(crm("Account")),
      customData: " queue=sales\n",
      speakersTimeline: JSON.stringify(speakersTimeline),
      meetingUrl: "https://meet.harbourline.example/1?pwd=a+b",
      callProviderCode: " zoom ",
      downloadMediaUrl: "https://recordings.harbourline.example/0001.mp3",
      workspaceId,
      languageCode: "EN-us",
    };
    const { data } = await gong.run("createNewCall", inputs);

    expect(data).toEqual({ requestId: expect.any(String), callId: expect.stringMatching(/^\d+$/) });
    expect(gong.sandbox.requests).toMatchObject([
      { method: "POST", path: "/v2/calls", query: {}, status: 200 },
    ]);
    const { contextParam: _, ...sent } = inputs;
    expect(bodies()).toEqual([
      {
        ...sent,
        parties,
        direction: "Outbound",
        scheduledStart: "2026-03-01T08:55:00Z",
        scheduledEnd: "2026-03-01T17:00:00.000Z",
        duration: 1800.5,
        context: crm("Account"),
        speakersTimeline,
        callProviderCode: "zoom",
        languageCode: "en-US",
      },
    ]);
  });

  it("takes structured inputs as ready values", async () => {
    const parties = [{ userId: host, partyId: "1" }];
    const speakersTimeline = { speechSegments: [{ fromTime: 0, toTime: 1, partyIds: ["1"] }] };
    await create({ parties, speakersTimeline, contextParam: crm("Opportunity"), duration: 61 });
    expect(bodies()).toMatchObject([
      { parties, speakersTimeline, context: crm("Opportunity"), duration: 61 },
    ]);
  });

  it.each([...blanks, "[]", []])("sends nothing of optional inputs that are %p", async (blank) => {
    const clientUniqueId = freshId();
    const texts = [
      ...["scheduledStart", "scheduledEnd", "title", "purpose", "duration", "disposition"],
      ...["customData", "meetingUrl", "callProviderCode", "downloadMediaUrl", "workspaceId"],
      "languageCode",
    ];
    const isList = Array.isArray(blank) || blank === "[]";
    const optional = isList ? ["contextParam"] : [...texts, "contextParam", "speakersTimeline"];
    const inputs = Object.fromEntries(optional.map((key) => [key, blank]));
    await gong.run("createNewCall", { clientUniqueId, ...minimum, ...inputs });
    expect(bodies()).toEqual([{ clientUniqueId, ...minimum }]);
  });

  it("sends 0 and false, which are values", async () => {
    const parties = [{ userId: host, partyId: "0", mediaChannelId: 0 }];
    const speakersTimeline = {
      precise: false,
      speechSegments: [{ fromTime: 0, toTime: 5, partyIds: ["0"] }],
    };
    await create({ duration: 0, title: 0, customData: false, parties, speakersTimeline });
    expect(bodies()).toMatchObject([
      { duration: 0, title: "0", customData: "false", parties, speakersTimeline },
    ]);
  });

  it("leaves out blank fields of parties, as earlier steps have them", async () => {
    const parties = [
      { userId: host, emailAddress: "", phoneNumber: null },
      { userId: " ", name: "Robin", emailAddress: "robin@northmoor.example", context: null },
    ];
    await create({ parties });
    expect(bodies()).toMatchObject([
      { parties: [{ userId: host }, { name: "Robin", emailAddress: "robin@northmoor.example" }] },
    ]);
  });

  it("keeps ids beyond 2^53 whole wherever they stand", async () => {
    const [model] = gong.sandbox.company.users.filter(({ id }) => id === host);
    if (!model) throw new Error("The company has no such user.");
    gong.sandbox.company.users.push({ ...model, id: "12345678901234567890" });
    await create({
      primaryUser: 12345678901234567890n,
      parties: '[{"userId": 12345678901234567890}]',
    });
    expect(bodies()).toMatchObject([
      { primaryUser: "12345678901234567890", parties: [{ userId: "12345678901234567890" }] },
    ]);
  });

  it("knows the primary user by an e-mail address too, which Gong looks up", async () => {
    const { emailAddress } = gong.sandbox.company.users.find(({ id }) => id === host) ?? {};
    await create({ parties: [{ emailAddress }] });
    expect(bodies()).toMatchObject([{ parties: [{ emailAddress }] }]);
  });

  it("says which call holds an id that is spent (G25)", async () => {
    const clientUniqueId = freshId();
    const { data } = await gong.run("createNewCall", { clientUniqueId, ...minimum });
    const error = await gong.fail("createNewCall", { clientUniqueId, ...minimum });
    expect(error).toMatchObject({
      name: "GongError",
      code: "already_uploaded",
      status: 400,
      callId: data.callId,
      attempts: 1,
    });
    expect(error.message).toContain(`Call ${data.callId} holds this Client Unique Id`);
  });

  it("says what to enable when calls of the user are not imported (G28)", async () => {
    const primaryUser = userWith(false);
    const error = await gong.fail("createNewCall", {
      ...minimum,
      clientUniqueId: freshId(),
      primaryUser,
      parties: [{ userId: primaryUser }],
    });
    expect(error).toMatchObject({ code: "conflict", status: 409, attempts: 1 });
    expect(error.message).toContain("Enable recording and telephony import");
  });

  it("is not sent again when its answer is lost, and says that it may have been carried out", async () => {
    gong.sandbox.faults.next({ kind: "cut", when: "afterExecuting" });
    const error = await gong.fail("createNewCall", { clientUniqueId: freshId(), ...minimum });
    expect(error.message).toContain("may have been carried out");
    expect(gong.sandbox.requests).toHaveLength(1);
  });

  it("names the scope that an OAuth connection lacks", async () => {
    const connection = gong.oauthConnection(["api:calls:read:basic"]);
    const inputs = { clientUniqueId: freshId(), ...minimum, connection };
    expect(await gong.fail("createNewCall", inputs)).toMatchObject({
      code: "missing_scope",
      scope: "api:calls:create",
    });
  });

  it("marks the execution when Gong fetches the recording itself, and only then", async () => {
    const plain = await create({});
    const fetched = await create({ downloadMediaUrl: "https://recordings.example/1.mp3" });
    expect(plain).not.toHaveProperty("executionState");
    expect(Object.keys(fetched.executionState)).toEqual([
      expect.stringContaining(fetched.data.callId),
    ]);
  });
});
