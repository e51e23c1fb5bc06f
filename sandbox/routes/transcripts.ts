import type { FastifyInstance } from "fastify";
import { conversationOf } from "../company/conversation";
import type { Call } from "../company/types";
import { GongError } from "../errors";
import { transcriptBody } from "../schemas/calls";
import { noQuery } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { type Instant, within } from "../time";
import { answer, checkRange, isVisible, typed } from "./api";
import { pageOfCalls } from "./calls";

/** `POST /v2/calls/transcript` */
export function registerTranscripts(app: FastifyInstance, state: SandboxState): void {
  typed(app).post(
    "/v2/calls/transcript",
    {
      schema: { body: transcriptBody, querystring: noQuery },
      config: { scope: "api:calls:read:transcript" },
    },
    async ({ body: { cursor, filter } }) => {
      const { fromDateTime, toDateTime, workspaceId, callIds } = filter;
      if (callIds && workspaceId !== undefined) {
        throw new GongError(400, "callIds and workspaceId cannot be provided together"); // G29
      }
      checkRange(filter);
      const inRange = within(fromDateTime, toDateTime);
      const wanted = callIds && new Set(callIds);
      const { records, items } = pageOfCalls(state, {
        operation: "POST /v2/calls/transcript",
        inputs: filter,
        filter,
        cursor,
        matches: (call) =>
          inRange(call.startedAt) &&
          (workspaceId === undefined || call.workspaceId === workspaceId) &&
          (!wanted || wanted.has(call.id)),
        isReady: hasTranscript,
      });
      return answer(state, { records, callTranscripts: items.map(renderTranscript) });
    },
  );
}

/** A transcript comes with its call, or later, or never. */
function hasTranscript(call: Call, at: Instant): boolean {
  const { transcriptAt = call.visibleAt } = call;
  return isVisible(call, at) && transcriptAt !== null && transcriptAt <= at;
}

function renderTranscript(call: Call) {
  return {
    callId: call.id,
    transcript: conversationOf(call).monologues.map(({ speakerId, topic, sentences }) => ({
      speakerId,
      topic,
      sentences,
    })),
  };
}
