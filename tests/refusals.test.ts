import { startGong, type TestGong } from "./support/gong";
import { expectRefused } from "./support/refusals";
import { requestRows } from "./support/requestRows";

const half = "secret \ud800";
const lost = 7782342274025938000;
const circle: Record<string, unknown> = { secret: 1 };
circle.circle = circle;
const deep = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
const user = "234599484848423";
const mapped = [{ system: "Generic", x: new Map([["secret", 1]]) }];
const unfinished = [{ system: "Generic", objects: [{ objectType: "Lead" }] }];
const segment = { fromTime: "secret", toTime: 1, partyIds: [] };

/** By action and input: what is said, and of which values. Nothing is sent. */
const refusals: Readonly<
  Record<string, readonly (readonly [says: string, ...wrong: unknown[]])[]>
> = {
  "createNewCall.title": [
    ["Title must be text without broken characters", half],
    ["Title must be text, not an object", { secret: 1 }, circle],
    ["Title must be text, not a list", ["secret"]],
  ],
  "createNewCall.clientUniqueId": [
    ["Client Unique Id must have at most 2,048 characters; it has 2,400", "secret".repeat(400)],
  ],
  "createNewCall.purpose": [["Purpose must have at most 255 characters", "s".repeat(256)]],
  "createNewCall.disposition": [["Disposition must have at most 255 characters", "s".repeat(256)]],
  "createNewCall.duration": [["Duration must be a number", "secret", "1,5", Number.NaN, {}]],
  "createNewCall.languageCode": [["Language Code must be text, not a list", ["secret"]]],
  "listUsers.cursor": [["Cursor must be text, not a file", Buffer.from("secret")]],
  "listUsers.fetchAll": [["Fetch All must be true or false", {}, ["secret"]]],
  "getUser.userId": [
    ["User Id must be text, because a number of this size loses digits", lost],
    ["User Id must be an ID", "..", ".", " .. ", { id: "secret" }, true, ["1", "secret"]],
    ["User Id must be text without broken characters", half],
  ],
  "getCallTranscript.callIds": [
    ["Call Ids, at [1], must be text", ["1", lost]],
    ["Call Ids, at [1], must be an ID", ["1", { id: "secret" }]],
    ["Call Ids must be an ID, not a", true, Buffer.from("secret")],
    ["Call Ids must be a list of IDs", '["secret"'],
  ],
  "listCallsUsingGet.fromDateTime": [
    [
      "From Date Time must be a date and time in ISO 8601, for example 2026-03-01T00:00:00Z.",
      ...["2026-02-30", "2026-13-01T00:00:00Z", "yesterday", "secret", {}, 1767225600000],
      new Date(Number.NaN),
    ],
  ],
  "createNewGongMeeting.endTime": [
    ["End Time must be a date and time in ISO 8601", "2026-03-01T25:00:00Z", "secret"],
  ],
  "createNewCall.parties": [
    ["Parties must be JSON (the mistake is", "secret"],
    ["Parties must be JSON (the mistake is on line 1, column 22", '[{"userId": "secret",}]'],
    ["Parties must be JSON (the mistake is on line 3", '[\n{"name": "secret"\n'],
    ["Parties must be a list, not", '"secret"', 5, "5", { userId: "1" }],
    ["Parties is required", "null"],
    ["Parties, at [0], must be an object, not text", ["secret"]],
    ["Parties, at [0].userId, must be text, because a number of this size", [{ userId: lost }]],
    ["Parties, at [0].userId, must be text, not a list", [{ userId: ["secret"] }]],
    ["Parties, at [0].emailAddress, must be text, not", [{ emailAddress: { secret: 1 } }]],
    ["Parties, at [0].mediaChannelId, must be one of 0, 1", [{ userId: user, mediaChannelId: 2 }]],
    [
      `Parties must have a party for the Primary User, for example [{"userId": "${user}"}, …].`,
      [{ userId: "2" }],
      [{ name: "secret" }],
      [],
    ],
    ["Parties, at [0].note, must be text without broken", [{ userId: user, note: half }]],
  ],
  "createNewCall.contextParam": [
    ["Context, at [0], needs system", [{ objects: [] }]],
    ["Context, at [0].objects[0], needs objectId", unfinished],
    ["Context, at [0].objects, must be a list", [{ system: "Generic", objects: {} }]],
    [
      "Context, at [0], must not contain numbers that JSON does not have, such as NaN",
      [Number.NaN],
    ],
    ["Context must be JSON (it contains a number that is too large", '[{"x": 1e999}]', "[-1e400]"],
    ["Context, at [0].x, must be JSON, which cannot represent Map", mapped],
    ["Context, at [0], must be JSON, which cannot represent Set", [new Set(["secret"])]],
    ["Context, at [0], must be JSON, which cannot represent Function", [() => "secret"]],
    ["Context, at [0], must be JSON, which cannot represent Error", [new Error("secret")]],
    ["Context, at [0], must be JSON, which cannot represent an invalid", [new Date(Number.NaN)]],
    ["Context, at [0], must be JSON, which cannot represent a file", [Buffer.from("secret")]],
    ["Context must be JSON, which cannot represent a file", Buffer.from("secret")],
    ["Context must not be nested deeper than 100 levels", [circle], deep(200)],
    ["Context must", deep(200_000)],
    ["Context, at [0], must be text without broken characters", '[{"\\ud800": "secret"}]'],
  ],
  "createNewCall.speakersTimeline": [
    ["Speakers Timeline must be an object, not a list", [1]],
    [
      "Speakers Timeline, at speechSegments[0], needs toTime",
      { speechSegments: [{ fromTime: 0 }] },
    ],
    [
      "Speakers Timeline, at speechSegments[0].fromTime, must be a number",
      { speechSegments: [segment] },
    ],
  ],
  "createNewGongMeeting.invitees": [
    ["Invitees is required", "null"],
    ["Invitees, at [0].email, must be text, not a list", [{ email: ["secret"] }]],
  ],
  "customViewedEvent.sharer": [["Sharer must be JSON (", '{"id": ', "secret"]],
  "customViewedEvent.contentProperties": [
    ["Content Properties, at [0], needs dataType", [{ name: "Pages", value: "12" }]],
  ],
  "addMedia.fileName": [
    ["File Name must be one line", "a\r\nX-Secret: secret"],
    ["File Name must be the name of a file", "..", "/"],
  ],
  "addMedia.fileInput": [
    ["File must be text without broken characters", half, { data: half }],
    ["File is empty", Buffer.alloc(0), { data: "" }],
    ["File must be a file from an earlier step", { url: "secret" }, 5],
  ],
  "addMedia.fileUrl": [
    ["File URL must be a web address that begins with https://", "ftp://secret", "secret"],
    ["File URL must not contain a user name or password", "https://secret:x@recordings.example/1"],
    ["File URL must be blank when File is given", "https://recordings.harbourline.example/1.mp3"],
  ],
  "getCrmObjects.objectIds": [
    ["Object Ids must be at most 100", Array.from({ length: 101 }, (_, id) => `secret${id}`)],
  ],
  "uploadCrmData.fileInput": [
    ["File must be at most 200 MB, which is Gong's limit", Buffer.alloc(200 * 1024 ** 2 + 1)],
  ],
  "uploadCrmData.clientRequestId": [
    ["Client Request Id must consist of letters, digits, hyphens, and underscores", "a secret"],
    ["Client Request Id must have at most 64 characters", "s".repeat(65)],
  ],
};

