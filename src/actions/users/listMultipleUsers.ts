import { instantInput } from "../../inputs/fields";
import { userIdsInput } from "../../inputs/ids";
import { momentInput } from "../../inputs/range";
import * as operations from "../../operations/users";
import { gongAction } from "../gongAction";
import { includeAvatarsInput } from "./inputs";

/** Lists users by ID or by when they were created. */
export const listMultipleUsers = gongAction(operations.listMultipleUsers, {
  description: "List users by ID or by the time they were added to Gong.",
  inputs: {
    userIds: userIdsInput(
      "User Ids",
      "Only these users, from List Users. Blank lists all users in the range.",
    ),
    createdFromDateTime: instantInput(
      momentInput(
        "Created From Date Time",
        "Only users added at this moment or later. Blank means since the first user.",
        false,
      ),
    ),
    createdToDateTime: instantInput(
      momentInput(
        "Created To Date Time",
        "Only users added before this moment. Blank means up to now.",
        false,
      ),
    ),
    includeAvatars: includeAvatarsInput,
  },
  request: (filter) => ({ body: { filter } }),
});
