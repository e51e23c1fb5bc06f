import type { ContentSelector } from "../../calls/criteria";
import type { ValuesOf } from "../../inputs/define";
import { booleanInput, instantInput, jsonInput, suggestionInput } from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import { callIdsInput, userIdsInput, workspaceIdInput } from "../../inputs/ids";
import { fromDateTimeInput, toDateTimeInput } from "../../inputs/range";
import { anything, objectOf } from "../../inputs/structures";

const part = <const Label extends string>(label: Label, adds: string, preset = "false") =>
  booleanInput({ label: `Include ${label}`, default: preset, comments: `Add ${adds}.` });

/** What of a call's details to ask for, by the names in Gong's selector; heavy parts are off (G52). */
const contentInputs = {
  parties: part("Parties", "the people on the call", "true"),
  brief: part("Brief", "a summary in a few sentences", "true"),
  keyPoints: part("Key Points", "the key points", "true"),
  highlights: part("Highlights", "highlights, such as next steps", "true"),
  outline: part("Outline", "an outline with times"),
  topics: part("Topics", "how long people talked about each topic"),
  trackers: part("Trackers", "which trackers came up, and how often"),
  trackerOccurrences: part(
    "Tracker Occurrences",
    "when each tracker came up and who spoke. Needs Include Trackers",
  ),
  callOutcome: part("Call Outcome", "the outcome of the call"),
  speakers: part("Speaker Statistics", "talk times and measures such as talk ratio"),
  questions: part("Questions", "how many questions each side asked"),
  publicComments: part("Comments", "the public comments on the call"),
  media: part(
    "Media",
    "links to audio and video, valid for 8 hours. Needs the scope api:calls:read:media-url",
  ),
  context: suggestionInput({
    label: "CRM Context",
    default: "Basic",
    comments:
      "CRM objects of the call. Basic adds their IDs. The other choices add their fields too, as they are now or were at the time of the call, and make results three times as large.",
    example: "Basic",
    choices: {
      None: "None",
      Basic: "Basic",
      Extended: "With fields",
      TimeOfCall: "With fields at the time of the call",
      Both: "With both",
    },
  }),
  contentSelector: jsonInput({
    label: "Content Selector",
    comments: "Gong's contentSelector as JSON, instead of the switches above.",
    example: '{"context": "Extended", "exposedFields": {"parties": true, "media": true}}',
    part: objectOf({ context: anything, contextTiming: anything, exposedFields: anything }),
  }),
};

/** Which calls are wanted, and what of them. */
export const extensiveInputs = {
  callIds: callIdsInput(
    "Only these calls, from List Calls; web addresses of calls work too. Blank means all calls in the range.",
  ),
  fromDateTime: instantInput(
    fromDateTimeInput({
      required: false,
      comments: "Only calls that began at this moment or later. Blank means since the first call.",
    }),
  ),
  toDateTime: instantInput(
    toDateTimeInput({
      required: false,
      comments: "Only calls that began before this moment. Blank means up to now.",
    }),
  ),
  primaryUserIds: userIdsInput("Host Ids", "Only calls that these users hosted, from List Users."),
  workspaceId: workspaceIdInput("Only calls of this workspace. Blank means all workspaces."),
  ...contentInputs,
};

/** Refuses a request without calls or a range: Gong would read every call (G52). @throws InputError */
export function requireCalls(values: Partial<ValuesOf<typeof extensiveInputs>>): void {
  if (values.callIds || values.fromDateTime || values.toDateTime) return;
  throw new InputError("Call Ids", "or From Date Time is required", "7782342274025937895");
}

/** Gong takes timings with no other context (G30). */
const timings = new Map([
  ["Extended", ["Now"]],
  ["TimeOfCall", ["TimeOfCall"]],
  ["Both", ["Now", "TimeOfCall"]],
]);

/** The content selector that the switches come to. */
export function toContentSelector(values: ValuesOf<typeof contentInputs>): ContentSelector {
  const { contentSelector, context = "None", ...fields } = values;
  if (contentSelector) return contentSelector as ContentSelector;
  const { parties, media, speakers, questions, publicComments, ...content } = fields;
  const contextTiming = timings.get(context);
  return {
    context: contextTiming ? "Extended" : context,
    contextTiming,
    exposedFields: {
      parties,
      media,
      content,
      interaction: { speakers, personInteractionStats: speakers, questions },
      collaboration: { publicComments },
    },
  };
}
