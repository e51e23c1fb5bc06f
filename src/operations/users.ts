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
