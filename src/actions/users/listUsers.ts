import * as operations from "../../operations/users";
import { gongAction } from "../gongAction";
import { includeAvatarsInput } from "./inputs";

/** Lists the company's users. */
export const listUsers = gongAction(operations.listUsers, {
  description: "List your company's users, active and inactive.",
  inputs: { includeAvatars: includeAvatarsInput },
  request: (query) => ({ query }),
});
