import type { JSONSchema } from "json-schema-to-ts";
import { emailAddressPattern, nullableText, requestId } from "./common";

/** Invitees of a meeting, as an input. */
export const meetingInvitees = {
  type: "array",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["email"],
    properties: {
      email: { type: "string", pattern: emailAddressPattern, description: "E-mail address" },
      displayName: { type: "string", description: "Name as it is shown" },
      firstName: { type: "string", description: "First name" },
      lastName: { type: "string", description: "Last name" },
    },
  },
} as const satisfies JSONSchema;

const meetingId = {
  type: "string",
  description: "Id of the meeting, up to 20 digits",
} as const satisfies JSONSchema;

/** Answer of Create New Gong Meeting. */
export const createdMeeting = {
  type: "object",
  properties: {
    requestId,
    meetingId,
    meetingUrl: nullableText("Web address by which people join the meeting"),
    additionalInvitees: {
      type: ["array", "null"],
      description: "Invitees to add to the invitation, so that Gong records the meeting",
      items: {
        type: "object",
        properties: {
          email: nullableText("E-mail address"),
          displayName: nullableText("Name as it is shown"),
          firstName: nullableText("First name"),
          lastName: nullableText("Last name"),
        },
      },
    },
  },
} as const satisfies JSONSchema;

/** Answer of Update Gong Meeting. */
export const changedMeeting = {
  type: "object",
  properties: { requestId, meetingId },
} as const satisfies JSONSchema;

/** Answer of Delete Gong Meeting. */
export const deletedMeeting = {
  type: "object",
  properties: {
    requestId,
    organizerEmail: nullableText("E-mail address of the user who made the meeting"),
  },
} as const satisfies JSONSchema;
