import type { Random } from "../random";
import { day, formatInstant, hour, type Instant, minute, second } from "../time";
import { known } from "./known";
import { externalParty, internalParty, type People } from "./parties";
import type { Call } from "./types";

/** The call that the documents show: two people, three working days ago. */
export function knownCall(random: Random, people: People, call: Call, now: Instant): Partial<Call> {
  const host = people.users.find(({ id }) => id === known.host.id);
  const guest = people.contacts.find(({ name }) => name === known.contact.name);
  if (!host || !guest) return {};
  const startedAt = daysBefore(now, 3) + 16 * hour + 12.482 * second;
  const style = { offsetMinutes: -420 };
  return {
    id: known.call,
    title: "Pricing review with Northmoor",
    startedAt,
    started: formatInstant(startedAt, { ...style, fractionDigits: 3 }),
    scheduled: formatInstant(scheduledBefore(startedAt), style),
    visibleAt: startedAt + 2 * hour,
    duration: 1804,
    primaryUserId: host.id,
    direction: "Conference",
    system: "Zoom",
    scope: "External",
    media: "Video",
    workspaceId: known.workspaces[0],
    clientUniqueId: null,
    sdrDisposition: null,
    isPrivate: false,
    account: guest.account,
    topic: "pricing",
    comments: call.comments.map((comment) => ({
      ...comment,
      audioStartTime: 60,
      audioEndTime: 66,
    })),
    parties: [
      {
        ...internalParty(random, host, true),
        id: known.parties.host,
        speakerId: known.speakers.host,
      },
      {
        ...externalParty(random, guest, true),
        id: known.parties.guest,
        speakerId: known.speakers.guest,
      },
    ],
  };
}

/** Midnight so many days ago, or before the weekend that it falls on. */
function daysBefore(now: Instant, days: number): Instant {
  const midnight = Math.floor(now / day - days) * day;
  const weekday = new Date(midnight).getUTCDay();
  return midnight - (weekday === 0 ? 2 : weekday === 6 ? 1 : 0) * day;
}

/** What a reader of transcripts must cope with: one that is not there yet, unknown speakers. */
export function addOddities(random: Random, calls: Call[], now: Instant): void {
  calls.forEach((call, index) => {
    if (index % 60 === 45) call.unknownSpeakers = [random.id(), random.id()];
    // Seldom: a small company has none, and its transcripts are as many as its calls.
    if (index % 480 === 460) call.transcriptAt = now + 2 * hour;
    if (index % 480 === 470) {
      // Too little was said.
      call.transcriptAt = null;
      call.language = "zxx";
    }
  });
}

/** Conferences are planned for the quarter of an hour and begin a little late. */
export function scheduledBefore(startedAt: Instant): Instant {
  return Math.floor(startedAt / (15 * minute)) * 15 * minute;
}
