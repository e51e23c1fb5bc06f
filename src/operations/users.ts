import { singleUser, userList } from "../schemas/users";
import { operation } from "./operation";

/** All users of the company, in pages. */
export const listUsers = operation({
  name: "List Users",
  route: "GET /v2/users",
  scope: "api:users:read",
  idempotent: true,
  cursor: "query",
  records: "users",
  key: "id",
  answer: userList,
});

/** One user. */
export const getUser = operation({
  name: "Get User",
  route: "GET /v2/users/{id}",
  scope: "api:users:read",
  idempotent: true,
  answer: singleUser,
});
