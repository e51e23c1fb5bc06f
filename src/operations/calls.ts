import { acceptedMedia, callList, createdCall, singleCall, transcriptList } from "../schemas/calls";
import { extensiveCallList } from "../schemas/extensiveCalls";
import { operation } from "./operation";

/** Calls of a time range, in pages. */
export const listCalls = operation({
  name: "List Calls",
  method: "GET",
  path: "/v2/calls",
  scope: "api:calls:read:basic",
  resend: "safe",
  cursor: "query",
  records: "calls",
  recordKey: "id",
  answer: callList,
});

/**
 * Calls of a time range with their details, in pages; a read in spite of its verb. The range is one
 * of start times for all calls, other than that of List Calls (G18). The records have no key of
 * their own: the id is in `metaData`.
 */
export const listExtensiveCalls = operation({
  name: "List Calls Extensive",
  method: "POST",
  path: "/v2/calls/extensive",
  scope: "api:calls:read:extensive",
  resend: "safe",
  cursor: "body",
  records: "calls",
  recordKey: "metaData.id",
  answer: extensiveCallList,
});

/** One call. */
export const getCall = operation({
  name: "Get Call",
  method: "GET",
  path: "/v2/calls/{id}",
  scope: "api:calls:read:basic",
  resend: "safe",
  answer: singleCall,
});

/** Transcripts of calls, in pages; a read in spite of its verb. */
export const getTranscripts = operation({
  name: "Get Call Transcript",
  method: "POST",
  path: "/v2/calls/transcript",
  scope: "api:calls:read:transcript",
  resend: "safe",
  cursor: "body",
  records: "callTranscripts",
  recordKey: "callId",
  answer: transcriptList,
});

/** Makes a call that a recording can be added to. */
export const createCall = operation({
  name: "Create New Call",
  method: "POST",
  path: "/v2/calls",
  scope: "api:calls:create",
  resend: "never",
  answer: createdCall,
});

/** Time for one upload: what the runner allows an execution, less a minute for the rest of it. */
const uploadTimeoutMs = 14 * 60_000;

/** Adds the recording to a call: up to 1.5 GB, once (G26). */
export const addMedia = operation({
  name: "Add Call Media",
  method: "PUT",
  path: "/v2/calls/{id}/media",
  scope: "api:calls:create",
  resend: "never",
  timeoutMs: uploadTimeoutMs,
  answer: acceptedMedia,
});
