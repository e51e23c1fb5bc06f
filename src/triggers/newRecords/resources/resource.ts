import type { GongClient } from "../../../client/createClient";
import { day, minute } from "../../duration";

/** What a builder chose, with what is not given filled in. */
export interface Wishes {
  /** Milliseconds after a call in which Gong may first show it. */
  readonly lookBackMs: number;
  /** At the first poll, deliver what there is from this instant on. */
  readonly lookBackDate?: number | undefined;
  readonly showNew: boolean;
  readonly showUpdated: boolean;
  readonly includePrivate: boolean;
  readonly workspaceId?: string | undefined;
}

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

/** What a poll found. */
export interface Found<Saved> {
  /** New records, as Gong gives them. */
  readonly created: readonly object[];
  /** Records that were there before and have changed. */
  readonly updated: readonly object[];
  /** Whether there is more to read at once. */
  readonly more: boolean;
  /** What the next poll goes on from. */
  readonly saved: Saved;
}

/** The state that the platform's public component leaves behind (B7). */
export interface PublicState {
  /** Instant of its last poll. */
  readonly lastPolledAt: number;
  readonly knownIds?: readonly string[] | undefined;
}

/** A kind of records that can be polled. */
export interface Resource<Saved> {
  /** What the public component's state comes down to; nothing where it has none of this kind. */
  takeOver?(state: PublicState, wishes: Wishes, now: number): Saved | undefined;
  /**
   * Looks for records. The saved state is read and never changed, so that a poll that fails can be
   * done again from it.
   *
   * @param saved nothing at the first poll
   * @throws GongError when anything could not be read; then nothing of it counts
   */
  poll(poll: Poll, saved: Saved | undefined): Promise<Found<Saved>>;
}

/**
 * Milliseconds after which a list that cannot be narrowed down is read again: a minute for each page
 * after the first, so that it takes no more than a page a minute whatever its size (G10).
 */
export function restAfter(pages: number): number {
  // Half a minute less, since schedules are not on time to the second.
  return Math.min(day, (pages - 1) * minute - minute / 2);
}
