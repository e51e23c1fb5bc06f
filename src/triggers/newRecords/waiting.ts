import { day, hour, minute } from "../duration";

/** IDs of one kind: when they were noted, when they were last asked about, 0 for never. */
export type SavedWaiting = readonly (readonly [
  since: number,
  askedAt: number,
  ids: readonly string[],
])[];

/** Calls whose transcript is awaited, and when to ask about them again. */
export class Waiting {
  readonly #entries = new Map<string, { readonly since: number; readonly askedAt: number }>();

  /** @param saved what `save` gave */
  constructor(saved: SavedWaiting = []) {
    for (const [since, askedAt, ids] of saved) {
      for (const id of ids) this.#entries.set(id, { since, askedAt });
    }
  }

  /** How many were never asked about. */
  get unasked(): number {
    return [...this.#entries.values()].filter(({ askedAt }) => askedAt === 0).length;
  }

  add(id: string, now: number): void {
    this.#entries.set(id, { since: now, askedAt: 0 });
  }

  /** Notes that a call was asked about: it waits on, unless its transcript was found. */
  noteAsked(id: string, isFound: boolean, now: number): void {
    const { since } = this.#entries.get(id) ?? { since: now };
    if (isFound) this.#entries.delete(id);
    else this.#entries.set(id, { since, askedAt: now });
  }

  /**
   * What to ask about now, the newest first: at every poll for 2 hours, then every hour for a day,
   * then every day.
   */
  due(now: number): string[] {
    return [...this.#entries]
      .filter(([, { since, askedAt }]) => askedAt + pauseAfter(askedAt - since) <= now)
      .sort(([, one], [, other]) => other.since - one.since)
      .map(([id]) => id);
  }

  /** Gives up on calls that had waited so long when they were last asked about. */
  giveUpAfter(waitedMs: number): void {
    for (const [id, { since, askedAt }] of this.#entries) {
      if (askedAt - since >= waitedMs) this.#entries.delete(id);
    }
  }

  /** What `new Waiting` takes to go on from here. */
  save(): SavedWaiting {
    const groups = new Map<string, [number, number, string[]]>();
    for (const [id, { since, askedAt }] of this.#entries) {
      const key = `${since} ${askedAt}`;
      const group = groups.get(key) ?? [since, askedAt, []];
      group[2].push(id);
      groups.set(key, group);
    }
    return [...groups.values()];
  }
}

/** Milliseconds until the next time, a minute less since schedules are not on time to the second. */
function pauseAfter(waitedMs: number): number {
  // Not twice in one poll.
  if (waitedMs < 2 * hour) return 1;
  return (waitedMs < day ? hour : day) - minute;
}
