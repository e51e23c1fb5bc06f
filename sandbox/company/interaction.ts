import { createRandom, hashSeed } from "../random";
import { conversationOf, type Monologue } from "./conversation";
import type { Call } from "./types";

/** Gong's names of what it measures of a host. */
export type StatisticName =
  | "Talk Ratio"
  | "Longest Monologue"
  | "Longest Customer Story"
  | "Interactivity"
  | "Patience"
  | "Question Rate";

/** The measurements that Gong takes of a call. */
export interface CallInteraction {
  speakers: { id: string; userId: string | null; talkTime: number }[];
  interactionStats: { name: StatisticName; value: number }[];
  video: { name: string; duration: number }[];
  questions: { companyCount: number; nonCompanyCount: number };
}

/** Who spoke for how long, and what was asked and shown. */
export function interactionOf(call: Call): CallInteraction {
  const { monologues } = conversationOf(call);
  const { "Question Rate": _, ...statistics } = statisticsOf(call);
  return {
    speakers: (call.parties ?? []).flatMap(({ id, userId, speakerId }) => {
      if (!speakerId) return [];
      const own = monologues.filter((monologue) => monologue.speakerId === speakerId);
      return [{ id, userId, talkTime: round(sum(own.map(lengthOf))) }];
    }),
    interactionStats: Object.entries(statistics).map(([name, value]) => ({
      name: name as StatisticName,
      value,
    })),
    video: videoParts(call),
    questions: questionsIn(monologues),
  };
}

type Statistics = Record<StatisticName, number>;

const remembered = new WeakMap<Call, Statistics>();

/** What Gong says about the host of one call; lengths in seconds. */
export function statisticsOf(call: Call): Statistics {
  const known = remembered.get(call);
  if (known) return known;
  const { monologues } = conversationOf(call);
  const host = call.parties?.find(({ userId }) => userId === call.primaryUserId)?.speakerId;
  const isHost = ({ speakerId, side }: Monologue) => (host ? speakerId === host : side === "rep");
  const own = monologues.filter(isHost).map(lengthOf);
  const stories = monologues.filter(({ side }) => side === "customer").map(lengthOf);
  const switches = monologues.filter(
    ({ speakerId }, index) => index > 0 && speakerId !== monologues[index - 1]?.speakerId,
  );
  const pauses = monologues.flatMap((monologue, index) => {
    const before = monologues[index - 1];
    if (!before || before.side === "rep" || !isHost(monologue)) return [];
    return [startOf(monologue) - endOf(before)];
  });
  const statistics = {
    "Talk Ratio": round(sum(own) / Math.max(1, sum(monologues.map(lengthOf)))),
    "Longest Monologue": round(Math.max(0, ...own)),
    "Longest Customer Story": round(Math.max(0, ...stories)),
    // Changes of speaker a minute.
    Interactivity: round(switches.length / (call.duration / 60)),
    Patience: pauses.length === 0 ? 0 : round(sum(pauses) / pauses.length),
    // Questions an hour.
    "Question Rate": round(questionsIn(monologues).companyCount / (call.duration / 3600)),
  };
  remembered.set(call, statistics);
  return statistics;
}

function questionsIn(monologues: readonly Monologue[]) {
  const by = (side: Monologue["side"]) =>
    monologues
      .filter((monologue) => monologue.side === side)
      .flatMap(({ sentences }) => sentences)
      .filter(({ text }) => text.endsWith("?")).length;
  return { companyCount: by("rep"), nonCompanyCount: by("customer") };
}

function videoParts(call: Call): CallInteraction["video"] {
  if (call.media !== "Video") return [];
  const random = createRandom(hashSeed(`${call.id}/interaction`));
  return [
    { name: "Presentation", duration: Math.round(call.duration * random.next() * 0.4) },
    { name: "Webcam", duration: Math.round(call.duration * 0.9) },
  ];
}

function startOf({ sentences }: Monologue): number {
  return (sentences[0]?.start ?? 0) / 1000;
}

function endOf({ sentences }: Monologue): number {
  return (sentences.at(-1)?.end ?? 0) / 1000;
}

function lengthOf(monologue: Monologue): number {
  return endOf(monologue) - startOf(monologue);
}

/** The sum of numbers, 0 for none. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** To the hundredth, as Gong gives its statistics. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
