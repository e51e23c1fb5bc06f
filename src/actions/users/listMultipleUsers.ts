import { booleanInput, idListInput, instantInput } from "../../inputs/fields";
import { momentInput } from "../../inputs/range";
import * as operations from "../../operations/users";
import { gongList } from "../gongAction";
import { exampleUser } from "./example";

/** Lists users by ID or by when they were created. */
export const listMultipleUsers = gongList(operations.listMultipleUsers, {
  description: "List users by ID or by the time they were added to Gong.",
  inputs: {
    userIds: idListInput({
      label: "User Ids",
      comments: "Only these users. Blank lists all in the range.",
      example: "234599484848423",
      dataSource: "users",
    }),
    createdFromDateTime: instantInput(
      momentInput("Created From Date Time", "Only users added at this moment or later.", false),
    ),
    createdToDateTime: instantInput(
      momentInput("Created To Date Time", "Only users added before this moment.", false),
    ),
    includeAvatars: booleanInput({
      label: "Include Avatars",
      default: "false",
      comments: "Also list avatars: the users that stand for Gong's own staff, such as support.",
    }),
  },
  parts: "userIds",
  request: (filter) => ({ body: { filter } }),
  example: exampleUser,
});
