import {
  choiceInput,
  instantInput,
  jsonInput,
  lineInput,
  textInput,
  urlInput,
} from "../../inputs/fields";
import { workspaceIdInput } from "../../inputs/ids";
import { eventContext } from "../../schemas/engagement";
import { nonCompanyParticipantsInput, sharerInput } from "./people";
import { contentPropertiesInput, eventPropertiesInput, toProperties } from "./properties";

const infoUrl = "https://content.harbourline.example/events/5417";

/** The page that tells more about an event; its label differs from event to event. */
export const infoUrlInput = <const Label extends string>(label: Label) =>
  urlInput({
    label,
    required: false,
    comments: "Web address of a page that tells more about this event.",
    placeholder: infoUrl,
    example: infoUrl,
  });

/** What was done, in the words of the timeline. @param example one that fits the event */
export const actionNameInput = (example: string) =>
  textInput({
    label: "Action Name",
    required: false,
    comments: `Name of what was done, such as ${example}.`,
    placeholder: example,
    example,
  });

/** What every event needs: who reports it, and when it happened. */
export const occurrenceInputs = {
  reportingSystem: lineInput({
    label: "Reporting System",
    required: true,
    comments: "Id of the system that reports the event; the same for all events from it.",
    placeholder: "harbourline-content",
    example: "harbourline-content",
  }),
  eventTimestamp: instantInput({
    label: "Event Timestamp",
    required: true,
    comments:
      "When the event happened. ISO 8601, such as 2026-03-01T09:00:00-07:00; without an offset UTC is taken.",
    placeholder: "2026-03-01T09:00:00-07:00",
    example: "2026-03-01T09:00:00-07:00",
  }),
  eventId: lineInput({
    label: "Event Id",
    required: false,
    comments:
      "Id of the event in the reporting system. Gong answers 409 to an event that was reported before.",
    placeholder: "evt_5417",
    example: "evt_5417",
  }),
};

/** What every event may tell beside that. */
export const detailInputs = {
  shareId: lineInput({
    label: "Share Id",
    required: false,
    comments:
      "Id of the share in the reporting system; ties an event to the share it belongs to where content is shared more than once.",
    placeholder: "share_88",
    example: "share_88",
  }),
  sharer: sharerInput,
  sharingMessageSubject: textInput({
    label: "Sharing Message Subject",
    required: false,
    comments: "Subject of the message that the content was shared with.",
    placeholder: "The offer",
    example: "The offer for Northmoor",
  }),
  sharingMessageBody: textInput({
    label: "Sharing Message Body",
    required: false,
    comments:
      "Text of the message that the content was shared with. It may hold HTML, which Gong cleans before it shows it.",
    placeholder: "As promised, here is the offer.",
    example: "<p>As promised, here is the offer.</p>",
  }),
  crmContext: jsonInput(
    {
      label: "CRM Context",
      required: false,
      comments:
        "CRM objects that the event is about, as a list in JSON. Each has system (Salesforce, HubSpot, MicrosoftDynamic or Generic) and objects with objectType, objectId and fields; Gong supports only one deal of an account.",
      placeholder: '[{"system": "Salesforce", "objects": […]}]',
      example: JSON.stringify([
        {
          system: "Salesforce",
          objects: [{ objectType: "Account", objectId: "0013601230sV7grAAC" }],
        },
      ]),
    },
    eventContext,
  ),
  contentProperties: contentPropertiesInput,
  eventProperties: eventPropertiesInput,
  nonCompanyParticipants: nonCompanyParticipantsInput,
  moreInfoUrl: urlInput({
    label: "More Info Url",
    required: false,
    comments: "Web address of a further page about the event.",
    placeholder: infoUrl,
    example: infoUrl,
  }),
  userAgent: lineInput(
    {
      label: "User Agent",
      required: false,
      comments: "User-Agent header of the browser, for an event that happened in one.",
      placeholder: "Mozilla/5.0 …",
      example: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    },
    10_000,
  ),
  mobileAppId: lineInput({
    label: "Mobile App Id",
    required: false,
    comments: "Bundle identifier or package name of the app, for an event that happened in one.",
    placeholder: "example.harbourline.content",
    example: "example.harbourline.content",
  }),
  agentPlatform: choiceInput(
    {
      label: "Agent Platform",
      required: false,
      comments: "Operating system of the device that the event happened on.",
      placeholder: "Operating system",
      example: "MacOS",
    },
    ["Windows", "Linux", "MacOS", "iOS", "Android"],
  ),
  workspaceId: workspaceIdInput(
    "Workspace that the event is put into. Blank leaves the choice to Gong's own rules.",
  ),
};

type ValuesOf<Inputs extends Readonly<Record<string, { clean: (value: unknown) => unknown }>>> = {
  readonly [Key in keyof Inputs]: ReturnType<Inputs[Key]["clean"]>;
};

/** The part of the body that the three events have in common. @throws InputError */
export function toCommonBody(
  event: ValuesOf<typeof occurrenceInputs> & ValuesOf<typeof detailInputs>,
) {
  return {
    reportingSystem: event.reportingSystem,
    eventTimestamp: event.eventTimestamp,
    eventId: event.eventId,
    shareId: event.shareId,
    sharer: event.sharer,
    sharingMessageSubject: event.sharingMessageSubject,
    sharingMessageBody: event.sharingMessageBody,
    crmContext: event.crmContext,
    contentProperties: toProperties(contentPropertiesInput, event.contentProperties),
    eventProperties: toProperties(eventPropertiesInput, event.eventProperties),
    nonCompanyParticipants: event.nonCompanyParticipants,
    moreInfoUrl: event.moreInfoUrl,
    userAgent: event.userAgent,
    mobileAppId: event.mobileAppId,
    agentPlatform: event.agentPlatform,
    workspaceId: event.workspaceId,
  };
}
