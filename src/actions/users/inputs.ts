import { booleanInput } from "../../inputs/fields";

/** Whether lists of users have avatars in them. */
export const includeAvatarsInput = booleanInput({
  label: "Include Avatars",
  default: "false",
  comments:
    "Also list avatars, which stand for Gong's own staff, such as support. Turn it on when other answers name user IDs that you do not find.",
});
