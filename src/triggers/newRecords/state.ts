import { day } from "./duration";
import { isInstant, isRecord, type Resource, type Wishes } from "./resources/resource";

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

/** A state as it came back. */
export type Opened<Saved> =
  | { readonly kind: "none" }
  | { readonly kind: "saved"; readonly saved: Saved }
  /** It cannot be gone on from; `why` is the rest of a sentence for the log. */
  | { readonly kind: "unusable"; readonly why: string };

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
  const unusable = (why: string): Opened<Saved> => ({ kind: "unusable", why });
  if (state.version !== version) return unusable("was saved by another version");
  if (typeof state.subject !== "string" || !isInstant(state.savedAt)) return unusable("is damaged");
  if (state.subject !== subject) return unusable("belongs to other inputs or another account");
  if (state.savedAt > now + day) return unusable("was saved by a clock that was wrong");
  return resource.isSaved(state.found)
    ? { kind: "saved", saved: state.found }
    : unusable("is damaged");
}

/** Makes the state to save. */
export function makeState(subject: string, savedAt: number, found: unknown): SavedState {
  return { version, subject, savedAt, found };
}
