import type { FastifyInstance } from "fastify";
import type { FromSchema } from "json-schema-to-ts";
import {
  type ActivityCalendar,
  type ActivityKind,
  activitiesOf,
  activityKinds,
  calendarsOf,
} from "../company/activity";
import { round, type StatisticName, statisticsOf, sum } from "../company/interaction";
import type { Call } from "../company/types";
import { badRequest, GongError } from "../errors";
import { noQuery } from "../schemas/json-schema";
import { statisticsBody, statisticsByPeriodBody } from "../schemas/statistics";
import type { SandboxState } from "../state";
import {
  day,
  dayIn,
  formatInstant,
  type Period,
  parseInstant,
  periodsBetween,
  startOfDay,
  within,
} from "../time";
import { answer, checkDays, isVisible, typed } from "./api";

type Inputs = FromSchema<typeof statisticsBody>;
type Filter = Inputs["filter"];

/** The four statistics of users; answered scorecards are in a file of their own. */
export function registerStatistics(app: FastifyInstance, state: SandboxState): void {
  const server = typed(app);
  const options = { body: statisticsBody, querystring: noQuery };

  server.post(
    "/v2/stats/interaction",
    { schema: options, config: { scope: "api:stats:interaction" } },
    async ({ body: inputs }) => {
      const { render, range, ...rest } = pageOfUsers(state, "interaction", inputs, hostsOf);
      const peopleInteractionStats = render((calls) => ({
        personInteractionStats: averagesOf(calls),
      }));
      return answer(state, { ...rest, peopleInteractionStats, ...range });
    },
  );

  server.post(
    "/v2/stats/activity/aggregate",
    { schema: options, config: { scope: "api:stats:user-actions" } },
    async ({ body: inputs }) => {
      const { render, range, ...rest } = pageOfUsers(state, "aggregate", inputs, activeUsers);
      const { fromDate, toDate } = inputs.filter;
      const usersAggregateActivityStats = render((calendar) => ({
        userAggregateActivityStats: countsOf(calendar, fromDate, toDate),
      }));
      return answer(state, { ...rest, usersAggregateActivityStats, ...range });
    },
  );

  server.post(
    "/v2/stats/activity/aggregate-by-period",
    {
      schema: { ...options, body: statisticsByPeriodBody },
      config: { scope: "api:stats:user-actions" },
    },
    async ({ body: { aggregationPeriod, ...inputs } }) => {
      const {
        render,
        range: _,
        ...rest
      } = pageOfUsers(state, aggregationPeriod, inputs, activeUsers);
      const periods = periodsOf(state, inputs.filter, aggregationPeriod);
      const usersAggregateActivity = render((calendar) => ({
        userAggregateActivity: periods.map(({ from, to, dates }) => ({
          ...countsOf(calendar, from, to),
          ...dates,
        })),
      }));
      return answer(state, { ...rest, usersAggregateActivity });
    },
  );

  server.post(
    "/v2/stats/activity/day-by-day",
    { schema: options, config: { scope: "api:stats:user-actions:detailed" } },
    async ({ body: inputs }) => {
      const { render, range: _, ...rest } = pageOfUsers(state, "days", inputs, activeUsers);
      const days = periodsOf(state, inputs.filter, "DAY");
      const usersDetailedActivities = render((calendar) => ({
        userDailyActivityStats: days.map(({ from, dates }) => ({
          ...eachKind((kind) => [...(calendar.get(from)?.get(kind) ?? [])]),
          ...dates,
        })),
      }));
      return answer(state, { ...rest, usersDetailedActivities });
    },
  );
}

/** More days than these would make an answer of hundreds of megabytes. */
const mostDays = 1000;

function periodsOf(state: SandboxState, { fromDate, toDate }: Filter, unit: Period) {
  const { timeZone } = state.company;
  const earliest = formatInstant(Date.parse(`${toDate}T00:00:00Z`) - mostDays * day).slice(0, 10);
  return periodsBetween(fromDate < earliest ? earliest : fromDate, toDate, unit).map(
    ({ from, to }) => ({
      from,
      to,
      dates: {
        fromDate: startOfDay(timeZone, from).text,
        toDate: startOfDay(timeZone, to).text,
      },
    }),
  );
}

