import type { Monologue, Party, Sentence } from "../operations/answers";
import { type Speaker, speakerFinder } from "./speakers";

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
    const spoken = (sentences ?? []).map(onOneLine).filter(({ text }) => text);
    if (spoken.length === 0) continue;
    const turn = { speaker: speakerOf(speakerId ?? null), topic: (topics && topic) || null };
    const last = turns.at(-1);
    if (last?.speaker === turn.speaker && last.topic === turn.topic) last.sentences.push(...spoken);
    else turns.push({ ...turn, sentences: spoken });
  }
  return turns;
}

/** A line break would end a cue or a paragraph. Most sentences are fine, and looking is cheap. */
function onOneLine(sentence: Sentence): Sentence {
  const text = sentence.text ?? "";
  return /^\s|\s\s|[^\S ]|\s$/.test(text)
    ? { ...sentence, text: text.replace(/\s+/g, " ").trim() }
    : sentence;
}

/** The speakers of a call, in the order in which they first speak. */
export function speakersOf(turns: readonly Turn[]): Speaker[] {
  return [...new Set(turns.map(({ speaker }) => speaker))];
}
