import { userIdInput } from "../../inputs/ids";
import * as operations from "../../operations/users";
import { gongList } from "../gongAction";

/** Lists when a user's settings changed. */
export const getUserHistory = gongList(operations.getUserHistory, {
  description: "Get when a user's settings changed, such as whether their calls are recorded.",
  inputs: { userId: userIdInput },
  request: ({ userId }) => ({ path: { id: userId } }),
  example: { setting: "webConferencesRecorded", value: true, time: "2025-09-01T08:30:00Z" },
});
