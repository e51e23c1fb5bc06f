import type { JSONSchema } from "json-schema-to-ts";

/** What Evaluate Automation Rules says of an event, on either branch. */
export const evaluation = {
  type: "object",
  properties: {
    callId: { type: "string", description: "Id of the call that the event is about" },
    isTest: { type: "boolean", description: "Whether the event comes from Test now in Gong" },
    isPrivate: { type: "boolean", description: "Whether the call is private" },
    matchedRules: {
      type: "array",
      items: { type: "string" },
      description: "Names of the rules that match; none on the branch Not Matched",
    },
  },
  required: ["callId", "isTest", "isPrivate", "matchedRules"],
} satisfies JSONSchema;
