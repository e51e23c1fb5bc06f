import type { JSONSchema } from "json-schema-to-ts";
import { id, instant, records, requestId } from "./common";

/** A user of the company. */
export const user = {
  type: "object",
  properties: {
    id,
    emailAddress: { type: "string", description: "E-mail address" },
    created: instant("When the user was created"),
    active: { type: "boolean", description: "Whether the user is active" },
    emailAliases: {
      type: "array",
      items: { type: "string" },
      description: "Other e-mail addresses",
    },
    trustedEmailAddress: {
      type: ["string", "null"],
      description: "Trusted e-mail address for signing in",
    },
    firstName: { type: ["string", "null"], description: "First name" },
    lastName: { type: ["string", "null"], description: "Last name" },
    title: { type: ["string", "null"], description: "Job title" },
    phoneNumber: { type: ["string", "null"], description: "Phone number" },
    extension: { type: ["string", "null"], description: "Phone extension" },
    personalMeetingUrls: {
      type: "array",
      items: { type: "string" },
      description: "Addresses of personal meeting rooms",
    },
    settings: {
      type: "object",
      description: "What Gong records and imports for the user",
      properties: {
        webConferencesRecorded: { type: "boolean", description: "Web conferences are recorded" },
        preventWebConferenceRecording: {
          type: "boolean",
          description: "Inviting the user prevents a recording",
        },
        telephonyCallsImported: { type: "boolean", description: "Telephony calls are imported" },
        emailsImported: { type: "boolean", description: "E-mails are imported" },
        preventEmailImport: { type: "boolean", description: "The import of e-mails is prevented" },
        nonRecordedMeetingsImported: {
          type: "boolean",
          description: "Meetings without a recording are imported",
        },
        gongConnectEnabled: { type: "boolean", description: "Gong Connect is enabled" },
      },
    },
    managerId: { type: ["string", "null"], description: "User id of the manager" },
    meetingConsentPageUrl: {
      type: ["string", "null"],
      description: "Address of the consent page for meetings",
    },
    spokenLanguages: {
      type: "array",
      description: "Languages spoken by the user",
      items: {
        type: "object",
        properties: {
          language: { type: "string", description: "Language as BCP 47 tag" },
          primary: { type: "boolean", description: "Whether it is the primary language" },
        },
      },
    },
    conferencingProviders: {
      type: ["array", "null"],
      description: "Conferencing providers of the user",
      items: {
        type: "object",
        properties: {
          provider: { type: "string", description: "Provider" },
          isDefault: { type: "boolean", description: "Whether it is the default one" },
        },
      },
    },
  },
  required: ["id"],
} as const satisfies JSONSchema;

/** Answer of List Users. */
export const userList = {
  type: "object",
  properties: {
    requestId,
    records,
    users: { type: "array", description: "Users that were found", items: user },
  },
  required: ["users"],
} as const satisfies JSONSchema;

/** Answer of Get User. */
export const singleUser = {
  type: "object",
  properties: { requestId, user: { ...user, description: "The user" } },
  required: ["user"],
} as const satisfies JSONSchema;
