import type { CallTranscript } from "../../../operations/answers";
import { getTranscripts } from "../../../operations/calls";
import { day } from "../../duration";
import type { SavedWatch } from "../../watch";
import { type SavedWaiting, Waiting } from "../waiting";
import { watchCalls } from "./calls";
import type { Poll, Resource } from "./resource";

/** What is known after a poll. */
interface SavedTranscripts {
  readonly watch: SavedWatch;
  /** Calls whose transcript is not there yet. */
  readonly waiting: SavedWaiting;
}

/** Calls that one request asks about: as many as a page holds (G12). */
const batchSize = 100;
/** Transcripts after which a poll asks for no more: each can have 100 KB and more. */
const enoughTranscripts = 100;
/** Calls that may wait before more calls are read. */
const maxWaiting = 2_000;

/**
 * Transcripts, as Get Call Transcript gives them, once there is something in them. A list of
 * transcripts holds all that was said, so the calls are watched instead, and only calls whose
 * transcript is awaited are asked about.
 */
export const transcripts: Resource<SavedTranscripts> = {
  poll: async (poll, saved) => {
    const { now, wishes } = poll;
    const waiting = new Waiting(saved?.waiting);
    // Not at the end, so that it takes a second poll to say that the time is over.
    waiting.giveUpAfter(wishes.lookBackMs);
    const watch = watchCalls(poll, saved?.watch);
    while (watch.window && waiting.unasked < maxWaiting && poll.hasTime()) {
      // Calls of the last day may be there without their transcript, which is new when it comes.
      const isLate = watch.window.to > now - day && wishes.showNew;
      const { fresh, noted } = await watch.readPage();
      for (const { id } of fresh) waiting.add(id, now);
      const young = noted.filter((call) => isLate && (wishes.includePrivate || !call.isPrivate));
      await ask(
        poll,
        waiting,
        young.map(({ id }) => id),
      );
    }
    const created = await ask(poll, waiting, waiting.due(now));
    const more = watch.window !== undefined || waiting.unasked > 0;
    return { created, more, found: { watch: watch.save(), waiting: waiting.save() } };
  },
};

/**
 * Asks for the transcripts of calls, a batch at a time, until there are enough. Calls without one
 * wait on.
 */
async function ask({ client, now, hasTime }: Poll, waiting: Waiting, ids: readonly string[]) {
  const found: CallTranscript[] = [];
  for (let at = 0; at < ids.length; at += batchSize) {
    const callIds = ids.slice(at, at + batchSize);
    const batch: CallTranscript[] = [];
    // IDs alone: together with a workspace Gong refuses them (G29).
    const pages = client.pages(getTranscripts, { body: { filter: { callIds } } });
    for await (const { callTranscripts } of pages) batch.push(...callTranscripts.filter(hasWords));
    const foundIds = new Set(batch.map(({ callId }) => callId));
    for (const id of callIds) waiting.noteAsked(id, foundIds.has(id), now);
    found.push(...batch);
    if (found.length >= enoughTranscripts || !hasTime()) break;
  }
  return found;
}

/** A transcript that is still being made may be listed without a sentence. */
function hasWords({ transcript }: CallTranscript): boolean {
  return Array.isArray(transcript) && transcript.some((part) => part?.sentences?.length);
}
