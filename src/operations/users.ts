import { singleUser, userList } from "../schemas/users";
import { operation } from "./operation";

/** All users of the company, in pages. */
export const listUsers = operation({
  name: "List Users",
  method: "GET",
  path: "/v2/users",
  scope: "api:users:read",
  resend: "safe",
  cursor: "query",
  records: "users",
  recordKey: "id",
  answer: userList,
});

/** One user. */
export const getUser = operation({
  name: "Get User",
  method: "GET",
  path: "/v2/users/{id}",
  scope: "api:users:read",
  resend: "safe",
  answer: singleUser,
});
