import { createHash } from "node:crypto";

/** Characters of a mark, 6 bits each. */
const markLength = 9;

/** IDs by the day of UTC that they are kept under, each as a mark, joined to one text per day. */
export type SavedIds = Readonly<Record<string, string>>;

/**
 * IDs that are known, by the day of the latest listing that had them. Marks of fixed length instead
 * of IDs keep a state small (G17). At 5,000 new records a day and 40,000 known ones, a new record is
 * taken for a known one once in 250,000 years.
 */
export class SeenIds {
  readonly #days: Map<string, string>;
  /** The latest day of each mark. */
  readonly #latest = new Map<string, string>();

  /** @param saved what `save` gave; it is read and never changed */
  constructor(saved: SavedIds) {
    this.#days = new Map(Object.entries(saved).sort());
    for (const [day, marks] of this.#days) {
      for (let at = 0; at < marks.length; at += markLength) {
        this.#latest.set(marks.slice(at, at + markLength), day);
      }
    }
  }

  /**
   * Keeps an ID under a day, or under the later one that it has already.
   *
   * @returns whether it was known
   */
  meet(id: string, day: string): boolean {
    const mark = markOf(id);
    const known = this.#latest.get(mark);
    if (known === undefined || known < day) {
      this.#latest.set(mark, day);
      this.#days.set(day, (this.#days.get(day) ?? "") + mark);
    }
    return known !== undefined;
  }

  /** Forgets the days before one. IDs that are kept under a later day too stay known. */
  forgetBefore(day: string): void {
    for (const kept of this.#days.keys()) if (kept < day) this.#days.delete(kept);
  }

  /** What `new SeenIds` resumes from. */
  save(): SavedIds {
    return Object.fromEntries(this.#days);
  }
}

function markOf(id: string): string {
  return createHash("sha256").update(id).digest("base64url").slice(0, markLength);
}
