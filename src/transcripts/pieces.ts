import { spokenLine } from "./formats";
import type { OpenTurn, Turn } from "./turns";

/** Part of a transcript that fits a language model. Times are milliseconds from the call's start. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly speakers: readonly string[];
}

/**
 * Cuts a transcript into pieces of at most `maxCharacters`, between sentences and never inside one.
 * A longer sentence becomes a piece by itself. Where a turn is cut, the next
 * piece begins with the speaker's name again.
 */
export function toPieces(turns: readonly Turn[], maxCharacters: number): Piece[] {
  const pieces: OpenTurn[][] = [];
  let length = 0;
  for (const turn of turns) {
    for (const sentence of turn.sentences) {
      const last = pieces.at(-1);
      const open = last?.at(-1);
      const goesOn = open?.speaker === turn.speaker && open.topic === turn.topic;
      // A space before it, or a line break and the name with a colon and a space.
      const named = turn.speaker.name.length + 2 + sentence.text.length;
      const added = 1 + (goesOn ? sentence.text.length : named);
      if (last && length + added <= maxCharacters) {
        if (open && goesOn) open.sentences.push(sentence);
        else last.push({ ...turn, sentences: [sentence] });
        length += added;
      } else {
        pieces.push([{ ...turn, sentences: [sentence] }]);
        length = named;
      }
    }
  }
  return pieces.map(toPiece);
}

function toPiece(turns: readonly Turn[]): Piece {
  const sentences = turns.flatMap((turn) => turn.sentences);
  return {
    text: turns.map(spokenLine).join("\n"),
    start: sentences[0]?.start ?? 0,
    end: sentences.at(-1)?.end ?? 0,
    speakers: [...new Set(turns.map(({ speaker }) => speaker.name))],
  };
}
