import { booleanInput } from "../../inputs/fields";

/** Whether lists of users have avatars in them. */
export const includeAvatarsInput = booleanInput({
  label: "Include Avatars",
  default: "false",
  comments:
    "Also list avatars: users that represent Gong's own staff, such as support. Turn it on if you find user IDs that are not listed.",
});
