import type { JSONSchema } from "json-schema-to-ts";
import { id, instant, records, requestId } from "./common";

/** A call as List Calls and Get Call give it. */
export const call = {
  type: "object",
  properties: {
    id,
    url: { type: "string", description: "Address of the call's page in Gong" },
    title: { type: ["string", "null"], description: "Title" },
    scheduled: {
      type: ["string", "null"],
      format: "date-time",
      description: "When the call was scheduled to begin",
    },
    started: instant("When the recording began"),
    duration: { type: "number", description: "Length in seconds" },
    primaryUserId: { type: ["string", "null"], description: "User id of the host" },
    direction: {
      type: ["string", "null"],
      description: "Inbound, Outbound, Conference or Unknown",
    },
    system: { type: ["string", "null"], description: "System that the call was held in" },
    scope: { type: ["string", "null"], description: "Internal, External or Unknown" },
    media: { type: ["string", "null"], description: "Video or Audio" },
    language: { type: ["string", "null"], description: "Language as ISO 639-2B code" },
    workspaceId: { type: ["string", "null"], description: "Id of the workspace" },
    sdrDisposition: { type: ["string", "null"], description: "Disposition given by the SDR" },
    clientUniqueId: {
      type: ["string", "null"],
      description: "Id of the call in the system that uploaded it",
    },
    customData: { type: ["string", "null"], description: "Custom data given at the upload" },
    purpose: { type: ["string", "null"], description: "Purpose" },
    meetingUrl: { type: ["string", "null"], description: "Address of the web conference" },
    isPrivate: { type: "boolean", description: "Whether the call is private" },
    calendarEventId: { type: ["string", "null"], description: "Id of the calendar event" },
  },
  required: ["id"],
} as const satisfies JSONSchema;

/** Answer of List Calls. */
export const callList = {
  type: "object",
  properties: {
    requestId,
    records,
    calls: { type: "array", description: "Calls that were found", items: call },
  },
  required: ["calls"],
} as const satisfies JSONSchema;

/** Answer of Get Call. */
export const singleCall = {
  type: "object",
  properties: { requestId, call: { ...call, description: "The call" } },
  required: ["call"],
} as const satisfies JSONSchema;

/** Answer of Create New Call. */
export const createdCall = {
  type: "object",
  properties: {
    requestId,
    callId: { type: "string", description: "Id of the new call" },
  },
  required: ["callId"],
} as const satisfies JSONSchema;

/** Answer of Add Call Media. */
export const acceptedMedia = {
  type: "object",
  properties: {
    requestId,
    callId: { type: "string", description: "Id of the call that holds the recording" },
    url: { type: "string", description: "Address of the call's page in Gong" },
  },
  required: ["callId"],
} as const satisfies JSONSchema;

/** Answer of Get Call Transcript. */
export const transcriptList = {
  type: "object",
  properties: {
    requestId,
    records,
    callTranscripts: {
      type: "array",
      description: "Transcripts that were found, one for each call",
      items: {
        type: "object",
        properties: {
          callId: { type: "string", description: "Id of the call" },
          transcript: {
            type: "array",
            description: "What was said, speaker by speaker",
            items: {
              type: "object",
              properties: {
                speakerId: {
                  type: ["string", "null"],
                  description: "Speaker; matches speakerId of the call's parties",
                },
                topic: { type: ["string", "null"], description: "Topic spoken about" },
                sentences: {
                  type: "array",
                  description: "What the speaker said, sentence by sentence",
                  items: {
                    type: "object",
                    properties: {
                      start: {
                        type: "integer",
                        description: "Start in milliseconds from the start of the call",
                      },
                      end: { type: "integer", description: "End in milliseconds of the call" },
                      text: { type: "string", description: "The sentence" },
                    },
                  },
                },
              },
            },
          },
        },
        required: ["callId"],
      },
    },
  },
  required: ["callTranscripts"],
} as const satisfies JSONSchema;
