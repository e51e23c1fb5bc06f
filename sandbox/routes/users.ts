import type { FastifyInstance } from "fastify";
import { renderUser } from "../company/people";
import type { User } from "../company/types";
import { GongError, nothingFound } from "../errors";
import { createRandom, hashSeed } from "../random";
import { idParams, noQuery } from "../schemas/json-schema";
import { listUsersQuery, usersExtensiveBody } from "../schemas/users";
import type { SandboxState } from "../state";
import { day, formatInstant, parseInstant, within } from "../time";
import { answer, isUnfiltered, typed } from "./api";

/** `GET /v2/users`, `GET /v2/users/{id}` and `POST /v2/users/extensive`. */
export function registerUsers(app: FastifyInstance, state: SandboxState): void {
  const config = { scope: "api:users:read" } as const;

  typed(app).get(
    "/v2/users",
    { schema: { querystring: listUsersQuery }, config },
    async ({ query: { cursor, ...filter } }) => {
      const { records, users } = pageOfUsers(state, {
        operation: "GET /v2/users",
        inputs: filter,
        cursor,
        matches: ({ avatar }) => filter.includeAvatars === "true" || !avatar,
      });
      return answer(state, { records, users });
    },
  );

  typed(app).get(
    "/v2/users/:id",
    { schema: { params: idParams, querystring: noQuery }, config },
    async ({ params: { id } }) => answer(state, { user: renderUser(findUser(state, id)) }),
  );

  typed(app).get(
    "/v2/users/:id/settings-history",
    { schema: { params: idParams, querystring: noQuery }, config },
    async ({ params: { id } }) =>
      answer(state, { userSettingsHistory: settingsHistory(state, findUser(state, id)) }),
  );

  typed(app).post(
    "/v2/users/extensive",
    { schema: { body: usersExtensiveBody, querystring: noQuery }, config },
    async ({ body: { cursor, filter } }) => {
      const inRange = within(filter.createdFromDateTime, filter.createdToDateTime);
      const wanted = filter.userIds && new Set(filter.userIds);
      const { records, users } = pageOfUsers(state, {
        operation: "POST /v2/users/extensive",
        inputs: filter,
        cursor,
        matches: (user) =>
          (filter.includeAvatars === true || !user.avatar) &&
          (!wanted || wanted.has(user.id)) &&
          inRange(createdAt(user)),
      });
      if (users.length === 0 && !isUnfiltered(filter)) throw nothingFound("users");
      return answer(state, { records, users });
    },
  );
}

/** @throws GongError a real 404 (G8) */
function findUser(state: SandboxState, id: string): User {
  const user = state.company.users.find((each) => each.id === id);
  if (!user) throw new GongError(404, `User ID ${id} was not found`);
  return user;
}

/** All off when the user was made, each switched on by the next day, and off again for one who left. */
function settingsHistory({ clock }: SandboxState, user: User) {
  const { telephonyCallsImported, ...settings } = user.settings;
  const random = createRandom(hashSeed(`${user.id}/settings`));
  const created = createdAt(user);
  const at = (instant: number) => formatInstant(instant, { offsetMinutes: -480 });
  const changes = Object.entries({ callsImported: telephonyCallsImported, ...settings }).flatMap(
    ([setting, value]) =>
      value ? [{ setting, value, time: at(created + random.int(0, day)) }] : [],
  );
  const left = (created + clock.now()) / 2;
  return [
    { setting: "active", value: true, time: at(created) },
    ...changes,
    ...(user.active ? [] : [{ setting: "active", value: false, time: at(left) }]),
  ].sort((one, other) => one.time.localeCompare(other.time));
}

interface UserPageRequest {
  operation: string;
  inputs: unknown;
  cursor: string | undefined;
  matches(user: User): boolean;
}

function pageOfUsers(state: SandboxState, request: UserPageRequest) {
  const { matches, ...rest } = request;
  const { records, items } = state.pager.page({
    ...rest,
    list: state.company.users.filter(matches),
    keyOf: ({ id }) => id.padStart(20, "0"),
  });
  return { records, users: items.map(renderUser) };
}

function createdAt({ created }: User): number {
  return parseInstant(created) ?? 0;
}
