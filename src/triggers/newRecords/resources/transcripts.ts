import type { CallTranscript } from "../../../operations/answers";
import { getTranscripts } from "../../../operations/calls";
import { day } from "../../duration";
import type { SavedWatch } from "../../watch";
import { watchCalls } from "./calls";
import type { Poll, Resource } from "./resource";

/** What is known after a poll. */
interface SavedTranscripts {
  readonly watch: SavedWatch;
  /** New calls that were not asked about yet. */
  readonly unasked: readonly string[];
  /** Calls whose transcript was not there yet, with when they were first asked about. */
  readonly waiting: Readonly<Record<string, number>>;
}

/** Calls that one request asks about: as many as a page holds (G12). */
const batchSize = 100;
/** Transcripts after which a poll asks for no more: each can have 100 KB and more. */
const enoughTranscripts = 100;
/** Calls that may wait for the first request about them before more calls are read. */
const maxUnasked = 2_000;

/**
 * Transcripts, as Get Call Transcript gives them, once there is something in them. A list of
 * transcripts holds all that was said, so the calls are watched instead, and only calls whose
 * transcript is awaited are asked about: again as often and for as long as late calls are looked for.
 */
export const transcripts: Resource<SavedTranscripts> = {
  poll: async (poll, saved) => {
    const { now, wishes, hasTime } = poll;
    const watch = watchCalls(poll, saved?.watch);
    const { from: dueFrom } = watch.window ?? { from: now };
    const waiting = new Map(Object.entries(saved?.waiting ?? {}));
    const due = [...waiting].filter(([, since]) => since >= dueFrom).map(([id]) => id);
    const unasked = [...(saved?.unasked ?? [])];
    while (watch.window && unasked.length < maxUnasked && hasTime()) {
      // Calls of the last day may be there without their transcript, which is new when it comes.
      const isLate = watch.window.to > now - day && wishes.showNew;
      const { fresh, noted } = await watch.readPage();
      unasked.push(...fresh.map(({ id }) => id));
      const young = noted.filter((call) => isLate && (wishes.includePrivate || !call.isPrivate));
      if (young.length > 0)
        await ask(
          poll,
          young.map(({ id }) => id),
          waiting,
        );
    }
    const created: CallTranscript[] = [];
    for (const ids = [...unasked, ...due]; ids.length > 0; ) {
      created.push(...(await ask(poll, ids.splice(0, batchSize), waiting)));
      unasked.splice(0, batchSize);
      if (created.length >= enoughTranscripts || !hasTime()) break;
    }
    for (const [id, since] of waiting)
      if (since < now - wishes.lookBackMs - day) waiting.delete(id);
    return {
      created,
      more: watch.window !== undefined || unasked.length > 0,
      found: { watch: watch.save(), unasked, waiting: Object.fromEntries(waiting) },
    };
  },
};

/** Asks for the transcripts of some calls. Those without one wait on. */
async function ask({ client, now }: Poll, callIds: string[], waiting: Map<string, number>) {
  const found: CallTranscript[] = [];
  // IDs alone: together with a workspace Gong refuses them (G29).
  const pages = client.pages(getTranscripts, { body: { filter: { callIds } } });
  for await (const { callTranscripts } of pages) found.push(...callTranscripts.filter(hasWords));
  for (const id of callIds) waiting.set(id, waiting.get(id) ?? now);
  for (const { callId } of found) waiting.delete(callId);
  return found;
}

/** A transcript that is still being made may be listed without a sentence. */
function hasWords({ transcript }: CallTranscript): boolean {
  return Array.isArray(transcript) && transcript.some((part) => part?.sentences?.length);
}
