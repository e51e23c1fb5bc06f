import type { JSONSchema } from "json-schema-to-ts";

/** Objects of other systems that a call or a party is about. */
const context = (description: string) =>
  ({
    type: "array",
    description,
    items: {
      type: "object",
      additionalProperties: false,
      required: ["system"],
      properties: {
        system: { enum: ["Salesforce", "HubSpot", "MicrosoftDynamic", "Generic"] },
        objects: {
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: ["objectType", "objectId"],
            properties: {
              objectType: { enum: ["Lead", "Contact", "Account", "Opportunity", "User"] },
              objectId: { type: "string", minLength: 1 },
              fields: {
                type: "array",
                items: {
                  type: "object",
                  additionalProperties: false,
                  required: ["name"],
                  properties: { name: { type: "string", minLength: 1 }, value: {} },
                },
              },
            },
          },
        },
      },
    },
  }) as const satisfies JSONSchema;

/** Context of Create New Call. */
export const callContext = context("Objects of other systems that the call is about");

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
      context: context("Objects of other systems that the party is"),
    },
  },
} as const satisfies JSONSchema;

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
          fromTime: { type: "integer", minimum: 0, description: "Begin in milliseconds" },
          toTime: { type: "integer", minimum: 0, description: "End in milliseconds" },
          partyIds: { type: "array", minItems: 1, items: { type: "string", minLength: 1 } },
        },
      },
    },
  },
} as const satisfies JSONSchema;
