import type { JSONSchema } from "json-schema-to-ts";
import { nullableText } from "./common";

const seconds = (description: string) =>
  ({ type: ["number", "null"], description }) as const satisfies JSONSchema;

const count = (description: string) =>
  ({ type: ["integer", "null"], description }) as const satisfies JSONSchema;

const list = <const Item extends JSONSchema>(description: string, items: Item) =>
  ({ type: ["array", "null"], description, items }) as const;

/** Parts of a call with their lengths. */
const parts = (description: string) =>
  list(description, {
    type: "object",
    properties: { name: nullableText("Name"), duration: seconds("Length in seconds") },
  });

const occurrences = list("When it came up; empty unless Gong keeps single occurrences", {
  type: "object",
  properties: {
    startTime: seconds("Second of the call"),
    speakerId: nullableText("Speaker; matches speakerId of the call's parties"),
  },
});

const trackers = list("Trackers that were looked for", {
  type: "object",
  properties: {
    id: nullableText("Id of the tracker"),
    name: nullableText("Name of the tracker"),
    count: count("How often it came up"),
    type: nullableText("KEYWORD or SMART"),
    occurrences,
    phrases: list("Phrases of a keyword tracker that came up", {
      type: "object",
      properties: {
        count: count("How often the phrase came up"),
        occurrences,
        phrase: nullableText("The phrase"),
      },
    }),
  },
});

/** What Gong's analysis makes of a call. What is not available is left out (G30). */
export const callContent = {
  type: ["object", "null"],
  description: "What Gong's analysis makes of the call; parts that are not available are absent",
  properties: {
    structure: parts("Agenda of the call, part by part"),
    topics: parts("Topics spoken about"),
    trackers,
    brief: nullableText("The call in short"),
    outline: list("Outline of the call, section by section", {
      type: "object",
      properties: {
        section: nullableText("Name of the section"),
        startTime: seconds("Second of the call that it begins at"),
        duration: seconds("Length in seconds"),
        items: list("What was said in the section", {
          type: "object",
          properties: {
            text: nullableText("The item"),
            startTime: seconds("Second of the call that it begins at"),
          },
        }),
      },
    }),
    highlights: list("Highlights of the call", {
      type: "object",
      properties: {
        title: nullableText("Title of the highlights"),
        items: list("The highlights", {
          type: "object",
          properties: {
            text: nullableText("The highlight"),
            startTimes: list("Seconds of the call that it refers to", { type: "number" }),
          },
        }),
      },
    }),
    callOutcome: {
      type: ["object", "null"],
      description: "Outcome of the call as Gong sees it",
      properties: {
        id: nullableText("Id of the outcome"),
        category: nullableText("Category of the outcome"),
        name: nullableText("Name of the outcome"),
      },
    },
    keyPoints: list("Key points of the call", {
      type: "object",
      properties: { text: nullableText("The key point") },
    }),
  },
} as const satisfies JSONSchema;

/** What Gong measures of a conversation. */
export const callInteraction = {
  type: ["object", "null"],
  description: "What Gong measures of the conversation",
  properties: {
    speakers: list("How long each participant spoke", {
      type: "object",
      properties: {
        id: nullableText("Id of the participant in the call"),
        userId: nullableText("User id, for people of the company"),
        talkTime: seconds("Seconds spoken"),
      },
    }),
    interactionStats: list("Talk Ratio, Longest Monologue, Interactivity, Patience and others", {
      type: "object",
      properties: {
        name: nullableText("Name of the measure"),
        value: { type: ["number", "null"], description: "Its value" },
      },
    }),
    video: parts("What was to be seen, and for how long"),
    questions: {
      type: ["object", "null"],
      description: "Questions asked",
      properties: {
        companyCount: count("Questions asked by people of the company"),
        nonCompanyCount: count("Questions asked by others"),
      },
    },
  },
} as const satisfies JSONSchema;
