import { createHash } from "node:crypto";
import type { User } from "../../../operations/answers";
import { listUsers } from "../../../operations/users";
import { type Resource, restAfter } from "./resource";

/** What is known after a poll. */
interface SavedUsers {
  /** When the list was last read whole; 0 when some of it is still to be delivered. */
  readonly readAt: number;
  readonly pages: number;
  /** A fingerprint by ID; blank where none was made yet. */
  readonly users: Readonly<Record<string, string>>;
}

/** The fields by which a user has changed. Gong adds fields without notice (G11), which is no change. */
const watchedFields = [
  ...["emailAddress", "emailAliases", "trustedEmailAddress", "firstName", "lastName", "title"],
  ...["phoneNumber", "extension", "active", "managerId", "settings", "spokenLanguages"],
  ...["personalMeetingUrls", "meetingConsentPageUrl"],
];

/** Users, as List Users gives them: new ones, and changed ones where they are wanted. */
export const users: Resource<SavedUsers> = {
  takeOver: ({ knownIds }) =>
    Array.isArray(knownIds)
      ? { readAt: 0, pages: 1, users: Object.fromEntries(knownIds.map((id) => [id, ""])) }
      : undefined,
  poll: async ({ client, wishes, now, enough }, saved) => {
    if (saved && now - saved.readAt < restAfter(saved.pages - 1)) {
      return { created: [], more: false, found: saved };
    }
    const known = new Map(Object.entries(saved?.users ?? {}));
    const created: User[] = [];
    const updated: User[] = [];
    let pages = 0;
    let more = false;
    for await (const page of client.pages(listUsers)) {
      pages += 1;
      for (const user of page.users) {
        const print = fingerprint({ ...user });
        const before = known.get(user.id);
        const isNew = before === undefined && saved !== undefined && wishes.showNew;
        const isUpdated = before && before !== print && wishes.showUpdated;
        if ((isNew || isUpdated) && created.length + updated.length >= enough) more = true;
        else {
          known.set(user.id, print);
          if (isNew) created.push(user);
          else if (isUpdated) updated.push(user);
        }
      }
    }
    // Users who are off the list stay known: the connection may see less for a while (G8).
    const readAt = more ? 0 : now;
    return { created, updated, more, found: { readAt, pages, users: Object.fromEntries(known) } };
  },
};

/** A few characters that change when a user does; the order of lists does not count. */
function fingerprint(user: Readonly<Record<string, unknown>>): string {
  const sortLists = (_: string, value: unknown) =>
    Array.isArray(value) ? value.map((item) => JSON.stringify(item)).sort() : value;
  const texts = watchedFields.map((name) => JSON.stringify(user[name] ?? null, sortLists));
  return createHash("sha256").update(texts.join()).digest("base64url").slice(0, 6);
}
