import { getTranscripts } from "../../../operations/calls";
import type { AnswerOf } from "../../../operations/operation";
import { isRecord } from "../../saved";
import { day } from "../duration";
import { isSavedWaiting, type SavedWaiting, Waiting } from "../waiting";
import { isSavedWatch, type SavedWatch, watchCalls } from "../watchCalls";
import { mostRecords, type Poll, type Resource } from "./resource";

type Transcript = AnswerOf<typeof getTranscripts>["callTranscripts"][number];

/** What is known after a poll. */
export interface SavedTranscripts {
  readonly watch: SavedWatch;
  /** Calls whose transcript is not there yet. */
  readonly waiting: SavedWaiting;
}

/** Calls that one request asks about: as many as a page holds (G12). */
const batchSize = 100;
/** Transcripts after which a poll asks for no more: each can have 100 KB and more. */
const enoughTranscripts = 100;
/** At the first poll, calls as young as this may be there without their transcript. */
const mayBeWaitingMs = day;

/**
 * Transcripts, as Get Call Transcript gives them, once there is something in them.
 *
 * A listing of transcripts holds all that was said, so the calls are watched instead, and only
 * calls whose transcript is awaited are asked about.
 */
export const transcripts: Resource<SavedTranscripts> = {
  dependsOn: ({ workspaceId, includePrivate, showNew }) => [workspaceId, includePrivate, showNew],
  isSaved: (value): value is SavedTranscripts =>
    isRecord(value) && isSavedWatch(value.watch) && isSavedWaiting(value.waiting),
  latest: ({ watch }) => watch.latest,
  poll: async (poll, saved) => {
    const now = poll.now();
    const waiting = new Waiting(saved?.waiting);
    // Not at the end, so that it takes a second poll to say that the time is over.
    waiting.giveUpAfter(poll.wishes.lookBackMs);
    const young: string[] = [];
    const watched = await watchCalls(poll, saved?.watch, {
      room: () => mostRecords - waiting.unasked,
      take: ({ id }) => waiting.add(id, now),
      passBy: ({ id, isPrivate }, listedAt) => {
        const isWanted = poll.wishes.includePrivate || !isPrivate;
        if (listedAt > now - mayBeWaitingMs && isWanted) young.push(id);
      },
    });
    await addThoseWithout(poll, waiting, young);

    const records: Transcript[] = [];
    const due = waiting.due(now);
    for await (const { asked, found } of inBatches(poll, due)) {
      for (const transcript of found) waiting.remove(transcript.callId);
      waiting.markAsked(asked, now);
      records.push(...found);
      if (records.length >= enoughTranscripts || !poll.hasTime()) break;
    }
    return {
      records,
      newIds: records.map(({ callId }) => callId),
      changedIds: [],
      more: watched.more || waiting.unasked > 0,
      saved: { watch: watched.saved, waiting: waiting.save() },
    };
  },
};

/** Of the calls that are there at the first poll, those without their transcript are awaited. */
async function addThoseWithout(poll: Poll, waiting: Waiting, ids: readonly string[]) {
  const now = poll.now();
  for await (const { asked, found } of inBatches(poll, ids)) {
    const there = new Set(found.map(({ callId }) => callId));
    for (const id of asked) if (!there.has(id)) waiting.add(id, now);
    waiting.markAsked(asked, now);
  }
}

/** Asks for transcripts, so many calls at a time; nothing of a batch is kept for the next. */
async function* inBatches(poll: Poll, ids: readonly string[]) {
  for (let at = 0; at < ids.length; at += batchSize) {
    const asked = ids.slice(at, at + batchSize);
    const found: Transcript[] = [];
    // Ids alone: together with a workspace Gong refuses them (G29).
    const request = { body: { filter: { callIds: asked } } };
    for await (const page of poll.client.pages(getTranscripts, request)) {
      found.push(...page.callTranscripts.filter(hasWords));
    }
    yield { asked, found };
  }
}

/** A transcript that is still being made may be listed without a sentence. */
function hasWords({ transcript }: Transcript): boolean {
  return Array.isArray(transcript) && transcript.some((part) => part?.sentences?.length);
}
