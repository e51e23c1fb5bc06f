import type { Random } from "../random";
import type { Company, Contact, Party, User } from "./types";

/** Who calls whom, and where it belongs. */
export type People = Pick<Company, "users" | "contacts" | "workspaces">;

/** The host, colleagues and guests; without a contact it is an internal call. */
export function createParties(
  random: Random,
  people: People,
  host: User,
  contact: Contact | undefined,
  conference: boolean,
): Party[] {
  const colleagues = random
    .shuffle(people.users.filter((user) => user.active && !user.avatar && user !== host))
    .slice(0, contact ? (conference ? random.int(0, 2) : 0) : random.int(2, 4));
  const guests = contact
    ? people.contacts
        .filter(({ account }) => account === contact.account)
        .slice(0, conference ? 3 : 0)
    : [];
  if (contact && !guests.includes(contact)) guests.unshift(contact);
  const parties = [
    internalParty(random, host, true),
    ...colleagues.map((user) => internalParty(random, user, random.chance(0.75))),
    ...guests.map((guest, index) =>
      externalParty(random, guest, index === 0 || random.chance(0.7)),
    ),
  ];
  if (conference && random.chance(0.08)) parties.push(dialIn(random));
  return parties;
}

/** A user who took part, or was invited. */
export function internalParty(random: Random, user: User, speaks: boolean): Party {
  return {
    id: random.id(18),
    emailAddress: user.emailAddress,
    name: `${user.firstName} ${user.lastName}`,
    title: user.title,
    userId: user.id,
    speakerId: speaks ? random.id() : null,
    affiliation: "Internal",
    phoneNumber: user.phoneNumber,
    methods: speaks ? ["Invitee", "Attendee"] : ["Invitee"],
  };
}

/** A lead or contact who took part, or was invited. */
export function externalParty(random: Random, contact: Contact, speaks: boolean): Party {
  return {
    id: random.id(18),
    emailAddress: contact.emailAddress,
    name: contact.name,
    title: contact.title,
    userId: null,
    speakerId: speaks ? random.id() : null,
    affiliation: "External",
    phoneNumber: contact.phoneNumber,
    methods: speaks ? ["Invitee", "Attendee"] : ["Invitee"],
    contact,
  };
}

/** A person on the telephone without a name. */
function dialIn(random: Random): Party {
  return {
    id: random.id(18),
    emailAddress: null,
    name: null,
    title: null,
    userId: null,
    speakerId: random.id(),
    affiliation: "Unknown",
    phoneNumber: null,
    methods: ["Attendee"],
  };
}
