import type { Random } from "../random";
import { day, formatInstant, hour, type Instant } from "../time";
import { known } from "./known";
import type { EmailMessage, Meeting } from "./records";
import type { Company } from "./types";

type People = Pick<Company, "users" | "contacts">;

/** Emails between users and contacts, which data-privacy queries refer to. */
export function createEmails(
  random: Random,
  { users, contacts }: People,
  now: Instant,
): EmailMessage[] {
  const senders = users.filter(({ avatar, settings }) => !avatar && settings.emailsImported);
  return contacts.flatMap((contact) =>
    Array.from({ length: random.int(0, 5) }, (): EmailMessage => {
      const user = random.pick(senders);
      const outgoing = random.chance(0.6);
      return {
        id: random.token(32),
        from: outgoing ? user.emailAddress : contact.emailAddress,
        to: outgoing ? contact.emailAddress : user.emailAddress,
        sentTime: formatInstant(now - random.int(1, 110) * day, { offsetMinutes: -420 }),
        mailbox: user.emailAddress,
        messageHash: random.token(32),
      };
    }),
  );
}

/** Meetings of the coming two weeks. */
export function createMeetings(
  random: Random,
  { users, contacts }: People,
  now: Instant,
): Meeting[] {
  const organizers = users.filter(({ meetingConsentPageUrl }) => meetingConsentPageUrl !== null);
  return Array.from({ length: 12 }, (_, index): Meeting => {
    const contact = random.pick(contacts);
    const start = Math.floor((now + random.int(1, 14) * day) / hour) * hour;
    return {
      id: index === 0 ? known.meeting : random.id(),
      organizerEmail: random.pick(organizers).emailAddress,
      startTime: formatInstant(start, { offsetMinutes: -300 }),
      endTime: formatInstant(start + hour / 2, { offsetMinutes: -300 }),
      title: `Harbourline / ${contact.account.name}`,
      inviteeEmails: [contact.emailAddress],
      externalId: null,
    };
  });
}
