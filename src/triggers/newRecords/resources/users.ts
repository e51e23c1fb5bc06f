import { createHash } from "node:crypto";
import type { AnswerOf } from "../../../operations/operation";
import { listUsers } from "../../../operations/users";
import { user as userSchema } from "../../../schemas/users";
import { instantOf, isInstant, isRecord } from "../../saved";
import { fingerprint, fingerprintLength } from "../fingerprint";
import { mostRecords, type Resource, restAfter } from "./resource";

type User = AnswerOf<typeof listUsers>["users"][number];

/** What is known after a poll. */
export interface SavedUsers {
  /** When the list was last read whole; 0 when some of it is still to be delivered. */
  readonly readAt: number;
  readonly pages: number;
  /** Which fields the fingerprints were made of. */
  readonly fields: string;
  /** Fingerprint by id. */
  readonly users: Readonly<Record<string, string>>;
}

/** Changes when the schema names other fields; fingerprints from before say nothing then. */
const fields = createHash("sha256")
  .update(
    JSON.stringify(userSchema.properties, (key, value) => (key === "description" ? "" : value)),
  )
  .digest("base64url")
  .slice(0, 8);

/** Users, as List Users gives them: new ones, and changed ones. Gong lists all or none. */
export const users: Resource<SavedUsers> = {
  dependsOn: () => [],
  isSaved: (value): value is SavedUsers =>
    isRecord(value) &&
    isInstant(value.readAt) &&
    isInstant(value.pages) &&
    typeof value.fields === "string" &&
    isRecord(value.users) &&
    Object.values(value.users).every(
      (print) => typeof print === "string" && print.length === fingerprintLength,
    ),
  poll: async ({ client, wishes, now }, saved) => {
    const readAt = now();
    if (saved && readAt - saved.readAt < restAfter(saved.pages)) {
      return { records: [], newIds: [], changedIds: [], more: false, saved };
    }
    const known = new Map(Object.entries(saved?.users ?? {}));
    const isComparable = saved?.fields === fields;
    const delivered = { records: [] as User[], newIds: [] as string[], changedIds: [] as string[] };
    let pages = 0;
    let more = false;
    for await (const page of client.pages(listUsers)) {
      pages += 1;
      for (const user of page.users) {
        const print = fingerprint(user, userSchema);
        const before = known.get(user.id);
        const isNew = before === undefined && (saved !== undefined || isSince(user, wishes.since));
        const isChanged = before !== undefined && before !== print && isComparable;
        if (isChanged || (isNew && wishes.showNew)) {
          if (delivered.records.length >= mostRecords) {
            // Not noted, so that the next poll meets the user as this one did.
            more = true;
            continue;
          }
          delivered.records.push(user);
          (isNew ? delivered.newIds : delivered.changedIds).push(user.id);
        }
        known.set(user.id, print);
      }
    }
    // Whoever is on the list no more stays known: a list can come out empty when the connection
    // may see less for a while (G8), and nobody is new afterwards.
    const entries = Object.fromEntries(known);
    return {
      ...delivered,
      more,
      saved: { readAt: more ? 0 : readAt, pages, fields, users: entries },
    };
  },
};

/** At the first poll: whether the user was created at or after the instant from which to deliver. */
function isSince({ created }: User, since = Number.POSITIVE_INFINITY): boolean {
  return (instantOf(created) ?? Number.NEGATIVE_INFINITY) >= since;
}
