import { isGongError } from "../client/errors";
import type { FilePart } from "../client/multipart";
import { multipart } from "../client/multipart";
import { systemTime } from "../client/time";
import type { GongClient } from "../client/types";
import * as operations from "../operations/calls";

/** A recording that can be opened once for each attempt to send it. */
interface Recording {
  open(signal: AbortSignal): Promise<FilePart>;
}

/** A call, and whether this run made it. */
export interface Made {
  readonly callId: string;
  readonly isNew: boolean;
}

/** Sent again after a lost answer: Gong takes a Client Unique Id once (G25). */
const createCall = { ...operations.createCall, idempotent: true };

/** Gong's words for a recording that it has already (G26). */
const isHere = /^bad request\.?$/i;

/** Sent again after a lost answer: Gong takes the same recording once (G26). */
const addMedia = {
  ...operations.addMedia,
  idempotent: true,
  repeat: { status: 400, words: isHere },
};

/** Only whether a call is there is asked, so that private ones count as well (G62). */
const { calls: _, ...getCall } = operations.getCall;

/**
 * Makes a call, or finds the one that has its Client Unique Id (G25).
 *
 * @throws GongError
 */
export async function makeCall(client: GongClient, body: Record<string, unknown>): Promise<Made> {
  try {
    const { callId } = await client.call(createCall, { body });
    return { callId, isNew: true };
  } catch (error) {
    if (!isGongError(error) || !error.callId) throw error;
    // One that an attempt before this one made is new as well.
    return { callId: error.callId, isNew: error.mayHaveArrived ?? false };
  }
}

/**
 * Adds a recording to a call.
 *
 * @returns whether it was added now; a call of an earlier run may have it already
 * @throws GongError, and RemoteFileError when it cannot be fetched
 */
export async function addRecording(
  client: GongClient,
  { callId, isNew }: Made,
  recording: Recording,
): Promise<boolean> {
  try {
    await client.call(addMedia, {
      path: { id: callId },
      form: async (signal) => multipart([["mediaFile", await recording.open(signal)]]),
    });
    return true;
  } catch (error) {
    if (isNew || !isGongError(error) || !isHere.test(error.gongErrors.join(" "))) throw error;
    return false;
  }
}

/** Whether Gong shows a call: one without a recording, or that is worked on, is not found (G19). */
export async function isVisible(client: GongClient, callId: string): Promise<boolean> {
  try {
    await client.call(getCall, { path: { id: callId } });
    return true;
  } catch (error) {
    if (isGongError(error) && error.status === 404) return false;
    throw error;
  }
}

const firstWaitMs = 5_000;
const longestWaitMs = 30_000;

/**
 * Waits until Gong shows a call.
 *
 * @param withinMs milliseconds until it is no longer waited for
 * @param onWait told of the milliseconds so far, before each wait
 * @returns whether it does
 */
export async function waitUntilVisible(
  client: GongClient,
  callId: string,
  withinMs: number,
  onWait: (milliseconds: number) => void,
): Promise<boolean> {
  const begun = systemTime.now();
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 1.5, longestWaitMs)) {
    if (await isVisible(client, callId)) return true;
    const elapsedMs = systemTime.now() - begun;
    if (elapsedMs + waitMs > withinMs) return false;
    onWait(elapsedMs);
    await systemTime.sleep(waitMs);
  }
}
