import type { JSONSchema } from "json-schema-to-ts";
import { requestId } from "./common";
import { externalObjects } from "./externalObjects";

const personFields = {
  email: { type: "string", minLength: 1, description: "E-mail address" },
  name: { type: "string", description: "Name" },
  title: { type: "string", description: "Job title" },
  context: externalObjects("Objects of other systems that the person is"),
} as const satisfies Record<string, JSONSchema>;

/** Actor and Viewer of an engagement event. */
export const person = {
  type: "object",
  additionalProperties: false,
  properties: personFields,
} as const satisfies JSONSchema;

/** Non Company Participants of an engagement event. */
export const people = { type: "array", items: person } as const satisfies JSONSchema;

/** Recipients of Custom Shared Event: the same people, known by e-mail address. */
export const shareRecipients = {
  type: "array",
  items: { ...person, required: ["email"] },
} as const satisfies JSONSchema;

/** Sharer of an engagement event: a user of the company. */
export const sharer = {
  type: "object",
  additionalProperties: false,
  properties: {
    id: { type: "string", pattern: "^\\d{1,20}$", description: "Gong user id" },
    email: { type: "string", minLength: 1, description: "E-mail address" },
    name: { type: "string", description: "Name" },
  },
} as const satisfies JSONSchema;

/** CRM Context of an engagement event. */
export const eventContext = externalObjects("Objects of other systems that the event is about");

/** Content Properties and Event Properties. A number may be given as one; text is sent. */
export const eventProperties = {
  type: "array",
  items: {
    type: "object",
    additionalProperties: false,
    required: ["name", "value", "dataType"],
    properties: {
      name: { type: "string", minLength: 1, description: "Name" },
      value: { type: ["string", "number"], description: "Value, of the kind that dataType names" },
      dataType: { enum: ["string", "number", "date", "url"] },
    },
  },
} as const satisfies JSONSchema;

/** Answer of the three engagement events. */
export const registeredEvent = {
  type: "object",
  properties: {
    requestId,
    integrationId: {
      // Up to 19 digits as a JSON number; those that a number would round are handed on as text (G17).
      type: ["string", "integer", "null"],
      description: "Id of the integration that the event belongs to",
    },
  },
} as const satisfies JSONSchema;
