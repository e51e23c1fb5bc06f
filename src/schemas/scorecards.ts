import type { JSONSchema } from "json-schema-to-ts";
import { instant, records, requestId } from "./common";

/** An id that Gong sends as a number; beyond 2^53 it is kept whole as text (G17). */
const numericId = (description: string) =>
  ({ type: ["string", "integer"], description }) as const satisfies JSONSchema;

/** An id that may be missing. */
const nullableNumericId = (description: string) =>
  ({ type: ["string", "integer", "null"], description }) as const satisfies JSONSchema;

/** A scorecard that was filled in for a call, by a person or by AI. */
export const answeredScorecard = {
  type: "object",
  properties: {
    answeredScorecardId: numericId("Id of this review"),
    scorecardId: numericId("Id of the scorecard"),
    scorecardName: { type: ["string", "null"], description: "Name of the scorecard" },
    callId: numericId("Id of the call"),
    callStartTime: instant("When the call was recorded"),
    reviewedUserId: numericId("User id of the team member who was reviewed"),
    reviewerUserId: nullableNumericId("User id of the reviewer; none for a review by AI"),
    reviewMethod: { type: ["string", "null"], description: "MANUAL or AUTOMATIC" },
    editorUserId: nullableNumericId("User id of whoever edited the review last"),
    reviewTime: instant("When the review was completed and published"),
    visibilityType: { type: ["string", "null"], description: "Who may see the review" },
    answers: {
      type: "array",
      description: "The answers, question by question",
      items: {
        type: "object",
        properties: {
          questionId: numericId("Id of the question"),
          questionRevisionId: numericId("Id of the revision of the question"),
          isOverall: { type: "boolean", description: "Whether it is the overall question" },
          score: { type: ["integer", "null"], description: "Score" },
          answerText: { type: ["string", "null"], description: "Answer in words" },
          notApplicable: { type: "boolean", description: "Whether it does not apply to the call" },
          selectedOptions: {
            type: ["array", "null"],
            items: { type: "string" },
            description: "Ids of the options selected",
          },
        },
      },
    },
  },
  required: ["answeredScorecardId"],
} as const satisfies JSONSchema;

/** Answer of the listing of answered scorecards. */
export const answeredScorecardList = {
  type: "object",
  properties: {
    requestId,
    records,
    answeredScorecards: { type: "array", items: answeredScorecard },
  },
  required: ["answeredScorecards"],
} as const satisfies JSONSchema;
