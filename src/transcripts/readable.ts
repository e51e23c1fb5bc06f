import type { ExtensiveCall, Monologue } from "../operations/answers";
import { toMarkdown, toParagraphs, toSrt, toText, toWebVtt } from "./formats";
import { type Piece, toPieces } from "./pieces";
import type { Speaker } from "./speakers";
import { speakersOf, toTurns } from "./turns";

/** The forms that a transcript can be had in beside plain text. */
export const formats = {
  markdown: toMarkdown,
  srt: toSrt,
  webVtt: toWebVtt,
  paragraphs: toParagraphs,
} as const;

export type Format = keyof typeof formats;

/** How a transcript is made readable. */
export interface ReadableOptions {
  readonly format?: Format | undefined;
  /** Whether topics become headings. */
  readonly topics: boolean;
  /** Characters of a piece at most; no pieces where it is missing. */
  readonly pieceSize?: number | undefined;
}

/** A call with its transcript as people read it. */
export interface ReadableTranscript extends Partial<Record<Format, unknown>> {
  readonly callId: string;
  readonly title: string | null;
  readonly started: string | null;
  readonly url: string | null;
  /** Seconds. */
  readonly duration: number | null;
  readonly isPrivate: boolean;
  readonly speakers: readonly Speaker[];
  readonly text: string;
  readonly pieces?: readonly Piece[];
}

/** Joins a call and its transcript (G22). */
export function toReadable(
  { metaData, parties }: ExtensiveCall,
  transcript: readonly Monologue[],
  { format, topics, pieceSize }: ReadableOptions,
): ReadableTranscript {
  const turns = toTurns(transcript, parties ?? [], topics);
  return {
    callId: String(metaData.id),
    title: metaData.title ?? null,
    started: metaData.started ?? null,
    url: metaData.url ?? null,
    duration: metaData.duration ?? null,
    isPrivate: metaData.isPrivate ?? false,
    speakers: speakersOf(turns),
    text: toText(turns),
    ...(format ? { [format]: formats[format](turns) } : {}),
    ...(pieceSize ? { pieces: toPieces(turns, pieceSize) } : {}),
  };
}
