import type { Random } from "../random";
import { day, formatInstant, hour, type Instant, minute, parseInstant, second } from "../time";
import { products } from "./conversation";
import { addOddities, knownCall, scheduledBefore } from "./known-call";
import { createParties, type People } from "./parties";
import { scriptFor, topicNames } from "./scripts";
import type { Call, Comment, User } from "./types";

/** Calls of a year's working days before `now`, more of late, all of them visible by then. */
export function createCalls(random: Random, people: People, count: number, now: Instant): Call[] {
  const hosts = people.users.filter(
    ({ avatar, settings }) => !avatar && settings.webConferencesRecorded,
  );
  const calls = Array.from({ length: count }, () =>
    createGeneratedCall(random, people, hosts, workingTime(random, now), now),
  );
  const [first] = calls;
  if (first) Object.assign(first, knownCall(random, people, first, now));
  addOddities(random.fork("oddities"), calls, now);
  return calls;
}

/** An instant of the last year until a few hours ago, on a weekday, at business hours in New York. */
function workingTime(random: Random, now: Instant): Instant {
  for (;;) {
    const daysAgo = random.int(0, random.chance(0.6) ? 119 : 364);
    const midnight = Math.floor(now / day - daysAgo) * day;
    const weekday = new Date(midnight).getUTCDay();
    const instant = midnight + 13 * hour + random.int(0, 9 * hour) + random.int(0, 999) / 1000;
    if (weekday !== 0 && weekday !== 6 && instant < now - 3 * hour) return instant;
  }
}

function createGeneratedCall(
  random: Random,
  people: People,
  hosts: User[],
  startedAt: Instant,
  now: Instant,
): Call {
  const host = random.pick(hosts);
  const conference = random.chance(0.6);
  const internal = conference && random.chance(0.06);
  const contact = random.pick(people.contacts);
  const topic = random.pick(topicNames);
  const style = {
    offsetMinutes: random.pick([0, -240, -420, 60, 120, 330]),
    fractionDigits: random.int(0, 6),
  };
  const started = formatInstant(startedAt, style);
  const duration = round(conference ? random.int(480, 2700) : random.int(75, 1100), random);
  const parties = createParties(random, people, host, internal ? undefined : contact, conference);
  const call: Call = {
    id: random.id(random.int(18, 19)),
    title: internal
      ? random.pick(["Pipeline review", "Deal desk", "Weekly sales sync"])
      : random.pick(scriptFor(topic).titles).replace("{account}", contact.account.name),
    started,
    startedAt: parseInstant(started) ?? startedAt,
    scheduled: conference
      ? formatInstant(scheduledBefore(startedAt), { ...style, fractionDigits: 0 })
      : null,
    // Processing took minutes to hours (G19).
    visibleAt: Math.min(now, startedAt + duration * second + random.int(4 * minute, 5 * hour)),
    duration,
    primaryUserId: host.id,
    direction: conference ? "Conference" : random.pick(["Outbound", "Outbound", "Inbound"]),
    system: conference
      ? random.pick(["Zoom", "Google Meet", "Microsoft Teams"])
      : random.pick(["Outreach", "Aircall"]),
    scope: internal ? "Internal" : "External",
    media: conference ? "Video" : "Audio",
    language: "eng",
    workspaceId: workspaceOf(random, people),
    sdrDisposition: conference
      ? null
      : random.pick(["Connected", "Left voicemail", "Call back later", null]),
    clientUniqueId: conference ? null : `dialer-${random.token(16)}`,
    customData: null,
    purpose: internal ? null : random.pick([scriptFor(topic).purpose, null]),
    meetingUrl: conference ? `https://zoom.example/j/${random.id(11)}` : null,
    isPrivate: random.chance(0.05),
    calendarEventId: conference ? `${random.token(26)}@google.example` : null,
    topic,
    comments: [],
    mediaSource: "recorded",
  };
  if (!internal) call.account = contact.account;
  // A few calls come without parties (G22).
  if (random.chance(0.97)) call.parties = parties;
  call.title = call.title
    .replace("{product}", random.pick(products))
    .replace("{ticket}", String(random.int(10_000, 99_999)));
  if (random.chance(0.15)) call.comments = createComments(random, people, call);
  return call;
}

/** Two thirds of the calls belong to the first workspace. */
function workspaceOf(random: Random, { workspaces }: People): string {
  const [first, second] = workspaces;
  return (random.chance(0.66) ? first?.id : second?.id) ?? "";
}

function round(seconds: number, random: Random): number {
  return random.chance(0.3) ? seconds : Number((seconds + random.next()).toFixed(3));
}

const remarks = [
  "Great question, this is how we should open.",
  "Let's follow up on the number they mention here.",
  "Please listen to the objection, we hear it more often.",
  "Nice summary at the end.",
];

function createComments(random: Random, people: People, call: Call): Comment[] {
  const active = people.users.filter((user) => user.active && !user.avatar);
  return Array.from({ length: random.int(1, 3) }, () => {
    const audioStartTime = random.int(5, Math.floor(call.duration) - 10);
    return {
      id: random.id(),
      audioStartTime,
      audioEndTime: audioStartTime + random.int(1, 9),
      commenterUserId: random.pick(active).id,
      comment: random.pick(remarks),
      posted: formatInstant(Math.max(call.visibleAt ?? 0, call.startedAt)),
      inReplyTo: null,
      duringCall: false,
    };
  });
}
