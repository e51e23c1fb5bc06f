import type { Call, CallTranscript, ExtensiveCall, Page } from "./answers";
import { operation, uploadTimeoutMs } from "./operation";

/** Calls of a time range, in pages. */
export const listCalls = operation<Page & { calls: Call[] }>({
  name: "List Calls",
  route: "GET /v2/calls",
  scope: "api:calls:read:basic",
  idempotent: true,
  cursor: "query",
  records: "calls",
  key: "id",
  calls: { id: "id", isPrivate: "isPrivate" },
});

/** Calls with their details, in pages, by the time that they started (G18). */
export const listExtensiveCalls = operation<Page & { calls: ExtensiveCall[] }>({
  name: "List Calls Extensive",
  route: "POST /v2/calls/extensive",
  scope: "api:calls:read:extensive",
  idempotent: true,
  cursor: "body",
  records: "calls",
  key: "metaData.id",
  calls: { id: "metaData.id", isPrivate: "metaData.isPrivate" },
});

/** One call. */
export const getCall = operation<{ call: Call }>({
  name: "Get Call",
  route: "GET /v2/calls/{id}",
  scope: "api:calls:read:basic",
  idempotent: true,
  calls: { id: "call.id", isPrivate: "call.isPrivate" },
});

/** Transcripts of calls, in pages. */
export const getTranscripts = operation<Page & { callTranscripts: CallTranscript[] }>({
  name: "Get Call Transcript",
  route: "POST /v2/calls/transcript",
  scope: "api:calls:read:transcript",
  idempotent: true,
  cursor: "body",
  records: "callTranscripts",
  key: "callId",
  calls: { id: "callId" },
});

/** Makes a call that a recording can be added to (G28). */
export const createCall = operation<{ requestId: string; callId: string }>({
  name: "Create New Call",
  route: "POST /v2/calls",
  scope: "api:calls:create",
  idempotent: false,
  hints: [
    {
      status: 409,
      hint: "Enable recording and telephony import for the primary user in Gong, under Company settings > Team members.",
    },
  ],
});

/** Adds the recording to a call: up to 1.5 GB, once (G26). */
export const addMedia = operation({
  name: "Add Call Media",
  route: "PUT /v2/calls/{id}/media",
  scope: "api:calls:create",
  idempotent: false,
  hints: [
    {
      // Gong says no more than "Bad request" to a recording that it has already (G26).
      status: 400,
      words: /^bad request\.?$/i,
      hint: "Gong takes a recording only once. Check whether this one was added to a call before.",
    },
  ],
  timeoutMs: uploadTimeoutMs,
});
