import { fieldsOf } from "./index";
import { answers, shapes } from "./overlay";

const [call, user] = ["7782342274025937895", "234599484848423"];
const callUrl = `https://app.gong.io/call?id=${call}`;

/** What fields hold in examples: the first pattern that fits `shape.field` counts. */
const samples: readonly (readonly [field: RegExp, value: unknown])[] = [
  [/\.requestId$/, "4al018gzaztcr8nbukw"],
  [/\.cursor$/, "eyJhbGciOiJIUzI1NiJ9.eyJwYWdlIjoxfQ.4bPCcjh0"],
  [/\.currentPageNumber$/, 0],
  [/\.totalRecords$/, 2],

  [/^(LibraryCall|Call(BasicData|Reference))\.id$|\.callId$|^Daily.*\.\w*[cC]alls/, call],
  [/^UserMetadata\.id$|\.(\w*[uU]serId|managerId|createdBy|addedBy)$/, user],
  [/^WorkspaceMetadata\.id$|\.workspaceId$/, "623457276584334"],
  [/^LibraryFolder\.id$|folder-content\.id$/, "3843152912968920037"],
  [/\.parentFolderId$/, "295738305212375930"],
  [/^(Party|UserSpeaker)\.id$/, "56825452554556"],
  [/\.speakerId$/, "6432345678555530067"],
  [/^CallOutcome\.id$/, "FOLLOW_UP"],
  [/^EmailMessage\.id$/, "223mjfaaqqjuegabiyrmpctvcwwl75oz"],
  [/^Meeting\.id$/, "8059707022269524529.sb5gr1tgpt5dd799eh035rb3dk_2026-03-01T16:00:00Z"],
  [/\.(objectId|externalId)$/, "0013601230sV7grAAC"],
  [/\.integrationId$/, "5517027188234205706"],
  [/\.clientUniqueId$/, "pbx-2026-03-01-0001"],
  [/\.calendarEventId$/, "abcde@calendar.example"],
  [/\.mirrorId$/, '{"integrationId":"262834820328732","crmObjectType":"CONTACT"}'],
  [/\.ids?$|[a-z]Ids?$|\.(inReplyTo|selectedOptions)$/, "6843152929075440037"],

  [/^(CallBasicData|LibraryCall)\.title$/, "Pricing review with Northmoor"],
  [/^CallHighlightsSection\.title$/, "Next steps"],
  [/\.title$/, "Account Executive"],
  [/\.firstName$/, "Ada"],
  [/\.lastName$/, "Quill"],
  [/^Party\.name$|\.(\w+FullName|displayName|creator)$/, "Ada Quill"],
  [/^WorkspaceMetadata\.name$/, "Sales"],
  [/^(LibraryFolder|.*folder-content)\.name$/, "Openings that work"],
  [/^TrackerDto\.name$|\.trackerName$/, "Competitors"],
  [/^StructureDto\.name$|\.(topic|section)$/, "Pricing"],
  [/^InteractionStatsDto\.name$/, "Talk Ratio"],
  [/^InteractionStatsDto\.value$/, 0.47],
  [/^CallOutcome\.name$/, "Follow-up needed"],
  [/^ContextField\.name$/, "name"],
  [/^ContextField\.value$/, "Northmoor"],
  [/^CallBasicData\.system$/, "Zoom"],
  [/^CallBasicData\.scope$/, "External"],
  [/^CallBasicData\.direction$/, "Conference"],
  [/\.isPrivate$/, false],
  [/^CallBasicData\.language$/, "eng"],
  [/\.language$/, "en-US"],

  [/\.emailAliases$|^EmailMessage\.from$/, "ada@harbourline.example"],
  [/emailAddresses$/, "robin.vale@northmoor.example"],
  [/(\.|[a-z])[eE]mail(Address)?$|\.mailbox$/, "ada.quill@harbourline.example"],
  [/[pP]honeNumbers?$/, "+14255550142"],
  [/\.extension$/, "12"],
  [/^(CallBasicData|LibraryCall|PUT .*)\.url$/, callUrl],
  [/^EmailMessage\.messageHash$/, "l3z7w2s7oircdabnkwizmycm6g2uwznc"],
  [/\.(meetingUrl|personalMeetingUrls)$/, "https://meet.harbourline.example/ada.quill"],
  [/Url$/, "https://content.harbourline.example/doc_123456789"],

  [/\.duration$/, 1804],
  [/\.(start|startTimes?|fromSec|audioStartTime)$/, 460],
  [/\.(end|toSec|audioEndTime)$/, 3120],
  [/\.talkTime$/, 802.4],
  [/\.(from|to)Date$/, "2026-03-02"],
  [/\.(created|updated|time|\w+Time|fromDateTime|toDateTime|timestamp)$/, "2026-03-01T16:00:00Z"],
  [/\.timeZone$/, "America/Los_Angeles"],

  [/^WorkspaceMetadata\.description$/, "Calls of the sales team"],
  [/\.brief$/, "Northmoor went through the offer and asked for a discount on three years."],
  [/^(CallKeyPoint|CallOutlineItem)\.text$/, "Northmoor wants to sign before the end of March."],
  [/^CallHighlightsItem\.text$/, "Ada sends a revised offer."],
  [/^Sentence\.text$/, "Thanks for joining, shall we look at the offer?"],
  [/\.(note|comment)$/, "Listen to the pause after the price."],
  [/\.logRecord$/, { action: "LOGIN", ipAddress: "192.0.2.17" }],
  [/\.metrics$/, { feedbackGiven: ["3"] }],
  [/\.crmObjectsMap$/, { "0013601230sV7grAAC": { name: "Northmoor" } }],
];

const defaults: Readonly<Record<string, unknown>> = {
  b: true,
  n: 1,
  i: 1,
  t: "2026-03-01T09:00:00-07:00",
};

const made = new Map<string, object>();

/**
 * An example of fields in the notation of `schemaFrom`. Each field has a value, so that builders see
 * all that there can be.
 *
 * @param owner the shape or route that the fields belong to
 */
export function exampleFrom(fields: string, owner = ""): Record<string, unknown> {
  const entries = fieldsOf(fields).map(({ name, type, values }) => {
    return [name, sampleOf(type, values, `${owner}.${name}`)];
  });
  return Object.fromEntries(entries);
}

/** An example of Gong's answer to an operation, given by its route. */
export function exampleOf({ route }: { readonly route: string }): Record<string, unknown> {
  return exampleFrom(`requestId:s ${answers[route] ?? ""}`, route);
}

/** An example of one of the objects that answers are made of. @param T what code reads of it */
export function exampleOfShape<T extends object = object>(name: string): T {
  const example = made.get(name) ?? exampleFrom(shapes[name] ?? "", name);
  made.set(name, example);
  return example as T;
}

function sampleOf(type: string, values: readonly string[], field: string): unknown {
  if (type.startsWith("[")) return [sampleOf(type.slice(1, -1), values, field)];
  if (type in shapes) return exampleOfShape(type);
  const sample = samples.find(([pattern]) => pattern.test(field));
  if (sample) return sample[1];
  // The one map without a sample is by type of object.
  if (type.startsWith("{")) return { ACCOUNT: sampleOf(type.slice(1, -1), values, field) };
  return values[0] ?? defaults[type] ?? wordsOf(field);
}

/** A text that nothing is known of says what it is: "Answer text" for `answerText`. */
function wordsOf(field: string): string {
  const name = field.slice(field.lastIndexOf(".") + 1);
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
