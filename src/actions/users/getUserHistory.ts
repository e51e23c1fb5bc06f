import { userIdInput } from "../../inputs/ids";
import * as operations from "../../operations/users";
import { gongAction } from "../gongAction";

/** Lists when a user's settings changed. */
export const getUserHistory = gongAction(operations.getUserHistory, {
  description: "Get when a user's settings changed, such as whether their calls are recorded.",
  inputs: { userId: userIdInput },
  request: ({ userId }) => ({ path: { id: userId } }),
});
