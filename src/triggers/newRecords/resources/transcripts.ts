import type { CallTranscript } from "../../../operations/answers";
import { getTranscripts } from "../../../operations/calls";
import type { SavedWatch } from "../../callWatch";
import { day } from "../../duration";
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
/** Calls that may wait at once before more calls are read. */
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
      const { to, manner } = watch.window;
      const { fresh, noted } = await watch.readPage();
      for (const { id } of fresh) waiting.add(id, now);
      // Calls of the last day may be there without their transcript, which is new when it comes.
      const mayWait = manner === "note" && to > now - day && wishes.showNew;
      const young = noted.filter(
        ({ isPrivate }) => mayWait && (wishes.includePrivate || !isPrivate),
      );
      await addThoseWithout(
        poll,
        waiting,
        young.map(({ id }) => id),
      );
    }

    const created: CallTranscript[] = [];
    for await (const { asked, found } of inBatches(poll, waiting.due(now))) {
      for (const { callId } of found) waiting.remove(callId);
      waiting.markAsked(asked, now);
      created.push(...found);
      if (created.length >= enoughTranscripts || !poll.hasTime()) break;
    }
    const more = watch.window !== undefined || waiting.unasked > 0;
    return { created, updated: [], more, saved: { watch: watch.save(), waiting: waiting.save() } };
  },
};

/** Of the calls that are there at the first poll, those without their transcript are awaited. */
async function addThoseWithout(poll: Poll, waiting: Waiting, ids: readonly string[]) {
  for await (const { asked, found } of inBatches(poll, ids)) {
    const there = new Set(found.map(({ callId }) => callId));
    for (const id of asked) if (!there.has(id)) waiting.add(id, poll.now);
    waiting.markAsked(asked, poll.now);
  }
}

/** Asks for transcripts, so many calls at a time; nothing of a batch is kept for the next. */
async function* inBatches({ client }: Poll, ids: readonly string[]) {
  for (let at = 0; at < ids.length; at += batchSize) {
    const asked = ids.slice(at, at + batchSize);
    const found: CallTranscript[] = [];
    // IDs alone: together with a workspace Gong refuses them (G29).
    const request = { body: { filter: { callIds: asked } } };
    const pages = client.pages(getTranscripts, request);
    for await (const { callTranscripts } of pages) found.push(...callTranscripts.filter(hasWords));
    yield { asked, found };
  }
}

/** A transcript that is still being made may be listed without a sentence. */
function hasWords({ transcript }: CallTranscript): boolean {
  return Array.isArray(transcript) && transcript.some((part) => part?.sentences?.length);
}
