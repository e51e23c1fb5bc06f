import { userIdInput } from "../../inputs/ids";
import * as operations from "../../operations/users";
import { gongAction } from "../gongAction";

/** Gets one user. */
export const getUser = gongAction(operations.getUser, {
  description: "Get one user by ID.",
  inputs: { userId: userIdInput },
  request: ({ userId }) => ({ path: { id: userId } }),
});
