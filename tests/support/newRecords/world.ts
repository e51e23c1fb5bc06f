import { createRandom, type Random } from "../../../sandbox/random";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A call of a made-up company, with what will become of it. */
export interface WorldCall {
  readonly id: string;
  /** The time that Gong lists it by: scheduled for web conferences, else started (G18). */
  readonly listedAt: number;
  /** When Gong first shows it (G19). */
  readonly visibleAt: number;
  /** When it is deleted. */
  readonly goneAt: number;
  /** When it stops being private; never for Infinity. */
  readonly publicAt: number;
  /** When its transcript is there; together with the call where nothing is said. */
  readonly transcriptAt?: number;
  /** What Gong answers, but for `isPrivate`. */
  readonly record: Readonly<Record<string, unknown>>;
}

/** What a company is like. Shares are fractions of its calls. */
export interface WorldOptions {
  readonly seed: number;
  /** Midnight of its first day. */
  readonly start: number;
  readonly days: number;
  readonly callsPerDay: number;
  readonly deleted?: number;
  readonly private?: number;
}

/** Makes the calls of a company, in the order in which they are listed. */
export function makeWorld(options: WorldOptions): WorldCall[] {
  const random = createRandom(options.seed).fork("world");
  const calls: WorldCall[] = [];
  for (let number = 0; number < options.days; number += 1) {
    for (let count = 0; count < options.callsPerDay; count += 1) {
      calls.push(makeCall(random, options, options.start + number * day, calls.length));
    }
  }
  return calls.sort((one, other) => one.listedAt - other.listedAt);
}

function makeCall(
  random: Random,
  { deleted = 0.01, private: ofPrivate = 0.03 }: WorldOptions,
  midnight: number,
  number: number,
): WorldCall {
  const started = Math.floor(midnight + timeOfDay(random));
  const isConference = random.chance(0.5);
  // Most meetings begin a little after the planned time, some before.
  const scheduled = started - random.int(-5, 20) * minute;
  const listedAt = isConference ? scheduled : started;
  const visibleAt = Math.max(started + minute, listedAt + lateness(random));
  const isPrivate = random.chance(ofPrivate);
  const publicAt = isPrivate
    ? random.chance(0.3)
      ? visibleAt + random.next() * 2 * day
      : Number.POSITIVE_INFINITY
    : 0;
  return {
    // The number makes it unique; 19 digits keep it beyond what a JSON number holds (G17).
    id: `${random.int(1, 8)}${String(random.int(0, 10 ** 9)).padStart(10, "0")}${String(number).padStart(8, "0")}`,
    listedAt,
    visibleAt,
    goneAt: random.chance(deleted) ? visibleAt + random.next() * 5 * day : Number.POSITIVE_INFINITY,
    publicAt,
    record: {
      started: writeInstant(random, started),
      scheduled: isConference ? writeInstant(random, scheduled) : null,
      direction: isConference ? "Conference" : "Outbound",
      title: "A call of a simulation",
    },
  };
}

/** Four of five calls at business hours, with two peaks; the others at any time. */
function timeOfDay(random: Random): number {
  if (random.chance(0.2)) return random.next() * day;
  const peak = random.chance(0.6) ? 10.5 : 15;
  return (peak + (random.next() + random.next() - 1) * 2.5) * hour;
}

/** How long after its time a call is shown: minutes mostly, then hours, and a few days (G19). */
function lateness(random: Random): number {
  const share = random.next();
  if (share < 0.6) return (3 + random.next() * 27) * minute;
  if (share < 0.88) return (0.5 + random.next() * 1.5) * hour;
  if (share < 0.97) return (2 + random.next() * 22) * hour;
  return (1 + random.next() * 6) * day;
}

/** Offsets and fractions as Gong mixes them (G20). */
function writeInstant(random: Random, instant: number): string {
  const offset = random.pick([0, 0, -7, 2]);
  const local = new Date(instant + offset * hour).toISOString().slice(0, 23);
  const sign = offset < 0 ? "-" : "+";
  const zone = offset === 0 ? "Z" : `${sign}0${Math.abs(offset)}:00`;
  return `${local}${random.chance(0.5) ? "000" : ""}${zone}`;
}
