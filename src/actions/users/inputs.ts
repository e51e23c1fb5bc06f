import { booleanInput, idListInput, instantInput } from "../../inputs/fields";
import { momentInput } from "../../inputs/range";

/** Which users are wanted. */
export const userFilterInputs = {
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
};