const rows = Object.entries(refusals).flatMap(([where, cases]) =>
  cases.map(([says, ...wrong]) => ({ where, says, wrong })),
);

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 1 });
});
afterAll(() => gong.stop());

const escaped = (text: string) => new RegExp(text.replace(/[[\](){}.*+?^$|\\/]/g, "\\$&"));

it.each(rows)("$where: $says", async ({ where, says, wrong }) => {
  const [action = "", key = ""] = where.split(".");
  const label = /^[^,]*?(?=,| (?:must|needs|is|has)|$)/.exec(says)?.[0] ?? "";
  for (const value of wrong) {
    const inputs = { ...requestRows[action]?.least, [key]: value };
    await expectRefused(gong, action, inputs, { label, says: escaped(says), hides: "secret" });
  }
});

it("names parties that a timeline needs", async () => {
  const speakersTimeline = { speechSegments: [{ fromTime: 0, toTime: 1, partyIds: ["1"] }] };
  const parties = [{ userId: user, partyId: "1" }, { name: "Robin" }];
  const inputs = { ...requestRows.createNewCall?.least, speakersTimeline, parties };
  const says = "at [1], needs partyId when Speakers Timeline is given";
  await expectRefused(gong, "createNewCall", inputs, { label: "Parties", says });
});

it("shows no more of a long name than finds the place", async () => {
  const contextParam = [{ ["x".repeat(5_000)]: half }];
  const error = await gong.fail("createNewCall", {
    ...requestRows.createNewCall?.least,
    contextParam,
  });
  expect(error.message.length).toBeLessThan(400);
});
