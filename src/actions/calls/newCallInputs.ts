import {
  choiceInput,
  idInput,
  instantInput,
  jsonInput,
  lineInput,
  numberInput,
  textInput,
  urlInput,
} from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import { workspaceIdInput } from "../../inputs/ids";
import { languages } from "../../inputs/languages";
import { callContext, callParties, speakersTimeline } from "../../schemas/callUpload";

const instantFormat =
  "ISO 8601, such as 2026-03-01T09:00:00-07:00; without an offset UTC is taken.";
const exampleInstant = "2026-03-01T09:00:00-07:00";

const exampleParties = JSON.stringify([
  { userId: "234599484848423", partyId: "1", mediaChannelId: 0 },
  {
    name: "Robin Vale",
    emailAddress: "robin.vale@northmoor.example",
    partyId: "2",
    mediaChannelId: 1,
  },
]);

/** The inputs of Create New Call beside the connection (G24). */
export const newCallInputs = {
  clientUniqueId: textInput(
    {
      label: "Client Unique Id",
      required: true,
      comments:
        "Id of the call in the recording system, at most 2048 characters. Gong takes each id once and never frees it, even when the call is dropped.",
      placeholder: "pbx-2026-03-01-0001",
      example: "pbx-2026-03-01-0001",
    },
    2048,
  ),
  primaryUser: idInput({
    label: "Primary User",
    required: true,
    comments:
      "User id of the team member who hosted the call. One of the parties must stand for this user.",
    placeholder: "234599484848423",
    example: "234599484848423",
    dataSource: "users",
  }),
  parties: jsonInput(
    {
      label: "Parties",
      required: true,
      comments:
        "The people on the call, as a list in JSON, the primary user among them. Each has userId, or name, emailAddress and phoneNumber; partyId is needed with Speakers Timeline; mediaChannelId is 0 or 1; context names CRM objects.",
      placeholder: '[{"userId": "…"}, {"name": "…", "emailAddress": "…"}]',
      example: exampleParties,
    },
    callParties,
  ),
  direction: choiceInput(
    {
      label: "Direction",
      required: true,
      comments:
        "Inbound when somebody called the company, Outbound when a team member dialled, Conference for web conferences.",
      placeholder: "Direction of the call",
      example: "Outbound",
    },
    ["Inbound", "Outbound", "Conference", "Unknown"],
  ),
  actualStart: instantInput({
    label: "Actual Start",
    required: true,
    comments: `When the call began. ${instantFormat}`,
    placeholder: exampleInstant,
    example: exampleInstant,
  }),
  scheduledStart: instantInput({
    label: "Scheduled Start",
    required: false,
    comments: `When the call was to begin. ${instantFormat}`,
    placeholder: exampleInstant,
    example: exampleInstant,
  }),
  scheduledEnd: instantInput({
    label: "Scheduled End",
    required: false,
    comments: `When the call was to end, after Scheduled Start. ${instantFormat}`,
    placeholder: "2026-03-01T09:30:00-07:00",
    example: "2026-03-01T09:30:00-07:00",
  }),
  title: textInput({
    label: "Title",
    required: false,
    comments: "Title of the call, shown and searched in Gong.",
    placeholder: "Pricing review",
    example: "Pricing review with Northmoor",
  }),
  purpose: textInput(
    {
      label: "Purpose",
      required: false,
      comments: "Purpose of the call, at most 255 characters.",
      placeholder: "Demo",
      example: "Demo",
    },
    255,
  ),
  duration: numberInput(
    {
      label: "Duration",
      required: false,
      comments:
        "Length of the call in seconds; decimals are allowed. Gong drops calls shorter than 60 seconds.",
      placeholder: "1800",
      example: "1800.5",
    },
    { min: 0, max: 7 * 24 * 3600 },
  ),
  disposition: textInput(
    {
      label: "Disposition",
      required: false,
      comments: "Outcome of the call, at most 255 characters.",
      placeholder: "Connected",
      example: "Connected",
    },
    255,
  ),
  contextParam: jsonInput(
    {
      label: "Context",
      required: false,
      comments:
        "CRM objects that the call is about, as a list in JSON. Each has system (Salesforce, HubSpot, MicrosoftDynamic or Generic) and objects with objectType, objectId and fields.",
      placeholder: '[{"system": "Salesforce", "objects": […]}]',
      example: JSON.stringify([
        {
          system: "Salesforce",
          objects: [
            {
              objectType: "Account",
              objectId: "0013601230sV7grAAC",
              fields: [{ name: "Name", value: "Northmoor" }],
            },
          ],
        },
      ]),
    },
    callContext,
  ),
  customData: textInput({
    label: "Custom Data",
    required: false,
    comments: "Any text to keep with the call, for example for troubleshooting.",
    placeholder: "queue=sales",
    example: "queue=sales",
  }),
  speakersTimeline: jsonInput(
    {
      label: "Speakers Timeline",
      required: false,
      comments:
        "Who speaks when, as an object in JSON with speechSegments; each has fromTime and toTime in milliseconds and partyIds, which name parties by their partyId. precise says whether times are exact to 100 milliseconds.",
      placeholder: '{"speechSegments": […]}',
      example: JSON.stringify({
        precise: true,
        speechSegments: [
          { fromTime: 0, toTime: 4200, partyIds: ["1"] },
          { fromTime: 4200, toTime: 9800, partyIds: ["2"] },
        ],
      }),
    },
    speakersTimeline,
  ),
  meetingUrl: urlInput({
    label: "Meeting URL",
    required: false,
    comments: "Web address by which people joined the conference.",
    placeholder: "https://meet.harbourline.example/1234567890",
    example: "https://meet.harbourline.example/1234567890",
  }),
  callProviderCode: {
    ...lineInput(
      {
        label: "Call Provider Code",
        required: false,
        comments:
          "Gong's code of the conferencing or telephony system. For others, ask Gong's support.",
        placeholder: "zoom",
        example: "zoom",
      },
      255,
    ),
    // Not closed: Gong knows more codes than it publishes, so any other may come from a step.
    model: [
      { label: "ClearSlide", value: "clearslide" },
      { label: "GoTo Meeting", value: "gotomeeting" },
      { label: "InsideSales", value: "insidesales" },
      { label: "Outreach", value: "outreach" },
      { label: "RingCentral", value: "ringcentral" },
      { label: "Zoom", value: "zoom" },
    ],
  },
  downloadMediaUrl: urlInput({
    label: "Download Media URL",
    required: false,
    comments:
      "Web address from which Gong fetches the recording: unique, at most 1.5 GB, WAV, MP3, MP4, MKV or FLAC. With it, Add Call Media must not follow.",
    placeholder: "https://recordings.harbourline.example/0001.mp3",
    example: "https://recordings.harbourline.example/0001.mp3",
  }),
  workspaceId: workspaceIdInput(
    "Workspace that the call is put into. Blank leaves the choice to Gong's own rules.",
  ),
  languageCode: choiceInput(
    {
      label: "Language Code",
      required: false,
      comments:
        "Language that is spoken on the call. Leave it blank unless it is certain: Gong detects the language itself.",
      placeholder: "en-US",
      example: "en-US",
    },
    languages,
  ),
};