/** Visible calls of the range by their host. */
function hostsOf(state: SandboxState, { filter }: Inputs): Map<string, Call[]> {
  const inRange = rangeOf(state, filter);
  const now = state.clock.now();
  const hosts = new Map<string, Call[]>();
  for (const call of state.company.calls) {
    if (!isVisible(call, now) || !inRange(call.startedAt)) continue;
    hosts.set(call.primaryUserId, [...(hosts.get(call.primaryUserId) ?? []), call]);
  }
  return hosts;
}

function activeUsers(state: SandboxState, { filter }: Inputs): Map<string, ActivityCalendar> {
  const inRange = rangeOf(state, filter);
  const known = new Set(state.company.users.map((user) => user.id));
  if (filter.userIds?.some((userId) => !known.has(userId))) throw noUser();
  const activities = activitiesOf(state.company, state.clock.now());
  return calendarsOf(
    state.company,
    activities.filter(({ at }) => inRange(at)),
  );
}

/** Both a user without activity and one that does not exist (G53). */
function noUser(): GongError {
  return new GongError(404, "User not found");
}

/** @throws GongError 400 for days that run backwards or lie ahead (G53) */
function rangeOf({ company, clock }: SandboxState, { fromDate, toDate }: Filter) {
  checkDays("filter.fromDate", fromDate, toDate);
  if (toDate > dayIn(company.timeZone, clock.now())) {
    throw badRequest("filter.toDate", "must not be after the current day");
  }
  const [from, to] = [fromDate, toDate].map((each) => startOfDay(company.timeZone, each).at);
  return (at: number) => at >= Number(from) && at < Number(to);
}

/** A page of the users who have something to tell. */
function pageOfUsers<T>(
  state: SandboxState,
  operation: string,
  inputs: Inputs,
  valuesOf: (state: SandboxState, inputs: Inputs) => Map<string, T>,
) {
  const { cursor, filter } = inputs;
  const values = valuesOf(state, inputs);
  const { company } = state;
  const created = within(filter.createdFromDateTime, filter.createdToDateTime);
  const wanted = filter.userIds && new Set(filter.userIds);
  const list = company.users.flatMap((user) => {
    const value = values.get(user.id);
    const matches = (!wanted || wanted.has(user.id)) && created(parseInstant(user.created) ?? 0);
    return value !== undefined && matches ? [{ user, value }] : [];
  });
  if (list.length === 0) {
    throw operation === "interaction"
      ? new GongError(404, "No stats found for the specified period")
      : noUser();
  }
  const { records, items } = state.pager.page({
    operation: `stats/${operation}`,
    inputs: filter,
    cursor,
    list,
    keyOf: ({ user }) => user.id.padStart(20, "0"),
  });
  return {
    records,
    /** The users of the page, each with what is said of it. */
    render: <R extends object>(renderValue: (value: T) => R) =>
      items.map(({ user, value }) => ({
        userId: user.id,
        userEmailAddress: user.emailAddress,
        ...renderValue(value),
      })),
    range: {
      fromDateTime: startOfDay(company.timeZone, filter.fromDate).text,
      toDateTime: startOfDay(company.timeZone, filter.toDate).text,
      timeZone: company.timeZone,
    },
  };
}

const averaged: readonly StatisticName[] = [
  "Longest Monologue",
  "Longest Customer Story",
  "Interactivity",
  "Patience",
  "Question Rate",
];

function averagesOf(calls: readonly Call[]) {
  const each = calls.map(statisticsOf);
  return averaged.map((name) => ({
    name,
    value: round(sum(each.map((statistics) => statistics[name])) / each.length),
  }));
}

/** A call counts once for each day on which the user dealt with it. */
function countsOf(calendar: ActivityCalendar, from: string, to: string) {
  const days = [...calendar].filter(([each]) => each >= from && each < to);
  return eachKind((kind) => sum(days.map(([, kinds]) => kinds.get(kind)?.size ?? 0)));
}

function eachKind<T>(measure: (kind: ActivityKind) => T) {
  return Object.fromEntries(activityKinds.map((kind) => [kind, measure(kind)]));
}
