import type { CallTranscript } from "../../../operations/answers";
import { getTranscripts } from "../../../operations/calls";
import { day } from "../../duration";
import type { SavedWatch } from "../../watch";
import { watchCalls } from "./calls";
import type { Poll, Resource } from "./resource";

/** What is known after a poll. */
interface SavedTranscripts {
  readonly watch: SavedWatch;
  /** Calls to ask about next. */
  readonly queue: readonly string[];
  /** Calls whose transcript was not there yet, with when they were first asked about. */
  readonly waiting: Readonly<Record<string, number>>;
}

/** Calls in a request (G12), and transcripts, of 100 KB and more, after which a poll ends. */
const batchSize = 100;

/**
 * Transcripts, as Get Call Transcript gives them, once there is something in them. The calls are
 * watched, and those without a transcript asked about again as often as late calls are looked for.
 */
export const transcripts: Resource<SavedTranscripts> = {
  poll: async (poll, saved) => {
    const { now, wishes, enough, hasTime } = poll;
    const watch = watchCalls(poll, saved?.watch);
    const waiting = new Map(Object.entries(saved?.waiting ?? {}));
    const queue = new Set(saved?.queue);
    const { from: dueFrom } = watch.window ?? { from: now };
    const due = [...waiting].filter(([, since]) => since >= dueFrom && queue.size === 0);
    for (const [id] of due) queue.add(id);
    while (watch.window && queue.size < enough && hasTime()) {
      // Calls of the last day may be there without their transcript, which is new when it comes.
      const isLate = watch.window.to > now - day && wishes.showNew;
      const { fresh, noted } = await watch.readPage();
      for (const { id } of fresh) queue.add(id);
      const young = noted.filter((call) => isLate && (wishes.includePrivate || !call.isPrivate));
      const youngIds = young.map(({ id }) => id);
      await ask(poll, waiting, youngIds);
    }
    const created: CallTranscript[] = [];
    while (queue.size > 0 && created.length < batchSize && hasTime()) {
      const ids = [...queue].slice(0, batchSize);
      created.push(...(await ask(poll, waiting, ids)));
      for (const id of ids) queue.delete(id);
    }
    const awaited = [...waiting].filter(([, since]) => since >= now - wishes.lookBackMs - day);
    return {
      created,
      more: watch.window !== undefined || queue.size > 0,
      found: { watch: watch.save(), queue: [...queue], waiting: Object.fromEntries(awaited) },
    };
  },
};

/** Asks for the transcripts of some calls. Those without one wait on. */
async function ask({ client, now }: Poll, waiting: Map<string, number>, callIds: string[]) {
  // Without IDs Gong would answer all transcripts, and with a workspace it refuses IDs (G29).
  if (callIds.length === 0) return [];
  const request = { body: { filter: { callIds } } };
  const { callTranscripts } = await client.list(getTranscripts, request, { fetchAll: true });
  const found = callTranscripts.filter(hasWords);
  for (const id of callIds) waiting.set(id, waiting.get(id) ?? now);
  for (const { callId } of found) waiting.delete(callId);
  return found;
}

/** A transcript that is still being made may be listed without a sentence. */
function hasWords({ transcript }: CallTranscript): boolean {
  return Array.isArray(transcript) && transcript.some((part) => part?.sentences?.length);
}
