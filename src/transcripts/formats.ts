import type { Sentence } from "../operations/answers";
import type { Turn } from "./turns";

/** A paragraph with its times, in milliseconds from the start of the call. */
export interface Paragraph {
  readonly speaker: string;
  readonly topic: string | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `Name: what was said`, a line for each turn, and `[Topic]` where a topic begins. */
export function toText(turns: readonly Turn[]): string {
  return withHeadings(turns, (topic) => `[${topic}]`, spokenLine).join("\n");
}

/** One turn as it stands in plain text. */
export function spokenLine({ speaker, sentences }: Turn): string {
  return `${speaker.name}: ${joined(sentences)}`;
}

/** Markdown: a paragraph for each turn, with the name in bold and the time it began. */
export function toMarkdown(turns: readonly Turn[]): string {
  const paragraph = ({ speaker, sentences }: Turn) =>
    `**${escapeMarkdown(speaker.name)}** (${clock(sentences[0]?.start ?? 0)}): ${escapeMarkdown(joined(sentences))}`;
  return withHeadings(turns, (topic) => `## ${escapeMarkdown(topic)}`, paragraph).join("\n\n");
}

/** SubRip subtitles, a cue for each sentence. */
export function toSrt(turns: readonly Turn[]): string {
  return cues(turns)
    .map(
      ({ speaker, sentence }, index) =>
        `${index + 1}\n${timing(sentence, ",")}\n${speaker}: ${sentence.text}\n`,
    )
    .join("\n");
}

/** WebVTT subtitles with a voice for each cue (https://www.w3.org/TR/webvtt1/). */
export function toWebVtt(turns: readonly Turn[]): string {
  const lines = cues(turns).map(
    ({ speaker, sentence }) =>
      `${timing(sentence, ".")}\n<v ${escapeCue(speaker)}>${escapeCue(sentence.text)}\n`,
  );
  return ["WEBVTT\n", ...lines].join("\n");
}

/** The turns as records with times, for steps that go through them. */
export function toParagraphs(turns: readonly Turn[]): Paragraph[] {
  return turns.map(({ speaker, topic, sentences }) => ({
    speaker: speaker.name,
    topic,
    start: sentences[0]?.start ?? 0,
    end: sentences.at(-1)?.end ?? 0,
    text: joined(sentences),
  }));
}

/** What is written for each turn, with a heading wherever the topic changes. */
function withHeadings(
  turns: readonly Turn[],
  heading: (topic: string) => string,
  write: (turn: Turn) => string,
): string[] {
  let current: string | null = null;
  return turns.flatMap((turn) => {
    const isNew = turn.topic !== current;
    current = turn.topic;
    return isNew && turn.topic ? [heading(turn.topic), write(turn)] : [write(turn)];
  });
}

function cues(turns: readonly Turn[]) {
  return turns.flatMap(({ speaker, sentences }) =>
    sentences.map((sentence) => ({ speaker: speaker.name, sentence })),
  );
}

function joined(sentences: readonly Sentence[]): string {
  return sentences.map(({ text }) => text).join(" ");
}

function timing({ start, end }: Sentence, point: "," | "."): string {
  // A cue that ends before it begins is dropped by players.
  return `${timestamp(start, point)} --> ${timestamp(Math.max(start + 1, end), point)}`;
}

/** `01:02:03.004`. */
function timestamp(milliseconds: number, point: string): string {
  const whole = Math.max(0, Math.round(milliseconds));
  return `${clock(whole)}${point}${String(whole % 1000).padStart(3, "0")}`;
}

/** `01:02:03`. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(Math.max(0, milliseconds) / 1000);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, "0"))
    .join(":");
}

function escapeMarkdown(text: string): string {
  return /[\\`*_[\]<>#|~]/.test(text) ? text.replace(/[\\`*_[\]<>#|~]/g, "\\$&") : text;
}

function escapeCue(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
