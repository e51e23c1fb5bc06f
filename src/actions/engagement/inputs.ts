import { crmObjects, exampleCrmObjects } from "../../inputs/crmObjects";
import { jsonInput, suggestionInput, textInput } from "../../inputs/fields";
import { workspaceIdInput } from "../../inputs/ids";
import { momentInput } from "../../inputs/range";
import { nonCompanyParticipantsInput, personInput, recipientsInput, sharerInput } from "./people";
import { contentPropertiesInput, eventPropertiesInput } from "./properties";

const infoUrl = "https://content.harbourline.example/events/5417";
const contentUrl = "https://content.harbourline.example/doc_123456789";

// Text of an event is what its system writes (B15, B28).

/** The page that tells more about an event; its label differs from event to event. */
const infoUrlInput = <const Label extends string>(label: Label) =>
  textInput({
    label,
    comments: "Web address of a page with more about this event.",
    example: infoUrl,
  });

/** What was done, in the words of the timeline. @param example one that fits the event */
const actionNameInput = (example: string) =>
  textInput({
    label: "Action Name",
    comments: `Name of what was done, for example ${example}.`,
    example,
  });

/** What every event needs: who reports it, and when it happened. */
const occurrenceInputs = {
  reportingSystem: textInput({
    label: "Reporting System",
    required: true,
    comments: "ID of the system that reports the event. Use the same one for all its events.",
    example: "harbourline-content",
  }),
  eventTimestamp: momentInput("Event Timestamp", "When the event happened.", true),
  eventId: textInput({
    label: "Event Id",
    comments:
      "ID of the event in the reporting system. Gong answers 409 if it has the event already.",
    example: "evt_5417",
  }),
};

/** The content that an event is about; a custom action can be about something else. */
const contentInputs = <const Required extends boolean>(required: Required) => ({
  contentId: textInput({
    label: "Content Id",
    required,
    comments: "ID of the content in the reporting system.",
    example: "doc_123456789",
  }),
  contentUrl: textInput({
    label: "Content Url",
    required,
    comments: "Web address of the content.",
    example: contentUrl,
  }),
  contentTitle: textInput({
    label: "Content Title",
    required,
    comments: "Title of the content, as people see it.",
    example: "Features and prices, March 2026",
  }),
});

/** What every event may tell beside that. */
const detailInputs = {
  shareId: textInput({
    label: "Share Id",
    comments:
      "ID of the share in the reporting system. It ties an event to its share when content is shared more than once.",
    example: "share_88",
  }),
  sharer: sharerInput,
  sharingMessageSubject: textInput({
    label: "Sharing Message Subject",
    comments: "Subject of the message that shared the content.",
    example: "The offer for Northmoor",
  }),
  sharingMessageBody: textInput({
    label: "Sharing Message Body",
    comments:
      "Text of the message that shared the content. HTML is allowed; Gong cleans it before showing it.",
    example: "<p>As promised, here is the offer.</p>",
  }),
  crmContext: jsonInput({
    label: "CRM Context",
    comments: `CRM objects that the event is about, as a JSON list, for example ${exampleCrmObjects}. Other systems are HubSpot, MicrosoftDynamic and Generic. Gong supports only one deal of an account.`,
    placeholder: '[{"system": "Salesforce", "objects": […]}]',
    example: exampleCrmObjects,
    part: crmObjects,
  }),
  contentProperties: contentPropertiesInput,
  eventProperties: eventPropertiesInput,
  nonCompanyParticipants: nonCompanyParticipantsInput,
  moreInfoUrl: textInput({
    label: "More Info Url",
    comments: "Web address of another page about the event.",
    example: infoUrl,
  }),
  userAgent: textInput({
    label: "User Agent",
    comments: "User-Agent header of the browser, for an event in a browser.",
    example: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  }),
  mobileAppId: textInput({
    label: "Mobile App Id",
    comments: "Bundle identifier or package name of the app, for an event in a mobile app.",
    example: "example.harbourline.content",
  }),
  agentPlatform: suggestionInput({
    label: "Agent Platform",
    comments: "Operating system of the device on which the event happened.",
    placeholder: "Operating system",
    example: "MacOS",
    choices: ["Windows", "Linux", "MacOS", "iOS", "Android"],
  }),
  workspaceId: workspaceIdInput("Workspace for the event. Blank lets the rules in Gong decide."),
};

/** Inputs of Custom Action Event. */
export const actionInputs = {
  ...occurrenceInputs,
  ...contentInputs(false),
  actionName: actionNameInput("Document Signed"),
  eventInfoUrl: infoUrlInput("Event Info Url"),
  actor: personInput("Actor", "The person who did it"),
  ...detailInputs,
};

/** Inputs of Custom Shared Event. */
export const shareInputs = {
  ...occurrenceInputs,
  ...contentInputs(true),
  actionName: actionNameInput("Document Sent"),
  shareInfoUrl: infoUrlInput("Share Info Url"),
  recipients: recipientsInput,
  ...detailInputs,
};

/** Inputs of Custom Viewed Event. */
export const viewInputs = {
  ...occurrenceInputs,
  ...contentInputs(true),
  viewActionTitle: textInput({
    label: "View Action Title",
    comments: "Title of the view.",
    example: "Presentation Opened",
  }),
  actionName: actionNameInput("Document Viewed"),
  viewInfoUrl: infoUrlInput("View Info URL"),
  viewer: personInput("Viewer", "The person who viewed the content"),
  ...detailInputs,
};
