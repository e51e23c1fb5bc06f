import { createRandom, hashSeed } from "../random";
import { conversationOf, type Monologue } from "./conversation";
import { outcomesFor } from "./outcomes";
import { scriptFor } from "./scripts";
import type { Side } from "./scripts/script";
import type { AnsweredScorecard, Call, Company, Tracker } from "./types";

/** What Gong's analysis makes of a call. All of it follows from the conversation. */
export interface CallContent {
  structure: { name: string; duration: number }[];
  topics: { name: string; duration: number }[];
  trackers: TrackerHits[];
  brief: string;
  outline: {
    section: string;
    startTime: number;
    duration: number;
    items: { text: string; startTime: number }[];
  }[];
  highlights: { title: string; items: { text: string; startTimes: number[] }[] }[];
  callOutcome: { id: string; category: string; name: string };
  keyPoints: { text: string }[];
  /** Not in Gong's description (G51). */
  scorecardsAnswers: AnsweredScorecard[];
}

interface Occurrence {
  /** Seconds from the start. */
  startTime: number;
  speakerId: string;
}

/** Where the words of a tracker were said in a call. */
export interface TrackerHits {
  id: string;
  name: string;
  count: number;
  type: "KEYWORD";
  occurrences: Occurrence[];
  phrases: { count: number; occurrences: Occurrence[]; phrase: string }[];
}

/** The analysis of one call, with the trackers of its workspace. */
export function contentOf(call: Call, company: Company): CallContent {
  const conversation = conversationOf(call);
  const script = scriptFor(call.topic);
  const topics = topicDurations(conversation.monologues);
  const starts = topicStarts(conversation.monologues);
  return {
    structure: topics,
    topics: topics.filter(({ name }) => name !== "Call setup" && name !== "Wrap-up"),
    // Most of the work, and seldom asked for.
    get trackers() {
      const spoken = spokenIn(conversation.monologues);
      return company.trackers
        .filter(({ workspaceId }) => workspaceId === call.workspaceId)
        .map((tracker) => trackerHits(tracker, spoken));
    },
    brief: conversation.tell(script.brief),
    outline: topics.map(({ name, duration }) => {
      const first = starts.get(name);
      const startTime = toSeconds(first?.sentences[0]?.start ?? 0);
      const items = [{ text: first?.sentences[0]?.text ?? name, startTime }];
      return { section: name, startTime, duration, items };
    }),
    highlights: [
      {
        title: "Next steps",
        items: script.nextSteps.map((text) => ({
          text: conversation.tell(text),
          startTimes: [toSeconds(starts.get("Wrap-up")?.sentences[0]?.start ?? 0)],
        })),
      },
    ],
    callOutcome: createRandom(hashSeed(`${call.id}/outcome`)).pick(outcomesFor(call)),
    keyPoints: script.keyPoints.map((text) => ({ text: conversation.tell(text) })),
    scorecardsAnswers: company.answeredScorecards.filter(({ callId }) => callId === call.id),
  };
}

function topicDurations(monologues: Monologue[]): { name: string; duration: number }[] {
  const durations = new Map<string, number>();
  for (const { topic, sentences } of monologues) {
    const [first, last] = [sentences[0], sentences.at(-1)];
    if (first && last) durations.set(topic, (durations.get(topic) ?? 0) + last.end - first.start);
  }
  return [...durations].map(([name, duration]) => ({
    name,
    duration: Math.round(duration / 1000),
  }));
}

function topicStarts(monologues: Monologue[]): Map<string, Monologue> {
  const starts = new Map<string, Monologue>();
  for (const monologue of monologues) {
    if (!starts.has(monologue.topic)) starts.set(monologue.topic, monologue);
  }
  return starts;
}

interface Spoken extends Occurrence {
  side: Side;
  words: string;
}

function spokenIn(monologues: Monologue[]): Spoken[] {
  return monologues.flatMap(({ speakerId, side, sentences }) =>
    sentences.map(({ start, text }) => ({
      startTime: toSeconds(start),
      speakerId,
      side,
      words: text.toLowerCase(),
    })),
  );
}

function trackerHits(tracker: Tracker, spoken: Spoken[]): TrackerHits {
  const heard = spoken.filter(
    ({ side }) =>
      tracker.affiliation === "Anyone" || (tracker.affiliation === "Company") === (side === "rep"),
  );
  const phrases = tracker.keywords
    .map((phrase) => {
      const occurrences = heard
        .filter(({ words }) => words.includes(phrase.toLowerCase()))
        .map(({ startTime, speakerId }): Occurrence => ({ startTime, speakerId }));
      return { count: occurrences.length, occurrences, phrase };
    })
    .filter(({ count }) => count > 0);
  const occurrences = phrases
    .flatMap((phrase) => phrase.occurrences)
    .sort((a, b) => a.startTime - b.startTime);
  return {
    id: tracker.trackerId,
    name: tracker.trackerName,
    count: occurrences.length,
    type: "KEYWORD",
    occurrences,
    phrases,
  };
}

/** Milliseconds as seconds, to the hundredth. */
function toSeconds(milliseconds: number): number {
  return Math.round(milliseconds / 10) / 100;
}
