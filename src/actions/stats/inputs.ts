import { dayInput } from "../../inputs/fields";
import { userIdsInput } from "../../inputs/ids";

/** The days and users that statistics are about. */
export const statsInputs = {
  fromDate: dayInput({
    label: "From Date",
    required: true,
    comments: "First day, in your company's time zone.",
    example: "2026-03-01",
  }),
  toDate: dayInput({
    label: "To Date",
    required: true,
    comments:
      "The day after the last one, in your company's time zone: 2026-03-01 to 2026-04-01 is the whole of March. Today at the latest.",
    example: "2026-04-01",
  }),
  userIds: userIdsInput(
    "User Ids",
    "Only these users, from List Users. Blank means everyone with data in these days.",
  ),
};
