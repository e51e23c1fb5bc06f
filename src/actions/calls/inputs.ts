import { crmObjects, exampleCrmObjects } from "../../inputs/crmObjects";
import {
  idInput,
  jsonInput,
  numberInput,
  suggestionInput,
  textInput,
  trimmedInput,
} from "../../inputs/fields";
import { workspaceIdInput } from "../../inputs/ids";
import { languages } from "../../inputs/languages";
import { momentInput } from "../../inputs/range";
import { listOf, number, objectOf, oneOf, text } from "../../inputs/structures";

const recordingUrl = "https://recordings.harbourline.example/0001.mp3";

/** Parties of a new call (G24). */
export const partiesInput = jsonInput({
  label: "Parties",
  required: true,
  comments:
    'The people on the call, as a JSON list, for example [{"userId": "234599484848423"}, {"name": "Robin Vale", "phoneNumber": "+14255550142"}]. The primary user must be one of them. Other fields: emailAddress; mediaChannelId, which is 0 or 1, the channel of a stereo recording that the person speaks on; partyId, which Speakers Timeline needs; context, which is a list like Context.',
  placeholder: '[{"userId": "…"}, {"name": "…", "phoneNumber": "…"}]',
  example:
    '[{"userId": "234599484848423", "partyId": "1"}, {"name": "Robin Vale", "emailAddress": "robin.vale@northmoor.example", "partyId": "2"}]',
  part: listOf(
    objectOf({
      userId: text,
      emailAddress: text,
      phoneNumber: text,
      name: text,
      partyId: text,
      mediaChannelId: oneOf(0, 1),
      context: crmObjects,
    }),
    1,
  ),
});

/** Who speaks when on a new call (G24). */
export const speakersTimelineInput = jsonInput({
  label: "Speakers Timeline",
  comments:
    'Who speaks when, as a JSON object, for example {"speechSegments": [{"fromTime": 0, "toTime": 4200, "partyIds": ["1"]}]}. Times are milliseconds, and each party needs a partyId. Set precise to true if times are right to within 100 milliseconds. Give either this or mediaChannelId: with a timeline, Gong ignores mediaChannelId.',
  placeholder: '{"speechSegments": […]}',
  example:
    '{"precise": true, "speechSegments": [{"fromTime": 0, "toTime": 4200, "partyIds": ["1"]}, {"fromTime": 4200, "toTime": 9800, "partyIds": ["2"]}]}',
  part: objectOf({
    precise: text,
    speechSegments: listOf(
      objectOf({ fromTime: number, toTime: number, partyIds: listOf(text) }, [
        "fromTime",
        "toTime",
        "partyIds",
      ]),
    ),
  }),
});

/** The inputs of Create New Call beside the connection, by their names in Gong's request (G24). */
export const newCallInputs = {
  clientUniqueId: textInput({
    label: "Client Unique Id",
    required: true,
    comments:
      "ID of the call in the system that recorded it, at most 2048 characters. Gong takes each ID once and never frees it, even when it drops the call.",
    example: "pbx-2026-03-01-0001",
    maxLength: 2048,
  }),
  primaryUser: idInput({
    label: "Primary User",
    required: true,
    comments:
      "ID of the user who hosted the call, from List Users. This user must be one of the Parties.",
    example: "234599484848423",
    dataSource: "users",
  }),
  parties: partiesInput,
  direction: suggestionInput({
    label: "Direction",
    required: true,
    comments:
      "Inbound when a customer called, Outbound when a team member did, Conference for web conferences.",
    placeholder: "Direction of the call",
    example: "Outbound",
    choices: ["Inbound", "Outbound", "Conference", "Unknown"],
  }),
  actualStart: momentInput("Actual Start", "When the call began.", true),
  scheduledStart: momentInput("Scheduled Start", "When the call was scheduled to begin.", false),
  scheduledEnd: momentInput(
    "Scheduled End",
    "When the call was scheduled to end.",
    false,
    "2026-03-01T09:30:00-07:00",
  ),
  title: textInput({
    label: "Title",
    comments: "Title of the call. People see it in Gong and search by it.",
    placeholder: "Pricing review",
    example: "Pricing review with Northmoor",
  }),
  purpose: textInput({
    label: "Purpose",
    comments: "Purpose of the call, at most 255 characters.",
    example: "Demo",
    maxLength: 255,
  }),
  duration: numberInput({
    label: "Duration",
    comments:
      "Length of the call in seconds; decimals are allowed. Gong drops calls shorter than 60 seconds.",
    placeholder: "1800",
    example: "1800.5",
  }),
  disposition: textInput({
    label: "Disposition",
    comments: "Outcome of the call, at most 255 characters.",
    example: "Connected",
    maxLength: 255,
  }),
  contextParam: jsonInput({
    label: "Context",
    comments: `CRM objects that the call is about, as a JSON list, for example ${exampleCrmObjects}. Other systems are HubSpot, MicrosoftDynamic and Generic. Each object can have fields with name and value.`,
    placeholder: '[{"system": "Salesforce", "objects": […]}]',
    example: exampleCrmObjects,
    part: crmObjects,
  }),
  customData: textInput({
    label: "Custom Data",
    comments: "Any text to keep with the call, for example for troubleshooting.",
    example: "queue=sales",
  }),
  speakersTimeline: speakersTimelineInput,
  meetingUrl: trimmedInput({
    label: "Meeting URL",
    comments: "Web address at which people joined the conference.",
    example: "https://meet.harbourline.example/1234567890",
  }),
  callProviderCode: suggestionInput({
    label: "Call Provider Code",
    comments:
      "Gong's code for the conferencing or telephony system. If yours is not listed, ask Gong's support.",
    example: "zoom",
    choices: {
      clearslide: "ClearSlide",
      gotomeeting: "GoTo Meeting",
      insidesales: "InsideSales",
      outreach: "Outreach",
      ringcentral: "RingCentral",
      zoom: "Zoom",
    },
  }),
  downloadMediaUrl: trimmedInput({
    label: "Download Media URL",
    comments:
      "Web address from which Gong downloads the recording: WAV, MP3, MP4, MKV or FLAC, at most 1.5 GB. Do not use Add Call Media as well.",
    example: recordingUrl,
  }),
  workspaceId: workspaceIdInput("Workspace for the call. Blank lets the rules in Gong decide."),
  languageCode: suggestionInput({
    label: "Language Code",
    comments:
      "Language of the call. Leave it blank unless you are certain: Gong detects the language itself.",
    example: "en-US",
    choices: languages,
  }),
};
