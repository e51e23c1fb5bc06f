import type { JSONSchema } from "json-schema-to-ts";
import { callContent, callInteraction } from "./callContent";
import { call } from "./calls";
import { nullableText, records, requestId } from "./common";

/** Objects of a CRM or another system that Gong has linked to a call or a person. */
const context = (description: string) =>
  ({
    type: ["array", "null"],
    description,
    items: {
      type: "object",
      properties: {
        system: nullableText("Salesforce, HubSpot, MicrosoftDynamic or Generic"),
        objects: {
          type: ["array", "null"],
          description: "Objects of that system",
          items: {
            type: "object",
            properties: {
              objectType: nullableText("Account, Opportunity, Contact, Lead or User"),
              objectId: nullableText("Id in that system"),
              fields: {
                type: ["array", "null"],
                description: "Fields of the object",
                items: {
                  type: "object",
                  properties: {
                    name: nullableText("Name of the field"),
                    value: { description: "Value of the field" },
                  },
                },
              },
              timing: nullableText("Now or TimeOfCall: when the fields had these values"),
            },
          },
        },
      },
    },
  }) as const satisfies JSONSchema;

/** A participant of a call. The list may be absent, and a speaker's id null (G22). */
const party = {
  type: "object",
  properties: {
    id: nullableText("Id of the participant in the call"),
    emailAddress: nullableText("E-mail address"),
    name: nullableText("Name"),
    title: nullableText("Job title"),
    userId: nullableText("User id, for people of the company"),
    speakerId: nullableText("Id that transcripts name the speaker by; null for who did not speak"),
    context: context("Objects of other systems that stand for the participant"),
    affiliation: nullableText("Internal, External or Unknown"),
    phoneNumber: nullableText("Phone number"),
    methods: {
      type: ["array", "null"],
      items: { type: "string" },
      description: "Invitee, Attendee or both",
    },
  },
} as const satisfies JSONSchema;

const collaboration = {
  type: ["object", "null"],
  description: "Comments on the call",
  properties: {
    publicComments: {
      type: ["array", "null"],
      description: "Public comments",
      items: {
        type: "object",
        properties: {
          id: nullableText("Id of the comment"),
          audioStartTime: { type: ["number", "null"], description: "Second that it begins at" },
          audioEndTime: { type: ["number", "null"], description: "Second that it ends at" },
          commenterUserId: nullableText("User id of its author"),
          comment: nullableText("The comment"),
          posted: nullableText("When it was posted, in ISO 8601"),
          inReplyTo: nullableText("Id of the comment that it answers"),
          duringCall: { type: ["boolean", "null"], description: "Whether posted during the call" },
        },
      },
    },
  },
} as const satisfies JSONSchema;

const media = {
  type: ["object", "null"],
  description: "Addresses of the recording, valid for 8 hours",
  properties: {
    audioUrl: nullableText("Address of the audio"),
    videoUrl: nullableText("Address of the video"),
  },
} as const satisfies JSONSchema;

/** A call with what the content selector asked for. */
export const extensiveCall = {
  type: "object",
  properties: {
    metaData: { ...call, description: "The call itself" },
    context: context("Objects of other systems that the call belongs to"),
    parties: { type: ["array", "null"], description: "Participants", items: party },
    content: callContent,
    interaction: callInteraction,
    collaboration,
    media,
  },
  required: ["metaData"],
} as const satisfies JSONSchema;

/** Answer of List Calls Extensive. */
export const extensiveCallList = {
  type: "object",
  properties: {
    requestId,
    records,
    calls: { type: "array", description: "Calls that were found", items: extensiveCall },
  },
  required: ["calls"],
} as const satisfies JSONSchema;
