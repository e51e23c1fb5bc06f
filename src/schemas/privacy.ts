import type { JSONSchema } from "json-schema-to-ts";
import { requestId, nullableText as text } from "./common";

const calls = {
  type: "array",
  description: "Calls",
  items: {
    type: "object",
    properties: {
      id: text("Id of the call, up to 20 digits"),
      status: text("Status of the call"),
      externalSystems: {
        type: ["array", "null"],
        description: "Where other systems keep the call",
        items: {
          type: "object",
          properties: {
            system: text("Salesforce, HubSpot, MicrosoftDynamic or Generic"),
            objects: {
              type: ["array", "null"],
              description: "Objects of that system",
              items: {
                type: "object",
                properties: {
                  objectType: text("Conversation or Task"),
                  externalId: text("Id in that system"),
                },
              },
            },
          },
        },
      },
    },
  },
} as const satisfies JSONSchema;

const emails = {
  type: "array",
  description: "E-mail messages",
  items: {
    type: "object",
    properties: {
      id: text("Id of the message, 32 characters"),
      from: text("E-mail address of the sender"),
      sentTime: text("When the message was sent, in ISO 8601"),
      mailbox: text("Mailbox that the message was read from"),
      messageHash: text("Hash of the message"),
    },
  },
} as const satisfies JSONSchema;

const meetings = {
  type: "array",
  description: "Meetings",
  items: { type: "object", properties: { id: text("Id of the meeting") } },
} as const satisfies JSONSchema;

const customerData = {
  type: "array",
  description: "Leads and contacts that Gong keeps from other systems",
  items: {
    type: "object",
    properties: {
      system: text("Salesforce, HubSpot, MicrosoftDynamic or Generic"),
      objects: {
        type: ["array", "null"],
        description: "Objects of that system",
        items: {
          type: "object",
          properties: {
            id: text("Gong's id of the lead or contact, up to 20 digits"),
            objectType: text("Lead or Contact"),
            externalId: text("Id in that system"),
            mirrorId: text("Id of the copy that Gong keeps, as JSON"),
            fields: {
              type: ["array", "null"],
              description: "Fields of the object",
              items: {
                type: "object",
                properties: {
                  name: text("Name of the field"),
                  value: { description: "Value of the field" },
                },
              },
            },
          },
        },
      },
    },
  },
} as const satisfies JSONSchema;

const customerEngagement = {
  type: "array",
  description: "What the person did, such as viewing a shared call",
  items: {
    type: "object",
    properties: {
      eventType: text("contentShared, contentViewed, customEvent or digitalInteraction"),
      // Gong describes it as ISO 8601, and gives seconds since 1970 as the example.
      timestamp: {
        type: ["string", "number", "null"],
        description: "When it took place",
      },
      contentId: text("Id of the content"),
      contentUrl: text("Web address of the content"),
      reportingSystem: text("System that reported it"),
      eventName: text("Name of the event"),
      sourceEventId: text("Id of the event in the system that reported it"),
    },
  },
} as const satisfies JSONSchema;

/** Answer of List References to an Email Address. */
export const referencesToEmailAddress = {
  type: "object",
  properties: { requestId, calls, emails, meetings, customerData, customerEngagement },
} as const satisfies JSONSchema;

/** Answer of List References to a Phone Number. */
export const referencesToPhoneNumber = {
  type: "object",
  properties: {
    requestId,
    suppliedPhoneNumber: text("The phone number that was asked for"),
    matchingPhoneNumbers: {
      type: "array",
      description: "The phone number as the records spell it",
      items: { type: "string" },
    },
    emailAddresses: {
      type: "array",
      description: "E-mail addresses of the people who have the number",
      items: { type: "string" },
    },
    calls,
    emails,
    meetings,
    customerData,
  },
} as const satisfies JSONSchema;

/** Answer of both erasures: that Gong has taken them on (G36). */
export const erasure = {
  type: "object",
  properties: { requestId },
} as const satisfies JSONSchema;
