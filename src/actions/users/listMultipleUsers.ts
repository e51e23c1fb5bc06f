import * as operations from "../../operations/users";
import { gongList } from "../gongAction";
import { exampleUser } from "./example";
import { userFilterInputs } from "./inputs";

/** Lists users by ID or by when they were created. */
export const listMultipleUsers = gongList(operations.listMultipleUsers, {
  description: "List users by ID or by the time they were added to Gong.",
  inputs: userFilterInputs,
  parts: "userIds",
  request: (filter) => ({ body: { filter } }),
  example: exampleUser,
});