type Parties = Exclude<ReturnType<typeof newCallInputs.parties.clean>, undefined>;
type Timeline = ReturnType<typeof newCallInputs.speakersTimeline.clean>;

/**
 * Checks what no single input can: that the primary user is on the call, and that the timeline
 * speaks of parties that exist (G24).
 *
 * @throws InputError
 */
export function checkParties(call: {
  readonly parties: Parties;
  readonly primaryUser: string;
  readonly speakersTimeline: Timeline;
}): void {
  const { parties, primaryUser, speakersTimeline: timeline } = call;
  // A party given by e-mail or phone may be the primary user; only Gong can tell.
  const mayBePrimary = parties.some(({ userId, emailAddress, phoneNumber }) =>
    userId === undefined ? Boolean(emailAddress || phoneNumber) : userId === primaryUser,
  );
  if (!mayBePrimary) {
    throw new InputError(
      newCallInputs.parties.label,
      "must have a party for the Primary User",
      `[{"userId": "${primaryUser}"}, …]`,
    );
  }
  if (!timeline) return;
  const nameless = parties.findIndex(({ partyId }) => partyId === undefined);
  if (nameless >= 0) {
    const { label, example } = newCallInputs.parties;
    throw new InputError(
      label,
      "needs partyId when Speakers Timeline is given",
      example,
      `[${nameless}]`,
    );
  }
  const known = new Set(parties.map(({ partyId }) => partyId));
  timeline.speechSegments.forEach((segment, index) => {
    const { label, example } = newCallInputs.speakersTimeline;
    const place = `speechSegments[${index}]`;
    if (segment.toTime <= segment.fromTime) {
      throw new InputError(label, "must end after it begins", example, place);
    }
    if (segment.partyIds.some((partyId) => !known.has(partyId))) {
      throw new InputError(
        label,
        "must name parties by a partyId that Parties has",
        example,
        place,
      );
    }
  });
}
