import type { Random } from "../random";
import { day, formatInstant, type Instant } from "../time";
import { knownSeats } from "./known";
import type { User } from "./types";

/** A domain that no one can own (RFC 2606), as all domains in a sandbox. */
export const companyDomain = "harbourline.example";

const firstNames = [
  "Amara", "Bastien", "Carmen", "Dmitri", "Esther", "Farid", "Greta", "Hugo", "Imani", "Joaquin",
  "Keiko", "Leandro", "Maren", "Nikhil", "Odile", "Priya", "Quentin", "Rosalind", "Soren", "Tamsin",
  "Ulla", "Viktor", "Wanjiru", "Xenia", "Yusuf", "Zofia",
]; // biome-ignore format: a list of names
const lastNames = [
  "Abara", "Birkholm", "Castellanos", "Delacroix", "Eriksen", "Fairweather", "Gallo", "Hartwell",
  "Ivanova", "Jessup", "Kowalczyk", "Lindqvist", "Moreau", "Nakagawa", "Okonkwo", "Pemberton",
  "Quispe", "Rasmussen", "Silveira", "Thackeray", "Uchida", "Varga", "Whitcombe", "Yilmaz", "Zieliński",
]; // biome-ignore format: a list of names

/** Titles in the order of the chart below; the manager of each is the index beside it. */
const seats = [
  { title: "Chief Revenue Officer", manager: null },
  { title: "Director of Sales, Enterprise", manager: 0 },
  { title: "Director of Customer Success", manager: 0 },
  { title: "Enterprise Account Executive", manager: 1 },
  { title: "Enterprise Account Executive", manager: 1 },
  { title: "Account Executive, Mid-Market", manager: 1 },
  { title: "Sales Development Representative", manager: 1 },
  { title: "Solutions Engineer", manager: 1 },
  { title: "Senior Customer Success Manager", manager: 2 },
  { title: "Support Team Lead", manager: 2 },
  { title: "Revenue Operations Analyst", manager: 0, importsNoCalls: true },
  { title: "Account Executive, Mid-Market", manager: 1, left: true },
] satisfies { title: string; manager: number | null; importsNoCalls?: true; left?: true }[];

/** A made-up name. */
export interface PersonName {
  firstName: string;
  lastName: string;
}

/** Names that do not repeat within one company. */
export function nameMaker(random: Random): () => PersonName {
  const taken = new Set<string>();
  return () => {
    for (;;) {
      const name = { firstName: random.pick(firstNames), lastName: random.pick(lastNames) };
      const key = `${name.firstName} ${name.lastName}`;
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  };
}

/** Numbers that no telephone has: 555-01xx in North America, 020 7946 0xxx in London. */
export function phoneMaker(random: Random): () => string {
  const areaCodes = [206, 212, 303, 312, 415, 503, 617, 713, 808];
  const taken = new Set<string>();
  return () => {
    for (;;) {
      const last = (digits: number) =>
        String(random.int(0, 10 ** digits - 1)).padStart(digits, "0");
      const number = random.chance(0.2)
        ? `+44 20 7946 0${last(3)}`
        : `+1 ${random.pick(areaCodes)}-555-01${last(2)}`;
      if (taken.has(number)) continue;
      taken.add(number);
      return number;
    }
  };
}

/** The part of an email address before the @: plain letters whatever the name is written with. */
export function mailboxName({ firstName, lastName }: PersonName): string {
  return `${firstName}.${lastName}`
    .normalize("NFD")
    .replace(/[^A-Za-z.]/g, "")
    .toLowerCase();
}

/**
 * Twelve users, of whom one has left and one imports no calls (G28), and two avatars.
 * @param now the instant that "three years ago" counts from
 */
export function createUsers(
  random: Random,
  newName: () => PersonName,
  newPhone: () => string,
  now: Instant,
): User[] {
  // Longer than the known ones, which lists therefore begin with.
  const ids = seats.map((_, index) => {
    const id = random.id(random.int(16, 19));
    return knownSeats[index]?.id ?? id;
  });
  const people = seats.map((seat, index): User => {
    const recorded = !("left" in seat) && !("importsNoCalls" in seat);
    const managerId = seat.manager === null ? null : (ids[seat.manager] ?? null);
    const { firstName, lastName, title } = {
      ...newName(),
      title: seat.title,
      ...knownSeats[index],
    };
    return createUser(
      random,
      { firstName, lastName },
      {
        id: ids[index],
        // Gong knows no title of people who left (G47).
        title: "left" in seat ? null : title,
        phoneNumber: newPhone(),
        managerId,
        active: !("left" in seat),
        created: formatInstant(now - random.int(200, 1200) * day - random.int(0, day), {
          offsetMinutes: random.pick([0, -300, -420]),
          fractionDigits: random.int(0, 6),
        }),
        recorded,
      },
    );
  });
  const avatars = [1, 2].map((): User => {
    const created = formatInstant(now - random.int(100, 900) * day);
    const user = createUser(random, newName(), { title: "Gong Customer Success", created });
    const emailAddress = `${mailboxName(user)}+avatar@gong.example`;
    const emailAliases: string[] = [];
    return { ...user, emailAddress, trustedEmailAddress: null, emailAliases, avatar: true };
  });
  return [...people, ...avatars];
}

interface UserTraits {
  id?: string;
  title: string | null;
  phoneNumber?: string;
  managerId?: string | null;
  active?: boolean;
  created: string;
  recorded?: boolean;
}

function createUser(random: Random, name: PersonName, traits: UserTraits): User {
  const { recorded = false, active = true } = traits;
  const mailbox = mailboxName(name);
  const emailAddress = `${mailbox}@${companyDomain}`;
  const language = random.pick(["en-US", "en-US", "en-GB", "de-DE", "es-ES"]);
  return {
    id: traits.id ?? random.id(19),
    emailAddress,
    created: traits.created,
    active,
    emailAliases: random.chance(0.3)
      ? [`${mailbox.slice(0, 1)}${mailbox.split(".")[1]}@${companyDomain}`]
      : [],
    trustedEmailAddress: emailAddress,
    ...name,
    title: traits.title,
    phoneNumber: traits.phoneNumber ?? null,
    extension: random.chance(0.5) ? String(random.int(100, 999)) : null,
    personalMeetingUrls: recorded ? [`https://zoom.example/my/${mailbox}`] : [],
    settings: {
      webConferencesRecorded: recorded,
      preventWebConferenceRecording: false,
      telephonyCallsImported: recorded,
      emailsImported: active,
      preventEmailImport: false,
      nonRecordedMeetingsImported: recorded,
      gongConnectEnabled: recorded && random.chance(0.5),
    },
    managerId: traits.managerId ?? null,
    meetingConsentPageUrl: recorded
      ? `https://join.gong.example/harbourline/${mailbox}?tkn=${random.token(22)}`
      : null,
    conferencingProviders: null, // G47
    spokenLanguages: [
      { language, primary: true },
      ...(language.startsWith("en") ? [] : [{ language: "en-US", primary: false }]),
    ],
    avatar: false,
  };
}

/** A user as Gong answers it. */
export function renderUser({ avatar: _, ...user }: User): Omit<User, "avatar"> {
  return user;
}
