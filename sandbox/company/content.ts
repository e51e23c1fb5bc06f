import { createRandom, hashSeed, type Random } from "../random";
import { type Conversation, conversationOf, type Monologue } from "./conversation";
import { scriptFor } from "./scripts";
import type { Call, Company, Tracker } from "./types";

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
    trackers: company.trackers
      .filter(({ workspaceId }) => workspaceId === call.workspaceId)
      .map((tracker) => trackerHits(tracker, conversation.monologues)),
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
    callOutcome: createRandom(hashSeed(`${call.id}/outcome`)).pick(outcomes),
    keyPoints: script.keyPoints.map((text) => ({ text: conversation.tell(text) })),
  };
}

const outcomes = [
  { id: "MEETING_BOOKED", category: "Answered", name: "Meeting booked" },
  { id: "FOLLOW_UP", category: "Answered", name: "Follow-up needed" },
  { id: "NOT_INTERESTED", category: "Answered", name: "Not interested" },
];

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

function trackerHits(tracker: Tracker, monologues: Monologue[]): TrackerHits {
  const heard = monologues.filter(
    ({ side }) =>
      tracker.affiliation === "Anyone" || (tracker.affiliation === "Company") === (side === "rep"),
  );
  const phrases = tracker.keywords
    .map((phrase) => {
      const word = phrase.toLowerCase();
      const occurrences = heard.flatMap(({ speakerId, sentences }) =>
        sentences
          .filter(({ text }) => text.toLowerCase().includes(word))
          .map(({ start }): Occurrence => ({ startTime: toSeconds(start), speakerId })),
      );
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

/** The measurements that Gong takes of a call. */
export interface CallInteraction {
  speakers: { id: string; userId: string | null; talkTime: number }[];
  interactionStats: { name: string; value: number }[];
  video: { name: string; duration: number }[];
  questions: { companyCount: number; nonCompanyCount: number };
}

/** Who spoke for how long, and what was asked and shown. */
export function interactionOf(call: Call): CallInteraction {
  const { monologues } = conversationOf(call);
  const random = createRandom(hashSeed(`${call.id}/interaction`));
  const questionsBy = (side: Monologue["side"]) =>
    monologues
      .filter((monologue) => monologue.side === side)
      .flatMap(({ sentences }) => sentences)
      .filter(({ text }) => text.endsWith("?")).length;
  return {
    speakers: (call.parties ?? []).flatMap(({ id, userId, speakerId }) =>
      speakerId ? [{ id, userId, talkTime: talkTime(monologues, speakerId) }] : [],
    ),
    interactionStats: interactionStats({ monologues }, random),
    video: videoParts(call, random),
    questions: { companyCount: questionsBy("rep"), nonCompanyCount: questionsBy("customer") },
  };
}

function talkTime(monologues: Monologue[], speakerId: string): number {
  const milliseconds = monologues
    .filter((monologue) => monologue.speakerId === speakerId)
    .flatMap(({ sentences }) => sentences)
    .reduce((sum, { start, end }) => sum + end - start, 0);
  return toSeconds(milliseconds);
}

function interactionStats(
  { monologues }: Pick<Conversation, "monologues">,
  random: Random,
): CallInteraction["interactionStats"] {
  const lengths = (side: Monologue["side"]) =>
    monologues
      .filter((monologue) => monologue.side === side)
      .map(({ sentences }) => (sentences.at(-1)?.end ?? 0) - (sentences[0]?.start ?? 0));
  const [ours, theirs] = [lengths("rep"), lengths("customer")];
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return [
    { name: "Talk Ratio", value: round(sum(ours) / Math.max(1, sum(ours) + sum(theirs)), 2) },
    { name: "Longest Monologue", value: toSeconds(Math.max(0, ...ours)) },
    { name: "Longest Customer Story", value: toSeconds(Math.max(0, ...theirs)) },
    { name: "Interactivity", value: random.int(1, 10) },
    { name: "Patience", value: round(0.3 + random.next(), 2) },
  ];
}

function videoParts(call: Call, random: Random): CallInteraction["video"] {
  if (call.media !== "Video") return [];
  return [
    { name: "Presentation", duration: Math.round(call.duration * random.next() * 0.4) },
    { name: "Webcam", duration: Math.round(call.duration * 0.9) },
  ];
}

function toSeconds(milliseconds: number): number {
  return round(milliseconds / 1000, 2);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
