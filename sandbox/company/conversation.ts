import { createRandom, hashSeed, type Random } from "../random";
import { closings, openings, scriptFor, type TopicName, topicNames } from "./scripts";
import type { Exchange, Side } from "./scripts/script";
import type { Call } from "./types";

/** One sentence and when it was said. */
export interface Sentence {
  /** Milliseconds from the start of the call (G22). */
  start: number;
  end: number;
  text: string;
}

/** What one person says without being interrupted. */
export interface Monologue {
  speakerId: string;
  side: Side;
  topic: string;
  sentences: Sentence[];
}

/** All that was said in a call, in order. */
export interface Conversation {
  monologues: Monologue[];
  /** Fills the {slots} of a text with the facts of this call. */
  tell(text: string): string;
}

interface Line {
  side: Side;
  topic: string;
  text: string;
}

/** A page of calls and more: ten thousand conversations would fill half a gigabyte. */
const rememberedCalls = 250;
const remembered = new Map<Call, Conversation>();

/**
 * What was said in a call. It depends on nothing but the call, so it is made when it is asked for:
 * a company with ten thousand calls starts as fast as one with ten.
 */
export function conversationOf(call: Call): Conversation {
  const known = remembered.get(call);
  if (known) return known;
  const random = createRandom(hashSeed(call.id));
  const tell = storyteller(call, random);
  const lines = chooseLines(call, random);
  const speakers = { rep: speakersOf(call, "rep"), customer: speakersOf(call, "customer") };
  const monologues = lines.map((line) => {
    // Most turns are the first person's; a colleague says something now and then.
    const [main, ...others] = speakers[line.side];
    const speakerId = others.length > 0 && random.chance(0.2) ? random.pick(others) : main;
    return { ...line, speakerId: speakerId ?? "", text: tell(line.text) };
  });
  const conversation = { monologues: spread(monologues, call.duration * 1000, random), tell };
  const [oldest] = remembered.keys();
  if (oldest && remembered.size >= rememberedCalls) remembered.delete(oldest);
  remembered.set(call, conversation);
  return conversation;
}

function chooseLines(call: Call, random: Random): Line[] {
  const opening = passageOf(random.pick(openings), "Call setup");
  const closing = passageOf(random.pick(closings), "Wrap-up");
  const order: TopicName[] = [
    call.topic,
    ...random.shuffle(topicNames.filter((topic) => topic !== call.topic)),
  ];
  const passages = order.flatMap((name) => {
    const { topic, exchanges } = scriptFor(name);
    return random.shuffle(exchanges).map((exchange) => passageOf(exchange, topic));
  });

  const room = call.duration * 1000;
  const body: Line[] = [];
  let used = opening.time + closing.time;
  for (const { lines, time } of passages) {
    used += time;
    if (used > room) break;
    body.push(...lines);
  }
  return [...opening.lines, ...body, ...closing.lines];
}

const passages = new Map<Exchange, { lines: Line[]; time: number }>();

/** The lines of an exchange and how long they take; each is worked out once. */
function passageOf(exchange: Exchange, topic: string) {
  const known = passages.get(exchange);
  if (known) return known;
  const lines = exchange.map(([side, text]): Line => ({ side, topic, text }));
  const passage = { lines, time: speakingTime(lines) };
  passages.set(exchange, passage);
  return passage;
}

const millisecondsPerWord = 370;
const pause = 700;

function speakingTime(lines: Line[]): number {
  return lines.reduce((sum, { text }) => sum + wordsIn(text) * millisecondsPerWord + 2 * pause, 0);
}

function wordsIn(text: string): number {
  let words = 1;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) words += 1;
  return words;
}

/** Gives every sentence its time; stretches the whole to the call and drops what is beyond its end. */
function spread(
  turns: (Line & { speakerId: string })[],
  duration: number,
  random: Random,
): Monologue[] {
  let at = random.int(400, 2500);
  const monologues = turns.map(({ text, ...turn }): Monologue => {
    const sentences = text.split(/(?<=[.?!])\s+/).map((sentence): Sentence => {
      const start = at;
      const end = start + wordsIn(sentence) * millisecondsPerWord + random.int(-60, 120);
      at = end + random.int(80, 500);
      return { start, end, text: sentence };
    });
    at += random.int(100, pause);
    return { ...turn, sentences };
  });

  const stretch = Math.max(1, (duration - 1500) / at);
  return monologues
    .map((monologue) => ({
      ...monologue,
      sentences: monologue.sentences
        .map(({ start, end, text }) => ({
          start: Math.round(start * stretch),
          end: Math.round(end * stretch),
          text,
        }))
        .filter(({ end }) => end <= duration),
    }))
    .filter(({ sentences }) => sentences.length > 0);
}

/** The speakers of one side; stand-ins when the call has no parties (G22). */
function speakersOf(call: Call, side: Side): string[] {
  const internal = side === "rep";
  const speakers = (call.parties ?? [])
    .filter(({ affiliation }) => (affiliation === "Internal") === internal)
    .flatMap(({ speakerId }) => speakerId ?? []);
  if (!internal) speakers.push(...(call.unknownSpeakers ?? []));
  if (speakers.length > 0) return speakers;
  // An internal call has no customer: the second speaker takes that part.
  const second = (call.parties ?? []).flatMap(({ speakerId }) => speakerId ?? [])[1];
  return [second ?? createRandom(hashSeed(`${call.id}/${side}`)).id()];
}

const competitors = ["Gatewise", "YardPilot", "Dockmaster", "SlotHero"];
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const months = ["January", "March", "April", "June", "September", "October", "November"];
/** What the company sells. */
export const products = ["Harbourline Dock", "Harbourline Track", "Tidewater Analytics"];

function storyteller(call: Call, random: Random): (text: string) => string {
  const firstName = (internal: boolean, otherwise: string) =>
    call.parties
      ?.find(({ affiliation, name }) => name && (affiliation === "Internal") === internal)
      ?.name?.split(" ")[0] ?? otherwise;
  // What the title already says must not be contradicted.
  const facts: Record<string, string> = {
    rep: firstName(true, "your contact"),
    customer: firstName(false, "team"),
    account: call.account?.name ?? "the customer",
    product: products.find((name) => call.title.includes(name)) ?? random.pick(products),
    competitor: random.pick(competitors),
    crm: random.pick(["Salesforce", "HubSpot"]),
    weekday: random.pick(weekdays),
    month: random.pick(months),
    sites: String(random.int(3, 14)),
    seats: String(random.int(20, 140)),
    trucks: String(random.int(30, 90)),
    carriers: String(random.int(80, 400)),
    days: String(random.int(2, 9) * 10),
    discount: String(random.int(8, 25)),
    price: `${random.int(12, 90)},${random.pick(["000", "500", "400"])}`,
    ticket: /ticket (\d+)/.exec(call.title)?.[1] ?? String(random.int(10_000, 99_999)),
  };
  return (text) => text.replace(/\{(\w+)\}/g, (slot, name: string) => facts[name] ?? slot);
}
