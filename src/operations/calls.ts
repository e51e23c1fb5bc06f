import type { Call, CallTranscript, ExtensiveCall, Page } from "./answers";
import { operation, uploadTimeoutMs } from "./operation";

/** Calls of a time range, in pages. */
export const listCalls = operation<Page & { calls: Call[] }>("GET /v2/calls", {
  name: "List Calls",
  scope: "api:calls:read:basic",
  idempotent: true,
  cursor: "query",
  records: "calls",
  key: "id",
  calls: { id: "id", isPrivate: "isPrivate" },
});

/** Calls with their details, in pages, by the time that they started (G18). */
export const listExtensiveCalls = operation<Page & { calls: ExtensiveCall[] }>(
  "POST /v2/calls/extensive",
  {
    name: "List Calls Extensive",
    scope: "api:calls:read:extensive",
    idempotent: true,
    cursor: "body",
    records: "calls",
    key: "metaData.id",
    calls: { id: "metaData.id", isPrivate: "metaData.isPrivate" },
  },
);

/** One call. */
export const getCall = operation<{ call: Call }>("GET /v2/calls/{id}", {
  name: "Get Call",
  scope: "api:calls:read:basic",
  idempotent: true,
  calls: { id: "call.id", isPrivate: "call.isPrivate" },
});

/** Transcripts of calls, in pages. */
export const getTranscripts = operation<Page & { callTranscripts: CallTranscript[] }>(
  "POST /v2/calls/transcript",
  {
    name: "Get Call Transcript",
    scope: "api:calls:read:transcript",
    idempotent: true,
    cursor: "body",
    records: "callTranscripts",
    key: "callId",
    calls: { id: "callId" },
  },
);

/** Makes a call that a recording can be added to (G28). */
export const createCall = operation<{ requestId: string; callId: string }>("POST /v2/calls", {
  name: "Create New Call",
  scope: "api:calls:create",
  hints: [
    {
      status: 409,
      hint: "Enable recording and telephony import for the primary user in Gong, under Company settings > Team members.",
    },
  ],
});

/** Adds the recording to a call: up to 1.5 GB, once (G26). */
export const addMedia = operation("PUT /v2/calls/{id}/media", {
  name: "Add Call Media",
  scope: "api:calls:create",
  hints: [
    {
      // Gong says no more than "Bad request" to a recording that it has already (G26).
      status: 400,
      words: /^bad request\.?$/i,
      hint: "Gong accepts a recording only once. Check whether this one was already added to a call.",
    },
  ],
  timeoutMs: uploadTimeoutMs,
});
