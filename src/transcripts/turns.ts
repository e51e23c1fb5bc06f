import type { Monologue, Party, Sentence } from "../operations/answers";
import { oneLine, type Speaker, speakerFinder } from "./speakers";

/** What one speaker says about one topic until another speaker or topic follows. */
export interface Turn {
  readonly speaker: Speaker;
  readonly topic: string | null;
  readonly sentences: readonly Sentence[];
}

/** A turn that still grows. */
export interface OpenTurn extends Turn {
  readonly sentences: Sentence[];
}

/**
 * Joins the monologues of a transcript to turns, and names who speaks.
 *
 * @param topics whether a new topic begins a new turn; when not, turns have no topic
 */
export function toTurns(
  transcript: readonly Monologue[],
  parties: readonly Party[],
  topics: boolean,
): Turn[] {
  const speakerOf = speakerFinder(parties);
  const turns: OpenTurn[] = [];
  for (const { speakerId, topic, sentences } of transcript) {
    const spoken = (sentences ?? [])
      .map((sentence) => ({ ...sentence, text: oneLine(sentence.text ?? "") }))
      .filter(({ text }) => text);
    if (spoken.length === 0) continue;
    const speaker = speakerOf(speakerId);
    const turn = { speaker, topic: (topics && oneLine(topic ?? "")) || null };
    const last = turns.at(-1);
    if (last?.speaker === turn.speaker && last.topic === turn.topic) last.sentences.push(...spoken);
    else turns.push({ ...turn, sentences: spoken });
  }
  return turns;
}

/** The speakers of a call, in the order in which they first speak. */
export function speakersOf(turns: readonly Turn[]): Speaker[] {
  return [...new Set(turns.map(({ speaker }) => speaker))];
}
