import { booleanInput } from "../../inputs/fields";
import * as operations from "../../operations/users";
import { gongList } from "../gongAction";
import { exampleUser } from "./example";

/** Lists the company's users. */
export const listUsers = gongList(operations.listUsers, {
  description: "List the company's users, active and inactive.",
  inputs: {
    includeAvatars: booleanInput({
      label: "Include Avatars",
      default: "false",
      comments:
        "Also list avatars, which stand for Gong's own staff, such as support. Turn it on when other answers name user IDs that you do not find.",
    }),
  },
  request: (query) => ({ query }),
  example: exampleUser,
});
