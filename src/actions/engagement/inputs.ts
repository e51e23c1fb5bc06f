import { crmObjects, exampleCrmObjects, moreOfCrmObjects } from "../../inputs/crmObjects";
import { jsonInput, suggestionInput, textInput } from "../../inputs/fields";
import { workspaceIdInput } from "../../inputs/ids";
import { momentInput } from "../../inputs/range";
import { anything, listOf, objectOf, text } from "../../inputs/structures";

/** Text of an event, as its system writes it (B15, B28). */
const line = <const Required extends boolean = false>(
  label: string,
  comments: string,
  example: string,
  required: Required = false as Required,
) => textInput({ label, required, comments, example });

const person = objectOf({ email: text, name: text, title: text, context: crmObjects });
const robin = '{"email": "robin.vale@northmoor.example", "name": "Robin Vale"}';
const more = "Other fields: title; and context, a list like CRM Context.";

const personInput = (label: string, comments: string) =>
  jsonInput({ label, comments, example: robin, more, part: person });

const peopleInput = (label: string, comments: string) =>
  jsonInput({ label, comments, example: `[${robin}]`, more, part: listOf(person) });

/** Further facts about the content or the event. */
const propertiesInput = (label: string, comments: string, example: string) =>
  jsonInput({
    label,
    comments,
    example,
    more: "The dataType is string, number, date, or url.",
    part: listOf(objectOf({}, { name: text, value: anything, dataType: text })),
  });

const infoUrl = "https://content.harbourline.example/events/5417";
const contentUrl = "https://content.harbourline.example/doc_123456789";
const aboutEvent = "Web address of a page about the event.";

/** What every event needs: who reports it, and when it happened. */
const occurrenceInputs = {
  reportingSystem: line(
    "Reporting System",
    "ID of the system that reports the event. Use the same one for all its events.",
    "harbourline-content",
    true,
  ),
  eventTimestamp: momentInput("Event Timestamp", "When the event happened.", true),
  eventId: line("Event Id", "ID in the reporting system. Gong refuses duplicates.", "evt_5417"),
};

/** The content that an event is about; a custom action can be about something else. */
const contentInputs = <const Required extends boolean>(required: Required) => ({
  contentId: line("Content Id", "ID in the reporting system.", "doc_123456789", required),
  contentUrl: line("Content Url", "Web address of the content.", contentUrl, required),
  contentTitle: line("Content Title", "Title of the content.", "Prices, March 2026", required),
});

/** What every event may say beside that. */
const detailInputs = {
  shareId: line(
    "Share Id",
    "ID of the share in the reporting system. It ties events to their share when content is shared more than once.",
    "share_88",
  ),
  sharer: jsonInput({
    label: "Sharer",
    comments: "The user of your company who shared the content",
    example: '{"email": "ada.quill@harbourline.example", "name": "Ada Quill"}',
    more: "Another field: id, from List Users.",
    part: objectOf({ id: text, email: text, name: text }),
  }),
  sharingMessageSubject: line(
    "Sharing Message Subject",
    "Subject of the message that shared the content.",
    "The offer for Northmoor",
  ),
  sharingMessageBody: line(
    "Sharing Message Body",
    "Text of the message that shared the content. It can be HTML, which Gong sanitizes.",
    "<p>As promised, here is the offer.</p>",
  ),
  crmContext: jsonInput({
    label: "CRM Context",
    comments: "CRM objects that the event is about",
    example: exampleCrmObjects,
    more: `${moreOfCrmObjects} Gong supports only one deal per account.`,
    part: crmObjects,
  }),
  contentProperties: propertiesInput(
    "Content Properties",
    "Properties of the content",
    '[{"name": "Pages", "value": "12", "dataType": "number"}]',
  ),
  eventProperties: propertiesInput(
    "Event Properties",
    "Properties of the event",
    '[{"name": "Signed On", "value": "2026-03-01T09:00:00-07:00", "dataType": "date"}]',
  ),
  nonCompanyParticipants: peopleInput(
    "Non Company Participants",
    "People outside your company who took part in the event",
  ),
  moreInfoUrl: line("More Info Url", "Web address of another page about the event.", infoUrl),
  userAgent: line(
    "User Agent",
    "User-Agent header of the browser, for an event in a browser.",
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  ),
  mobileAppId: line(
    "Mobile App Id",
    "Bundle identifier or package name of the app, for an event in a mobile app.",
    "example.harbourline.content",
  ),
  agentPlatform: suggestionInput({
    label: "Agent Platform",
    comments: "Operating system of the device on which the event happened.",
    example: "MacOS",
    choices: ["Windows", "Linux", "MacOS", "iOS", "Android"],
  }),
  workspaceId: workspaceIdInput("Workspace for the event. Blank lets Gong's rules decide."),
};

/** Inputs of Custom Action Event. */
export const actionInputs = {
  ...occurrenceInputs,
  ...contentInputs(false),
  actionName: line("Action Name", "What was done.", "Document Signed"),
  eventInfoUrl: line("Event Info Url", aboutEvent, infoUrl),
  actor: personInput("Actor", "The person who did it"),
  ...detailInputs,
};

/** Inputs of Custom Shared Event. */
export const shareInputs = {
  ...occurrenceInputs,
  ...contentInputs(true),
  actionName: line("Action Name", "What was done.", "Document Sent"),
  shareInfoUrl: line("Share Info Url", aboutEvent, infoUrl),
  recipients: peopleInput("Recipients", "The people who received the content"),
  ...detailInputs,
};

/** Inputs of Custom Viewed Event. */
export const viewInputs = {
  ...occurrenceInputs,
  ...contentInputs(true),
  viewActionTitle: line("View Action Title", "Title of the view.", "Presentation Opened"),
  actionName: line("Action Name", "What was done.", "Document Viewed"),
  viewInfoUrl: line("View Info URL", aboutEvent, infoUrl),
  viewer: personInput("Viewer", "The person who viewed the content"),
  ...detailInputs,
};
