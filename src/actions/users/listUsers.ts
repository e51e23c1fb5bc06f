import * as operations from "../../operations/users";
import { gongList } from "../gongAction";
import { exampleUser } from "./example";
import { includeAvatarsInput } from "./inputs";

/** Lists the company's users. */
export const listUsers = gongList(operations.listUsers, {
  description: "List the company's users, active and inactive.",
  inputs: { includeAvatars: includeAvatarsInput },
  request: (query) => ({ query }),
  example: exampleUser,
});
