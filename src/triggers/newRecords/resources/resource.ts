import type { GongClient } from "../../../client/createClient";
import { day, minute } from "../../duration";
import type { Reading } from "../../state";
import type { Wishes } from "../inputs";

/** One poll, as the resources see it. */
export interface Poll {
  readonly client: GongClient;
  readonly wishes: Wishes;
  /** When the run began, in milliseconds since 1970. */
  readonly now: number;
  /** Records after which no further page is read. */
  readonly enough: number;
  /** Whether there is time to read another page: an execution has 15 minutes in all. */
  hasTime(): boolean;
}

/** A kind of records that can be polled. */
export interface Resource<Saved> {
  /** What the state of the platform's public component means here (B7); nothing for another one. */
  takeOver?(
    state: Readonly<Record<string, unknown>>,
    wishes: Wishes,
    now: number,
  ): Saved | undefined;
  /** Looks for records. @throws GongError when anything could not be read; nothing of it counts */
  poll(poll: Poll, saved: Saved | undefined): Promise<Reading<Saved>>;
}

/** Milliseconds after which a list of so many more pages is read again: a page a minute (G10). */
export function restAfter(morePages: number): number {
  // Half a minute less, since schedules are not on time to the second.
  return Math.min(day, morePages * minute - minute / 2);
}
