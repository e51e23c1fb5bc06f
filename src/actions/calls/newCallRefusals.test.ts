import { startGong, type TestGong } from "../../../tests/support/gong";
import { blanks, expectRefused } from "../../../tests/support/refusals";

/** A user of the company; which one does not matter, since nothing is sent. */
const host = "234599484848423";
const minimum = {
  clientUniqueId: "refused",
  primaryUser: host,
  parties: [{ userId: host }],
  direction: "Inbound",
  actualStart: "2026-03-01T09:00:00-07:00",
};

let gong: TestGong;
beforeAll(async () => {
  gong = await startGong({ callCount: 1 });
});
afterAll(() => gong.stop());

describe("Create New Call refuses", () => {
  const timeline = (segment: object) => ({
    parties: [{ userId: host, partyId: "1" }],
    speakersTimeline: { speechSegments: [{ fromTime: 0, toTime: 5, partyIds: ["1"], ...segment }] },
  });
  const cases: [string, object, string, string][] = [
    ...["clientUniqueId", "primaryUser", "parties", "direction", "actualStart"].flatMap((key) =>
      blanks.map((blank): [string, object, string, string] => [
        `blank ${key} (${JSON.stringify(blank)})`,
        { [key]: blank },
        labelOf(key),
        "is required, for example ",
      ]),
    ),
    [
      "a long Client Unique Id",
      { clientUniqueId: "x".repeat(2049) },
      "Client Unique Id",
      "at most 2,048",
    ],
    ["an object for an id", { clientUniqueId: { secret: 1 } }, "Client Unique Id", "must be text"],
    ["a name for a user", { primaryUser: "secret" }, "Primary User", "must be a Gong id"],
    [
      "a number that lost digits",
      { primaryUser: 7782342274025938000 },
      "Primary User",
      "must arrive as text",
    ],
    [
      "another direction",
      { direction: "secret" },
      "Direction",
      "must be one of Inbound, Outbound, Conference, Unknown",
    ],
    [
      "a day that is none",
      { actualStart: "2026-02-30T10:00:00Z" },
      "Actual Start",
      "must be a date and time",
    ],
    [
      "a start in words",
      { scheduledStart: "yesterday" },
      "Scheduled Start",
      "must be a date and time",
    ],
    ["a 13th month", { scheduledEnd: "2026-13-01" }, "Scheduled End", "must be a date and time"],
    [
      "an end before the start",
      { scheduledStart: "2026-03-05", scheduledEnd: "2026-03-04" },
      "Scheduled End",
      "must be later than Scheduled Start",
    ],
    ["a list for a title", { title: ["secret"] }, "Title", "must be text, not a list"],
    ["a long title", { title: "x".repeat(100_001) }, "Title", "at most 100,000"],
    ["a long purpose", { purpose: "x".repeat(256) }, "Purpose", "at most 255"],
    ["a long disposition", { disposition: "x".repeat(256) }, "Disposition", "at most 255"],
    [
      "a length in words",
      { duration: "half an hour" },
      "Duration",
      "must be a number from 0 to 604800",
    ],
    ["a length below nothing", { duration: -1 }, "Duration", "from 0"],
    ["a length that is no number", { duration: Number.NaN }, "Duration", "must be a number"],
    [
      "custom data that is no text",
      { customData: { a: 1 } },
      "Custom Data",
      "must be text, not an object",
    ],
    ["a meeting without address", { meetingUrl: "secret" }, "Meeting URL", "must be a web address"],
    [
      "a code of two lines",
      { callProviderCode: "zoom\nsecret" },
      "Call Provider Code",
      "must be one line",
    ],
    [
      "a recording on this disk",
      { downloadMediaUrl: "file:///secret" },
      "Download Media URL",
      "must be a web address",
    ],
    [
      "a recording with a password",
      { downloadMediaUrl: "https://a:secret@b.example/" },
      "Download Media URL",
      "must not hold",
    ],
    ["a workspace by name", { workspaceId: "secret" }, "Workspace Id", "must be a Gong id"],
    [
      "an unknown language",
      { languageCode: "secret" },
      "Language Code",
      "must be one of the listed values",
    ],
    ["broken JSON", { parties: '[{"userId": "secret"' }, "Parties", "must be JSON"],
    [
      "one party without a list",
      { parties: { userId: host } },
      "Parties",
      "must be a list in JSON, not an object",
    ],
    ["no party", { parties: "[]" }, "Parties", "needs at least 1"],
    [
      "nobody for the primary user",
      { parties: [{ userId: "7" }, { name: "secret" }] },
      "Parties",
      "must have a party for the Primary User",
    ],
    [
      "a misspelt field",
      { parties: [{ userId: host, emial: "secret" }] },
      "Parties",
      "at [0].emial, is a field",
    ],
    [
      "a third channel",
      { parties: [{ userId: host, mediaChannelId: 2 }] },
      "Parties",
      "at [0].mediaChannelId, must be one of 0, 1",
    ],
    [
      "a user by name",
      { parties: [{ userId: "secret" }] },
      "Parties",
      "at [0].userId, has the wrong form",
    ],
    [
      "an unknown system",
      { contextParam: [{ system: "secret" }] },
      "Context",
      "at [0].system, must be one of Salesforce",
    ],
    ["a context as text", { contextParam: "secret" }, "Context", "must be JSON"],
    [
      "an object without id",
      { contextParam: [{ system: "Generic", objects: [{ objectType: "Lead" }] }] },
      "Context",
      "at [0].objects[0], needs objectId",
    ],
    [
      "a timeline as a list",
      { speakersTimeline: [1] },
      "Speakers Timeline",
      "must be an object in JSON, not a list",
    ],
    [
      "a timeline without segments",
      { speakersTimeline: {} },
      "Speakers Timeline",
      "needs speechSegments",
    ],
    [
      "a segment that ends first",
      timeline({ fromTime: 5 }),
      "Speakers Timeline",
      "at speechSegments[0], must end after it begins",
    ],
    [
      "a segment after all time",
      timeline({ toTime: 2 ** 31 }),
      "Speakers Timeline",
      "must be 2147483647 or less",
    ],
    [
      "a segment in fractions",
      timeline({ toTime: 1.5 }),
      "Speakers Timeline",
      "toTime, must be a whole number",
    ],
    [
      "a segment of nobody",
      timeline({ partyIds: [] }),
      "Speakers Timeline",
      "partyIds, needs at least 1",
    ],
    [
      "a segment of a stranger",
      timeline({ partyIds: ["secret"] }),
      "Speakers Timeline",
      "at speechSegments[0], must name parties by a partyId",
    ],
    [
      "a timeline with a nameless party",
      { ...timeline({}), parties: [{ userId: host, partyId: "1" }, { name: "secret" }] },
      "Parties",
      "at [1], needs partyId when Speakers Timeline is given",
    ],
  ];

  it.each(cases)("%s", async (_, inputs, label, says) => {
    const all = { ...minimum, ...inputs };
    await expectRefused(gong, "createNewCall", all, { label, says, hides: "secret" });
  });
});

function labelOf(key: string): string {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
