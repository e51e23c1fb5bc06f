import { crmObjects, exampleCrmObjects, moreOfCrmObjects } from "../../inputs/crmObjects";
import type { ValuesOf } from "../../inputs/define";
import {
  idInput,
  jsonInput,
  numberInput,
  suggestionInput,
  textInput,
  trimmedInput,
} from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import { workspaceIdInput } from "../../inputs/ids";
import { languages } from "../../inputs/languages";
import { momentInput } from "../../inputs/range";
import { listOf, number, objectOf, oneOf, text } from "../../inputs/structures";

const line = (label: string, comments: string, example: string, maxLength = Infinity) =>
  textInput({ label, comments, example, maxLength });

/** The inputs of Create New Call beside the connection, by their names in Gong's request (G24). */
export const newCallInputs = {
  clientUniqueId: textInput({
    label: "Client Unique Id",
    required: true,
    comments:
      "The call's ID in the system that recorded it, at most 2,048 characters. Gong accepts each ID once, even if it drops the call.",
    example: "pbx-2026-03-01-0001",
    maxLength: 2048,
  }),
  primaryUser: idInput({
    label: "Primary User",
    required: true,
    comments:
      "The user who hosted the call. Include this user in Parties. From List Users, or pick one.",
    example: "234599484848423",
    dataSource: "users",
  }),
  parties: jsonInput({
    label: "Parties",
    required: true,
    comments: "The people on the call, including the primary user",
    example:
      '[{"userId": "234599484848423", "partyId": "1"}, {"name": "Robin Vale", "phoneNumber": "+14255550142", "partyId": "2"}]',
    more: "Only Speakers Timeline needs partyId. Other fields: emailAddress; mediaChannelId, the channel of a stereo recording that the person speaks on, 0 (left) or 1 (right); and context, a list like Context.",
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
    ),
  }),
  direction: suggestionInput({
    label: "Direction",
    required: true,
    comments:
      "Inbound if a customer called, Outbound if your team did, Conference for a web conference.",
    example: "Outbound",
    choices: ["Inbound", "Outbound", "Conference", "Unknown"],
  }),
  actualStart: momentInput("Actual Start", "When the call began.", true),
  scheduledStart: momentInput("Scheduled Start", "When the call was scheduled to begin.", false),
  scheduledEnd: momentInput("Scheduled End", "When the call was scheduled to end.", false),
  title: line("Title", "Title of the call in Gong.", "Pricing review with Northmoor"),
  purpose: line("Purpose", "What the call was for, at most 255 characters.", "Demo", 255),
  duration: numberInput({
    label: "Duration",
    comments: "Length of the call in seconds. Gong drops calls shorter than 60 seconds.",
    example: "1800.5",
  }),
  disposition: line("Disposition", "Outcome, at most 255 characters.", "Connected", 255),
  contextParam: jsonInput({
    label: "Context",
    comments: "CRM objects that the call is about",
    example: exampleCrmObjects,
    more: moreOfCrmObjects,
    part: crmObjects,
  }),
  customData: line("Custom Data", "Any text to keep with the call.", "queue=sales"),
  speakersTimeline: jsonInput({
    label: "Speakers Timeline",
    comments: "Who speaks when",
    example:
      '{"precise": true, "speechSegments": [{"fromTime": 0, "toTime": 4200, "partyIds": ["1"]}]}',
    more: "Times are in milliseconds. Each party needs a partyId. Set precise to true if times are accurate to within 100 milliseconds. Use either this or mediaChannelId: Gong ignores channels if there is a timeline.",
    part: objectOf({
      precise: text,
      speechSegments: listOf(
        objectOf({}, { fromTime: number, toTime: number, partyIds: listOf(text) }),
      ),
    }),
  }),
  meetingUrl: trimmedInput({
    label: "Meeting URL",
    comments: "Web address where people joined the conference.",
    example: "https://meet.harbourline.example/1234567890",
  }),
  callProviderCode: suggestionInput({
    label: "Call Provider Code",
    comments:
      "Gong's code for the conferencing or telephony system. If yours is not listed, ask Gong support.",
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
      "Web address from which Gong downloads the recording: WAV, MP3, MP4, MKV, or FLAC, at most 1.5 GB. Do not use Add Call Media as well.",
    example: "https://recordings.harbourline.example/0001.mp3",
  }),
  workspaceId: workspaceIdInput("Workspace for the call. Blank lets Gong's rules decide."),
  languageCode: suggestionInput({
    label: "Language Code",
    comments: "Language of the call. Leave it blank to let Gong detect it.",
    example: "en-US",
    choices: languages,
  }),
};

/**
 * Checks what no single input can: the primary user is on the call, and parties have the IDs that a
 * timeline uses (G24).
 *
 * @throws InputError
 */
export function checkParties({
  parties,
  primaryUser,
  speakersTimeline,
}: ValuesOf<typeof newCallInputs>): void {
  const { label, example } = newCallInputs.parties;
  // A party given by email or phone may be the primary user; only Gong can tell.
  const mayBePrimary = parties.some(({ userId, emailAddress, phoneNumber }) =>
    userId ? String(userId).trim() === primaryUser : emailAddress || phoneNumber,
  );
  if (!mayBePrimary) {
    const right = `[{"userId": "${primaryUser}"}, …]`;
    throw new InputError(label, "must have a party for the Primary User", right);
  }
  const nameless = parties.findIndex(({ partyId }) => (partyId ?? "") === "");
  if (speakersTimeline?.speechSegments?.length && nameless >= 0) {
    const problem = "needs partyId when Speakers Timeline is given";
    throw new InputError(label, problem, example, `[${nameless}]`);
  }
}
