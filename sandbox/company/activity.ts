import { createRandom, hashSeed } from "../random";
import { day, dayIn, hour, type Instant, minute, parseInstant } from "../time";
import type { Call, Company, User } from "./types";

/** What Gong counts of a user's work, in the order of its answers. */
export const activityKinds = [
  "callsAsHost",
  "callsGaveFeedback",
  "callsRequestedFeedback",
  "callsReceivedFeedback",
  "ownCallsListenedTo",
  "othersCallsListenedTo",
  "callsSharedInternally",
  "callsSharedExternally",
  "callsAttended",
  "callsCommentsGiven",
  "callsCommentsReceived",
  "callsMarkedAsFeedbackGiven",
  "callsMarkedAsFeedbackReceived",
  "callsScorecardsFilled",
  "callsScorecardsReceived",
] as const;

/** The name of one of Gong's counters. */
export type ActivityKind = (typeof activityKinds)[number];

/** One thing that a user did with a call. */
export interface Activity {
  kind: ActivityKind;
  userId: string;
  call: Call;
  at: Instant;
}

/** What users did until now, drawn from the calls, reviews, comments and logs of the company. */
export function activitiesOf(company: Company, now: Instant): Activity[] {
  const visible = company.calls.filter(({ visibleAt }) => visibleAt !== null && visibleAt <= now);
  const calls = new Map(visible.map((call) => [call.id, call]));
  const users = new Map(company.users.map((user) => [user.id, user]));
  const activities = [
    ...visible.flatMap((call) => [...ofCall(call), ...feedbackOn(call, users)]),
    ...reviews(company, calls),
    ...plays(company, calls),
  ];
  return activities.filter(({ at }) => at <= now);
}

function ofCall(call: Call): Activity[] {
  const { startedAt: at, primaryUserId: host } = call;
  const colleagues = (call.parties ?? []).flatMap(({ userId, speakerId }) =>
    userId && speakerId && userId !== host ? [userId] : [],
  );
  return [
    { kind: "callsAsHost", userId: host, call, at },
    ...colleagues.map((userId): Activity => ({ kind: "callsAttended", userId, call, at })),
    ...call.comments.flatMap(({ commenterUserId, posted }): Activity[] => {
      const when = parseInstant(posted) ?? at;
      return [
        { kind: "callsCommentsGiven", userId: commenterUserId, call, at: when },
        { kind: "callsCommentsReceived", userId: host, call, at: when },
      ];
    }),
  ];
}

/** Feedback between a host and the host's manager, and whom the host showed the call to. */
function feedbackOn(call: Call, users: Map<string, User>): Activity[] {
  const random = createRandom(hashSeed(`${call.id}/activity`));
  const host = call.primaryUserId;
  const manager = users.get(host)?.managerId;
  const at = call.startedAt + random.int(2 * hour, 2 * day);
  const activities: Activity[] = [];
  const add = (kind: ActivityKind, userId: string, when = at) =>
    activities.push({ kind, userId, call, at: when });
  if (manager && random.chance(0.2)) {
    if (random.chance(0.5)) add("callsRequestedFeedback", host, at - 90 * minute);
    add("callsGaveFeedback", manager);
    add("callsReceivedFeedback", host);
    if (random.chance(0.6)) {
      add("callsMarkedAsFeedbackGiven", manager);
      add("callsMarkedAsFeedbackReceived", host);
    }
  }
  if (random.chance(0.15)) add("callsSharedInternally", host);
  if (random.chance(0.08)) add("callsSharedExternally", host);
  return activities;
}

function reviews(company: Company, calls: Map<string, Call>): Activity[] {
  return company.answeredScorecards.flatMap((answered): Activity[] => {
    const call = calls.get(answered.callId);
    const at = parseInstant(answered.reviewTime);
    if (!call || at === undefined || answered.reviewerUserId === null) return [];
    return [
      { kind: "callsScorecardsFilled", userId: answered.reviewerUserId, call, at },
      { kind: "callsScorecardsReceived", userId: answered.reviewedUserId, call, at },
    ];
  });
}

function plays({ logs }: Company, calls: Map<string, Call>): Activity[] {
  return logs.flatMap(({ logType, user, eventTime, logRecord }): Activity[] => {
    const call = logType === "UserCallPlay" ? calls.get(String(logRecord.callId)) : undefined;
    const at = parseInstant(eventTime);
    if (!call || !user || at === undefined) return [];
    const isOwn = call.primaryUserId === user.id;
    const kind = isOwn ? "ownCallsListenedTo" : "othersCallsListenedTo";
    return [{ kind, userId: user.id, call, at }];
  });
}

/** The calls that a user dealt with, by day and kind: a call counts once a day for each. */
export type ActivityCalendar = Map<string, Map<ActivityKind, Set<string>>>;

/** Calendars of the users who were active, by the days of the company's time zone (G21). */
export function calendarsOf(
  company: Company,
  activities: readonly Activity[],
): Map<string, ActivityCalendar> {
  const calendars = new Map<string, ActivityCalendar>();
  for (const { userId, kind, call, at } of activities) {
    const days = entryOf(calendars, userId, () => new Map());
    const kinds = entryOf(days, dayIn(company.timeZone, at), () => new Map());
    entryOf(kinds, kind, () => new Set()).add(call.id);
  }
  return calendars;
}

function entryOf<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = create();
  map.set(key, made);
  return made;
}
