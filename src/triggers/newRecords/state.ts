import { isInstant, isRecord } from "../saved";
import { hour } from "./duration";
import type { Resource, Wishes } from "./resources/resource";

/** Raised when states of before can no longer be read. */
const version = 1;

/** What the platform keeps between polls. */
export interface SavedState {
  readonly version: number;
  /** What was polled; for anything else the rest is of no use. */
  readonly subject: string;
  /** When it was saved. */
  readonly savedAt: number;
  /** The resource's own part; none while there is nothing to poll. */
  readonly found?: unknown;
}

/** A state as it came back; `odd` is the rest of a sentence for the log. */
export type Opened<Saved> =
  | { readonly kind: "none"; readonly odd?: undefined }
  | { readonly kind: "saved"; readonly saved: Saved; readonly odd?: string }
  /** It cannot be gone on from before this clock is right. */
  | {
      readonly kind: "early";
      readonly saved: Saved;
      readonly savedAt: number;
      readonly odd: string;
    }
  /** It cannot be gone on from. */
  | { readonly kind: "unusable"; readonly odd: string };

/** Names what is polled: the account, the kind of records, and what else the state depends on. */
export function subjectOf<Saved>(
  baseUrl: string,
  resourceType: string,
  resource: Resource<Saved>,
  wishes: Wishes,
): string {
  return JSON.stringify([baseUrl, resourceType, ...resource.dependsOn(wishes)]);
}

/** Reads a state. Whatever it is, nothing is thrown: a trigger that cannot start helps nobody. */
export function openState<Saved>(
  state: unknown,
  subject: string,
  resource: Resource<Saved>,
  now: number,
): Opened<Saved> {
  if (!isRecord(state) || Object.keys(state).length === 0) return { kind: "none" };
  const unusable = (why: string): Opened<Saved> => ({
    kind: "unusable",
    odd: `${why}. It starts over, and delivers what is new from now on`,
  });
  if (state.version !== version) return unusable("was saved by another version");
  if (typeof state.subject !== "string" || !isInstant(state.savedAt)) return unusable("is damaged");
  if (state.subject !== subject) return unusable("belongs to other inputs or another account");
  if (!resource.isSaved(state.found)) return unusable("is damaged");
  const latest = resource.latest?.(state.found) ?? 0;
  // A poll takes less than an hour, and knows no record from after it.
  if (latest > state.savedAt + hour) return unusable("is damaged");
  // As of a time before the records that are known, those that were forgotten would be new again.
  if (latest > now + hour) {
    const odd = "knows later records. Nothing is read until then";
    return { kind: "early", saved: state.found, savedAt: state.savedAt, odd };
  }
  // Also where clocks differ a little: what was read in the future would not be read until then.
  const saved = asOf(state.found, now);
  if (state.savedAt <= now + hour) return { kind: "saved", saved };
  const odd = "was saved by a clock that was ahead of this one. It goes on from there, as of now";
  return { kind: "saved", saved, odd };
}

/** The same with no number beyond an instant: all that are so large are instants. */
function asOf<Saved>(saved: Saved, now: number): Saved;
function asOf(saved: unknown, now: number): unknown {
  if (typeof saved === "number") return Math.min(saved, now);
  if (Array.isArray(saved)) return saved.map((item) => asOf(item, now));
  if (!isRecord(saved)) return saved;
  return Object.fromEntries(Object.entries(saved).map(([key, item]) => [key, asOf(item, now)]));
}

/** Makes the state to save. */
export function makeState(subject: string, savedAt: number, found: unknown): SavedState {
  return { version, subject, savedAt, found };
}
