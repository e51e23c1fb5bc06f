import { instantInput } from "../../inputs/fields";
import { userIdsInput } from "../../inputs/ids";
import { momentInput } from "../../inputs/range";

/** Which users are listed, by the names in Gong's filter. */
export const filterInputs = {
  userIds: userIdsInput(
    "User Ids",
    "Only these users, from List Users. Blank lists all users in the range.",
  ),
  createdFromDateTime: instantInput(
    momentInput(
      "Created From Date Time",
      "Only users added at this moment or later. Blank means since the first user.",
      false,
    ),
  ),
  createdToDateTime: instantInput(
    momentInput(
      "Created To Date Time",
      "Only users added before this moment. Blank means up to now.",
      false,
    ),
  ),
};
