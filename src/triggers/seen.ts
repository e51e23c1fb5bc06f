import { createHash } from "node:crypto";

/** Characters of a mark, 6 bits each. */
const markLength = 9;

/** IDs by the day of UTC that they are kept under, each as a mark, joined to one text per day. */
export type SavedIds = Readonly<Record<string, string>>;

/**
 * IDs that are known, by the day of the latest listing that had them. Marks keep a state small (G17);
 * at 5,000 records a day a new one is taken for a known one once in 250,000 years.
 */
export class SeenIds {
  readonly #dayOf = new Map<string, string>();

  /** @param saved what `save` gave */
  constructor(saved: SavedIds) {
    for (const [day, marks] of Object.entries(saved)) {
      for (let at = 0; at < marks.length; at += markLength) {
        this.#dayOf.set(marks.slice(at, at + markLength), day);
      }
    }
  }

  /** Keeps an ID under a day, or under the later one that it has. @returns whether it was known */
  meet(id: string, day: string): boolean {
    const mark = createHash("sha256").update(id).digest("base64url").slice(0, markLength);
    const known = this.#dayOf.get(mark);
    if (known === undefined || known < day) this.#dayOf.set(mark, day);
    return known !== undefined;
  }

  /** Forgets the IDs that are kept under a day before one. */
  forgetBefore(day: string): void {
    for (const [mark, kept] of this.#dayOf) if (kept < day) this.#dayOf.delete(mark);
  }

  /** What `new SeenIds` resumes from. */
  save(): SavedIds {
    const days: Record<string, string> = {};
    for (const [mark, day] of this.#dayOf) days[day] = (days[day] ?? "") + mark;
    return days;
  }
}
