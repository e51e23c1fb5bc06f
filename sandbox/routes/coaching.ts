import type { FastifyInstance } from "fastify";
import { type Activity, type ActivityKind, activitiesOf } from "../company/activity";
import type { User } from "../company/types";
import { numeric } from "../json";
import { dateTime, id, object } from "../schemas/json-schema";
import type { SandboxState } from "../state";
import { within } from "../time";
import { answer, checkRange, demandWorkspace, typed } from "./api";

/** Hyphens, unlike everywhere else (G32), and date-times, unlike other statistics (G55). */
const coachingQuery = object(
  { "workspace-id": id, "manager-id": id, from: dateTime, to: dateTime },
  ["workspace-id", "manager-id", "from", "to"],
);

const metrics: Record<string, ActivityKind> = {
  callsListenedTo: "othersCallsListenedTo",
  callsWithFeedback: "callsGaveFeedback",
  callsCommented: "callsCommentsGiven",
  callsScored: "callsScorecardsFilled",
};

/** `GET /v2/coaching`: what a manager did with the calls of each direct report. */
export function registerCoaching(app: FastifyInstance, state: SandboxState): void {
  typed(app).get(
    "/v2/coaching",
    { schema: { querystring: coachingQuery }, config: { scope: "api:coaching:read" } },
    async ({ query: { "workspace-id": workspaceId, "manager-id": managerId, from, to } }) => {
      demandWorkspace(state, workspaceId);
      checkRange({ fromDateTime: from, toDateTime: to });
      const { users } = state.company;
      const manager = users.find((user) => user.id === managerId);
      const reports = users.filter((user) => user.managerId === managerId);
      // A user who manages no one gets an empty list (G55).
      if (!manager || reports.length === 0) return answer(state, { coachingData: [] });
      const inRange = within(from, to);
      const done = activitiesOf(state.company, state.clock.now()).filter(
        ({ userId, call, at }) =>
          userId === managerId && call.workspaceId === workspaceId && inRange(at),
      );
      const directReportsMetrics = reports.map((report) => ({
        report: renderPerson(report),
        metrics: metricsFor(report, done),
      }));
      return answer(state, {
        coachingData: [{ manager: renderPerson(manager), directReportsMetrics }],
      });
    },
  );
}

function metricsFor(report: User, done: readonly Activity[]) {
  return Object.fromEntries(
    Object.entries(metrics).map(([name, wanted]) => {
      const calls = done.filter(
        ({ kind, call }) => kind === wanted && call.primaryUserId === report.id,
      );
      return [name, [...new Set(calls.map(({ call }) => call.id))]];
    }),
  );
}

/** Ids are JSON numbers here (G17). */
function renderPerson({ id, emailAddress, firstName, lastName, title }: User) {
  return { id: numeric(id), emailAddress, firstName, lastName, title };
}
