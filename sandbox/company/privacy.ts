import type { Instant } from "../time";
import type { Erasure } from "./records";
import type { Call, Company, Contact } from "./types";

/** Whose data is meant: everything known under these addresses and numbers. */
export interface Subject {
  kind: Erasure["kind"];
  /** As it was asked for. */
  value: string;
  emailAddresses: Set<string>;
  /** Digits only. */
  phoneNumbers: Set<string>;
}

/** An address means itself, whatever its case. */
export function emailSubject(emailAddress: string): Subject {
  return {
    kind: "emailAddress",
    value: emailAddress,
    emailAddresses: new Set([emailAddress.toLowerCase()]),
    phoneNumbers: new Set(),
  };
}

/** A number means the leads and contacts who have it, and therefore their addresses too. */
export function phoneSubject(company: Company, phoneNumber: string): Subject {
  const digits = digitsOf(phoneNumber);
  const owners = company.contacts.filter((contact) => digitsOf(contact.phoneNumber) === digits);
  return {
    kind: "phoneNumber",
    value: phoneNumber,
    emailAddresses: new Set(owners.map(({ emailAddress }) => emailAddress.toLowerCase())),
    phoneNumbers: new Set([digits]),
  };
}

/** Spaces, hyphens and brackets do not matter. */
function digitsOf(phoneNumber: string): string {
  return phoneNumber.replace(/\D/g, "");
}

/** The numbers, as they are written, that are those of the subject. */
export function matchingNumbers(found: References, { phoneNumbers }: Subject): string[] {
  const parties = found.calls.flatMap((call) => call.parties ?? []);
  const numbers = [...found.contacts, ...parties].flatMap(({ phoneNumber }) => phoneNumber ?? []);
  return [...new Set(numbers.filter((number) => phoneNumbers.has(digitsOf(number))))];
}

type References = ReturnType<typeof findReferences>;

/** What the company holds about a person. */
export function findReferences(company: Company, subject: Subject) {
  const known = (address: string | null) =>
    address !== null && subject.emailAddresses.has(address.toLowerCase());
  return {
    calls: company.calls.filter((call) => mentions(call, subject)),
    emails: company.emails.filter(({ from, to }) => known(from) || known(to)),
    meetings: company.meetings.filter(({ inviteeEmails }) => inviteeEmails.some(known)),
    contacts: company.contacts.filter((contact) => isSubject(contact, subject)),
    engagementEvents: company.engagementEvents.filter(({ emailAddresses }) =>
      emailAddresses.some(known),
    ),
  };
}

function mentions({ parties = [] }: Call, subject: Subject): boolean {
  return parties.some(
    ({ emailAddress, phoneNumber, affiliation }) =>
      (emailAddress !== null && subject.emailAddresses.has(emailAddress.toLowerCase())) ||
      // A number erases leads and contacts, never the company's own people.
      (affiliation !== "Internal" &&
        phoneNumber !== null &&
        subject.phoneNumbers.has(digitsOf(phoneNumber))),
  );
}

function isSubject({ emailAddress, phoneNumber }: Contact, subject: Subject): boolean {
  return (
    subject.emailAddresses.has(emailAddress.toLowerCase()) ||
    subject.phoneNumbers.has(digitsOf(phoneNumber))
  );
}

/** Removes it all, for good, and notes that it was done. */
export function erase(company: Company, subject: Subject, at: Instant): Erasure {
  const found = findReferences(company, subject);
  const callIds = new Set(found.calls.map(({ id }) => id));
  const isGone = ({ callId }: { callId: string }) => callIds.has(callId);

  removeAll(company.calls, found.calls);
  removeAll(company.emails, found.emails);
  removeAll(company.meetings, found.meetings);
  removeAll(company.contacts, found.contacts);
  removeAll(company.engagementEvents, found.engagementEvents);
  removeAll(company.answeredScorecards, company.answeredScorecards.filter(isGone));
  for (const { calls } of company.folders) removeAll(calls, calls.filter(isGone));

  const { kind, value } = subject;
  const erasure: Erasure = { kind, value, at, removedCalls: callIds.size };
  company.erasures.push(erasure);
  return erasure;
}

/** In place, because others hold the same list. */
function removeAll<T>(list: T[], gone: readonly T[]): void {
  const doomed = new Set(gone);
  const kept = list.filter((item) => !doomed.has(item));
  list.splice(0, list.length, ...kept);
}
