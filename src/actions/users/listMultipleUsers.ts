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
    userIds: userIdsInput("User Ids", "Only these users. Blank lists all in the range."),
    createdFromDateTime: instantInput(
      momentInput("Created From Date Time", "Only users added at this moment or later.", false),
    ),
    createdToDateTime: instantInput(
      momentInput("Created To Date Time", "Only users added before this moment.", false),
    ),
    includeAvatars: includeAvatarsInput,
  },
  request: (filter) => ({ body: { filter } }),
});
