import type { ContentSelector } from "../../calls/criteria";
import type { ValuesOf } from "../../inputs/define";
import { booleanInput, jsonInput, suggestionInput } from "../../inputs/fields";
import { anything, objectOf } from "../../inputs/structures";

const switchFor = <const Label extends string>(label: Label, comments: string, preset = "false") =>
  booleanInput({ label, default: preset, comments });

/** What of a call's details to ask for; heavy parts are off (G52). */
export const contentInputs = {
  includeParties: switchFor("Include Parties", "Add the people on the call.", "true"),
  includeBrief: switchFor("Include Brief", "Add a summary in a few sentences.", "true"),
  includeKeyPoints: switchFor("Include Key Points", "Add the key points.", "true"),
  includeHighlights: switchFor("Include Highlights", "Add highlights, such as next steps.", "true"),
  includeOutline: switchFor("Include Outline", "Add an outline with times."),
  includeTopics: switchFor("Include Topics", "Add how long each topic was spoken about."),
  includeTrackers: switchFor("Include Trackers", "Add which trackers came up, and how often."),
  includeTrackerOccurrences: switchFor(
    "Include Tracker Occurrences",
    "Add when each tracker came up and who spoke. Needs Include Trackers.",
  ),
  includeOutcome: switchFor("Include Call Outcome", "Add the outcome that the call was given."),
  includeSpeakers: switchFor(
    "Include Speaker Statistics",
    "Add talk times and measures such as talk ratio and longest monologue.",
  ),
  includeQuestions: switchFor("Include Questions", "Add how many questions each side asked."),
  includeComments: switchFor("Include Comments", "Add the public comments on the call."),
  includeMedia: switchFor(
    "Include Media",
    "Add links to audio and video, valid for 8 hours. Needs the scope api:calls:read:media-url.",
  ),
  context: suggestionInput({
    label: "CRM Context",
    default: "Basic",
    comments:
      "CRM objects of the call. Basic adds their IDs; Extended adds their fields too, which makes answers three times as large.",
    example: "Basic",
    choices: ["None", "Basic", "Extended"],
  }),
  contextTiming: suggestionInput({
    label: "CRM Context Timing",
    default: "Now",
    comments:
      "For Extended: the fields as they are now, as they were at the time of the call, or both.",
    example: "Now",
    choices: { Now: "Now", TimeOfCall: "Time of call", Both: "Both" },
  }),
  contentSelector: jsonInput({
    label: "Content Selector",
    comments:
      'Gong\'s own selector as JSON, in place of the switches above, for example {"exposedFields": {"parties": true}}.',
    placeholder: '{"exposedFields": {"parties": true}}',
    example: '{"context": "Extended", "exposedFields": {"parties": true, "media": true}}',
    part: objectOf({ context: anything, contextTiming: anything, exposedFields: anything }),
  }),
};

/** The content selector that the switches come to. */
export function toContentSelector(values: ValuesOf<typeof contentInputs>): ContentSelector {
  if (values.contentSelector) return values.contentSelector as ContentSelector;
  const { context = "None", contextTiming } = values;
  // G30: the timing is refused with any other context.
  const timing =
    context === "Extended" && contextTiming
      ? { contextTiming: contextTiming === "Both" ? ["Now", "TimeOfCall"] : [contextTiming] }
      : {};
  return {
    context,
    ...timing,
    exposedFields: {
      parties: values.includeParties,
      media: values.includeMedia,
      content: {
        brief: values.includeBrief,
        keyPoints: values.includeKeyPoints,
        highlights: values.includeHighlights,
        outline: values.includeOutline,
        topics: values.includeTopics,
        trackers: values.includeTrackers,
        trackerOccurrences: values.includeTrackerOccurrences,
        callOutcome: values.includeOutcome,
      },
      interaction: {
        speakers: values.includeSpeakers,
        personInteractionStats: values.includeSpeakers,
        questions: values.includeQuestions,
      },
      collaboration: { publicComments: values.includeComments },
    },
  };
}
