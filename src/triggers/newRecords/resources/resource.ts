import type { GongClient } from "../../../client/createClient";
import { day, minute } from "../duration";

/** What a builder chose, with what is not given filled in. */
export interface Wishes {
  /** Milliseconds back from now in which calls may still show up. */
  readonly lookBackMs: number;
  /** At the first poll, deliver what there is since this instant; nothing where it is not given. */
  readonly since?: number | undefined;
  readonly showNew: boolean;
  readonly includePrivate: boolean;
  readonly workspaceId?: string | undefined;
}

/** One poll, as the resources see it. */
export interface Poll {
  readonly client: GongClient;
  readonly wishes: Wishes;
  /** Milliseconds since 1970; moves on while the poll works. */
  now(): number;
  /** Whether there is time to begin another listing: an execution has 15 minutes in all. */
  hasTime(): boolean;
}

/** What a poll found. */
export interface Found<Saved> {
  /** As Gong gave them. */
  readonly records: readonly object[];
  readonly newIds: readonly string[];
  readonly changedIds: readonly string[];
  /** Whether there is more that the next polls deliver. */
  readonly more: boolean;
  /** What the next poll goes on from. */
  readonly saved: Saved;
}

/** A kind of records that can be polled. */
export interface Resource<Saved> {
  /** The wishes that the saved state depends on; with others it is of no use. */
  dependsOn(wishes: Wishes): readonly unknown[];
  /** Whether something is a state that `poll` gave. */
  isSaved(value: unknown): value is Saved;
  /** When the latest record of a state took place, where records are known by their time. */
  latest?(saved: Saved): number | undefined;
  /**
   * Looks for records. The saved state is read and never changed, so that a poll that fails can
   * be done again from it.
   *
   * @param saved nothing at the first poll
   * @throws GongError when anything could not be read; then nothing of it counts
   */
  poll(poll: Poll, saved: Saved | undefined): Promise<Found<Saved>>;
}

/** Records that a poll hands on at most, about a kilobyte each. The next poll goes on. */
export const mostRecords = 2_000;

/**
 * Milliseconds after which a listing that cannot be narrowed down is read again: a minute for each
 * page after the first, so that it takes no more than a page a minute whatever its size (G10). A day is
 * enough for any size, and for a count that was damaged.
 */
export function restAfter(pages: number): number {
  // Half a minute less, since schedules are not on time to the second.
  return Math.min(day, Math.max(0, (pages - 1) * minute - minute / 2));
}
