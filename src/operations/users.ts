import type { Page, User } from "./answers";
import { operation } from "./operation";

/** All users of the company, in pages. */
export const listUsers = operation<Page & { users: User[] }>("GET /v2/users", {
  name: "List Users",
  scope: "api:users:read",
  idempotent: true,
  cursor: "query",
  records: "users",
  key: "id",
});

/** One user. */
export const getUser = operation("GET /v2/users/{id}", {
  name: "Get User",
  scope: "api:users:read",
  idempotent: true,
});

/** Users by ID or by when they were created, in pages. */
export const listMultipleUsers = operation<Page & { users: User[] }>("POST /v2/users/extensive", {
  name: "List Users by Filter",
  scope: "api:users:read",
  idempotent: true,
  cursor: "body",
  records: "users",
  key: "id",
});

/** When a user's settings changed; not paged. */
export const getUserHistory = operation("GET /v2/users/{id}/settings-history", {
  name: "Get User Settings History",
  scope: "api:users:read",
  idempotent: true,
  records: "userSettingsHistory",
});
