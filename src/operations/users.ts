import type { Page, User } from "./answers";
import { operation } from "./operation";

/** All users of the company, in pages. */
export const listUsers = operation<Page & { users: User[] }>({
  name: "List Users",
  route: "GET /v2/users",
  scope: "api:users:read",
  idempotent: true,
  cursor: "query",
  records: "users",
  key: "id",
});

/** One user. */
export const getUser = operation({
  name: "Get User",
  route: "GET /v2/users/{id}",
  scope: "api:users:read",
  idempotent: true,
});

/** Users by ID or by when they were created, in pages. */
export const listMultipleUsers = operation<Page & { users: User[] }>({
  name: "List Users by Filter",
  route: "POST /v2/users/extensive",
  scope: "api:users:read",
  idempotent: true,
  cursor: "body",
  records: "users",
  key: "id",
});

/** When a user's settings changed; not paged. */
export const getUserHistory = operation({
  name: "Get User Settings History",
  route: "GET /v2/users/{id}/settings-history",
  scope: "api:users:read",
  idempotent: true,
  records: "userSettingsHistory",
});
