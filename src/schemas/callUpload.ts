import type { JSONSchema } from "json-schema-to-ts";
import { externalObjects } from "./externalObjects";

/** Context of Create New Call. */
export const callContext = externalObjects("Objects of other systems that the call is about");

/** Parties of Create New Call (G24). */
export const callParties = {
  type: "array",
  minItems: 1,
  items: {
    type: "object",
    additionalProperties: false,
    properties: {
      userId: {
        type: "string",
        pattern: "^\\d{1,20}$",
        description: "Gong user id, for the company's own people",
      },
      emailAddress: { type: "string", minLength: 1, description: "E-mail address" },
      phoneNumber: { type: "string", minLength: 1, description: "Phone number" },
      name: { type: "string", description: "Name" },
      partyId: {
        type: "string",
        minLength: 1,
        description: "Name of the party in Speakers Timeline",
      },
      mediaChannelId: {
        enum: [0, 1],
        description: "Audio channel of the party in a stereo recording",
      },
      context: externalObjects("Objects of other systems that the party is"),
    },
  },
} as const satisfies JSONSchema;

/** A moment of the recording; Gong takes 32 bits. */
const milliseconds = (description: string) =>
  ({
    type: "integer",
    minimum: 0,
    maximum: 2 ** 31 - 1,
    description,
  }) as const satisfies JSONSchema;

/** Speakers Timeline of Create New Call. */
export const speakersTimeline = {
  type: "object",
  additionalProperties: false,
  required: ["speechSegments"],
  properties: {
    precise: { type: "boolean", description: "Whether segments are exact to 100 milliseconds" },
    speechSegments: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["fromTime", "toTime", "partyIds"],
        properties: {
          fromTime: milliseconds("Start in milliseconds"),
          toTime: milliseconds("End in milliseconds"),
          partyIds: { type: "array", minItems: 1, items: { type: "string", minLength: 1 } },
        },
      },
    },
  },
} as const satisfies JSONSchema;
