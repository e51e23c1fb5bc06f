import { fieldsOf } from "./index";
import { answers, shapes } from "./overlay";

const [call, user] = ["7782342274025937895", "234599484848423"];

/** What fields hold: by `shape.field`, else by field, by shape, or by how the name ends. */
const samples = new Map<string, unknown>(
  Object.entries({
    requestId: "4al018gzaztcr8nbukw",
    cursor: "eyJhbGciOiJIUzI1NiJ9.eyJwYWdlIjoxfQ.4bPCcjh0",
    currentPageNumber: 0,
    totalRecords: 2,

    "CallBasicData.id LibraryCall.id CallReference.id DailyActivityWithDates.* …callid": call,
    "UserMetadata.id managerId createdBy addedBy …userid": user,
    "WorkspaceMetadata.id workspaceId": "623457276584334",
    "LibraryFolder.id": "3843152912968920037",
    parentFolderId: "295738305212375930",
    "Party.id UserSpeaker.id": "56825452554556",
    speakerId: "6432345678555530067",
    "objectId externalId": "0013601230sV7grAAC",
    integrationId: "5517027188234205706",
    clientUniqueId: "pbx-2026-03-01-0001",
    "selectedOptions inReplyTo …id": "6843152929075440037",

    "CallBasicData.title LibraryCall.title": "Pricing review with Northmoor",
    title: "Account Executive",
    firstName: "Ada",
    lastName: "Quill",
    "Party.name displayName creator …fullname": "Ada Quill",
    "WorkspaceMetadata.name": "Sales",
    "TrackerDto.name trackerName": "Competitors",
    "StructureDto.name topic section": "Pricing",
    "InteractionStatsDto.name": "Talk Ratio",
    "CallOutcome.name": "Follow-up needed",
    "ContextField.name": "Name",
    "name ContextField.value": "Northmoor",
    "CallBasicData.system": "Zoom",
    "CallBasicData.scope": "External",
    "CallBasicData.direction": "Conference",
    isPrivate: false,
    language: "en-US",

    emailAddresses: "robin.vale@northmoor.example",
    "mailbox emailAliases from …email …emailaddress": "ada.quill@harbourline.example",
    "phoneNumber suppliedPhoneNumber matchingPhoneNumbers": "+14255550142",
    url: `https://app.gong.io/call?id=${call}`,
    "meetingUrl personalMeetingUrls": "https://meet.harbourline.example/ada.quill",
    "…url": "https://content.harbourline.example/doc_123456789",

    duration: 1804,
    "start startTime fromSec audioStartTime": 460,
    "end toSec audioEndTime": 3120,
    "fromDate toDate": "2026-03-02",
    timeZone: "America/Los_Angeles",
    "created updated timestamp …time": "2026-03-01T16:00:00Z",

    brief: "Northmoor went through the offer and asked for a discount on three years.",
    text: "Northmoor wants to sign before the end of March.",
    "Sentence.text": "Thanks for joining, shall we look at the offer?",
    "note comment": "Listen to the pause after the price.",
    logRecord: { action: "LOGIN", ipAddress: "192.0.2.17" },
    metrics: { feedbackGiven: ["3"] },
    crmObjectsMap: { "0013601230sV7grAAC": { name: "Northmoor" } },
  }).flatMap(([fields, value]) => fields.split(" ").map((field) => [field, value] as const)),
);

/** The endings that say what a field holds. */
const ending = /(UserId|CallId|Id|Url|EmailAddress|Email|FullName|Time)$/i;

const defaults: Readonly<Record<string, unknown>> = {
  b: true,
  n: 1,
  i: 1,
  sn: 1,
  t: "2026-03-01T09:00:00-07:00",
};

type Field = ReturnType<typeof fieldsOf>[number];

/** Each field has a value, so that builders see all that there can be. */
function exampleFrom(fields: string, owner: string): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(fields).map((field) => [field.name, sampleOf(field, field.type, owner)]),
  );
}

/** An example of Gong's answer to an operation, given by its route. */
export function exampleOf({ route }: { readonly route: string }): Record<string, unknown> {
  return exampleFrom(`requestId:s ${answers[route] ?? ""}`, route);
}

/** An example of one of the objects that answers are made of. @param T what code reads of it */
export function exampleOfShape<T extends object = object>(name: string): T {
  return exampleFrom(shapes[name] ?? "", name) as T;
}

function sampleOf(field: Field, type: string, owner: string): unknown {
  const { name, values } = field;
  const inner = () => sampleOf(field, type.slice(1, -1), owner);
  if (type.startsWith("[")) return [inner()];
  if (type in shapes) return exampleOfShape(type);
  const known = [`${owner}.${name}`, name, `${owner}.*`].find((key) => samples.has(key));
  if (known) return samples.get(known);
  // The one map without a sample is by type of object.
  if (type.startsWith("{")) return { ACCOUNT: inner() };
  const [, kind = ""] = ending.exec(name) ?? [];
  return values[0] ?? defaults[type] ?? samples.get(`…${kind.toLowerCase()}`) ?? wordsOf(name);
}

/** A text that nothing is known of says what it is: "Answer text" for `answerText`. */
function wordsOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
