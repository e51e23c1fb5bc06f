import type { Random } from "../random";
import { day, formatInstant, type Instant } from "../time";
import type { LogEntry, LogType } from "./records";
import type { Call, Company, User } from "./types";

/** Entries of each log type over the last 90 days; the commonest type fills more than one page. */
export function createLogs(
  random: Random,
  { users, calls, contacts }: Pick<Company, "users" | "calls" | "contacts">,
  now: Instant,
): LogEntry[] {
  const staff = users.filter(({ avatar }) => !avatar);
  const avatar = users.find((user) => user.avatar) ?? null;
  const address = () => `192.0.2.${random.int(1, 254)}`;
  const someCall = () => random.pick(calls);

  const kinds: {
    logType: LogType;
    count: number;
    record: (user: User) => Record<string, unknown>;
  }[] = [
    {
      logType: "AccessLog",
      count: 240,
      record: () => ({ action: random.pick(["LOGIN", "LOGIN", "LOGOUT"]), ipAddress: address() }),
    },
    {
      logType: "UserActivityLog",
      count: 130,
      record: () => ({
        action: random.pick(["SEARCH", "SHARE_CALL", "CREATE_TRACKER", "EXPORT"]),
        ipAddress: address(),
      }),
    },
    {
      logType: "UserCallPlay",
      count: calls.length > 0 ? 180 : 0,
      record: () => playRecord(random, someCall()),
    },
    {
      logType: "ExternallySharedCallAccess",
      count: calls.length > 0 ? 40 : 0,
      record: () => ({
        callId: someCall().id,
        viewerEmailAddress: random.pick(contacts).emailAddress,
      }),
    },
    {
      logType: "ExternallySharedCallPlay",
      count: calls.length > 0 ? 30 : 0,
      record: () => ({
        ...playRecord(random, someCall()),
        viewerEmailAddress: random.pick(contacts).emailAddress,
      }),
    },
  ];

  return kinds.flatMap(({ logType, count, record }) =>
    Array.from({ length: count }, (_, index): LogEntry => {
      const external = logType.startsWith("Externally");
      const user = random.pick(staff);
      return {
        sequence: `${logType}-${String(index).padStart(6, "0")}`,
        logType,
        eventTime: formatInstant(now - random.int(0, 90 * day), {
          fractionDigits: random.int(0, 6),
        }),
        user: external ? null : user,
        impersonator: !external && random.chance(0.02) ? avatar : null,
        logRecord: record(user),
      };
    }),
  );
}

function playRecord(random: Random, call: Call): Record<string, unknown> {
  return { callId: call.id, callTitle: call.title, secondsPlayed: random.int(5, 900) };
}
