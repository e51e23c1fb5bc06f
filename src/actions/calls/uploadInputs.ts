import {
  booleanInput,
  choiceInput,
  idInput,
  lineInput,
  numberInput,
  suggestionInput,
} from "../../inputs/fields";
import { filledList } from "../../inputs/filled";
import { newCallInputs } from "./inputs";
import { mediaInputs } from "./mediaInputs";

const line = (label: string, comments: string, example: string, required = false) =>
  lineInput({ label, required, comments, example });

const exampleParties = '[{"name": "Robin Vale", "phoneNumber": "+14255550142"}]';

/** The people on the call beside its host, row by row. */
export const parties = filledList(
  {
    label: "Parties",
    comments:
      "The people on the call. The host is added automatically; list the host only to set a channel.",
  },
  {
    userId: idInput({
      label: "User Id",
      comments: "For people in your company. From List Users, or pick one.",
      example: "234599484848423",
      dataSource: "users",
    }),
    name: line("Name", "Full name.", "Robin Vale"),
    emailAddress: line(
      "Email Address",
      "The person's email address, if known.",
      "robin.vale@northmoor.example",
    ),
    phoneNumber: line("Phone Number", "The person's phone number, if known.", "+14255550142"),
    mediaChannelId: numberInput({
      label: "Channel",
      comments: "Channel of a stereo recording that the person speaks on: 0 (left) or 1 (right).",
      example: "1",
      min: 0,
      max: 1,
      integer: true,
    }),
    partyId: line("Party Id", "ID of the person in your system.", "2"),
  },
);

const exampleObjects =
  '[{"system": "Salesforce", "objectType": "Account", "objectId": "0013601230sV7grAAC"}]';

/** The CRM records that the call is about, row by row. */
export const crmRecords = filledList(
  { label: "CRM Records", comments: "CRM records that the call is about." },
  {
    system: suggestionInput({
      label: "System",
      required: true,
      comments: "CRM that the record is in.",
      example: "Salesforce",
      choices: ["Salesforce", "HubSpot", "MicrosoftDynamic", "Generic"],
    }),
    objectType: suggestionInput({
      label: "Record Type",
      required: true,
      comments: "Type of the record.",
      example: "Account",
      choices: ["Account", "Contact", "Lead", "Opportunity"],
    }),
    objectId: line("Record Id", "ID of the record in the CRM.", "0013601230sV7grAAC", true),
  },
);

const { fileInput, fileUrl, fileName } = mediaInputs;
const { clientUniqueId, primaryUser, direction, actualStart } = newCallInputs;
const { title, purpose, disposition, scheduledStart, scheduledEnd } = newCallInputs;
const { customData, meetingUrl, callProviderCode, workspaceId, languageCode } = newCallInputs;

/** The inputs of Upload Call Recording. */
export const uploadInputs = {
  clientUniqueId: {
    ...clientUniqueId,
    comments:
      "The call's ID in the system that recorded it, at most 2,048 characters. If you run the step again with the same ID, it continues with the call that has it.",
  },
  fileInput,
  fileUrl,
  fileName,
  primaryUser: {
    ...primaryUser,
    comments: "The user who hosted the call. From List Users, or pick one.",
  },
  direction,
  actualStart,
  parties: parties.input,
  partiesJson: parties.asJson({
    label: "Parties as JSON",
    comments: `The parties as a JSON list, instead of Parties, for example ${exampleParties}. Other fields: userId, emailAddress, mediaChannelId, and partyId.`,
    placeholder: '[{"name": "…", "phoneNumber": "…"}]',
    example: exampleParties,
  }),
  crmRecords: crmRecords.input,
  crmRecordsJson: crmRecords.asJson({
    label: "CRM Records as JSON",
    comments: `The CRM records as a JSON list, instead of CRM Records, for example ${exampleObjects}.`,
    placeholder: '[{"system": "…", "objectType": "…", "objectId": "…"}]',
    example: exampleObjects,
  }),
  ...{ title, purpose, disposition, scheduledStart, scheduledEnd },
  ...{ customData, meetingUrl, callProviderCode, workspaceId, languageCode },
  checkRecording: choiceInput({
    label: "Unusable Recordings",
    default: "refuse",
    comments:
      "Gong silently drops recordings that are silent or shorter than 60 seconds, and accepts no other formats. For such a file, refuse it, or only warn in the result and the log.",
    example: "refuse",
    choices: { refuse: "Refuse", warn: "Only warn" },
  }),
  waitUntilVisible: booleanInput({
    label: "Wait Until Visible",
    default: "false",
    comments:
      "Wait until Gong shows the call, which takes a few minutes. When off, the step ends once Gong has the recording.",
  }),
  maxWaitMinutes: numberInput({
    label: "Maximum Wait",
    default: "10",
    comments: "The most minutes to wait, from 1 to 12.",
    example: "10",
    min: 1,
    max: 12,
  }),
};
