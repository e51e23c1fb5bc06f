import * as operations from "../../operations/users";
import { gongAction } from "../gongAction";
import { filterInputs } from "./filterInputs";
import { includeAvatarsInput } from "./inputs";

/** Lists users by ID or by when they were created. */
export const listMultipleUsers = gongAction(operations.listMultipleUsers, {
  description: "List users by ID or by the time they were added to Gong.",
  inputs: { ...filterInputs, includeAvatars: includeAvatarsInput },
  request: (filter) => ({ body: { filter } }),
});
