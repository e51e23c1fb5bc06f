import type { FastifyInstance } from "fastify";
import type { LogEntry } from "../company/records";
import { nothingFound } from "../errors";
import { dateTime, object, oneOf, text } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { parseInstant, within } from "../time";
import { answer, checkRange, typed } from "./api";

const logsQuery = object(
  {
    logType: oneOf(
      "AccessLog",
      "UserActivityLog",
      "UserCallPlay",
      "ExternallySharedCallAccess",
      "ExternallySharedCallPlay",
    ),
    fromDateTime: dateTime,
    toDateTime: dateTime,
    cursor: text,
  },
  ["logType", "fromDateTime"],
);

/** `GET /v2/logs` */
export function registerLogs(app: FastifyInstance, state: SandboxState): void {
  typed(app).get(
    "/v2/logs",
    { schema: { querystring: logsQuery }, config: { scope: "api:logs:read" } },
    async ({ query: { cursor, ...filter } }) => {
      checkRange(filter);
      const inRange = within(filter.fromDateTime, filter.toDateTime);
      const { records, items } = state.pager.page({
        operation: "GET /v2/logs",
        inputs: filter,
        cursor,
        list: state.company.logs.filter(
          ({ logType, eventTime }) =>
            logType === filter.logType && inRange(parseInstant(eventTime) ?? 0),
        ),
        keyOf: ({ sequence }) => sequence,
      });
      if (items.length === 0) throw nothingFound("logs");
      return answer(state, { records, logEntries: items.map(renderEntry) });
    },
  );
}

function renderEntry({ user, impersonator, eventTime, logRecord }: LogEntry) {
  return {
    userId: user?.id ?? null,
    userEmailAddress: user?.emailAddress ?? null,
    userFullName: user ? `${user.firstName} ${user.lastName}` : null,
    impersonatorUserId: impersonator?.id ?? null,
    impersonatorEmailAddress: impersonator?.emailAddress ?? null,
    impersonatorFullName: impersonator
      ? `${impersonator.firstName} ${impersonator.lastName}`
      : null,
    impersonatorCompanyId: impersonator ? "1000000000000000001" : null,
    eventTime,
    logRecord,
  };
}
