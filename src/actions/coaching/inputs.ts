import { idInput, instantInput } from "../../inputs/fields";
import { workspaceIdInput } from "../../inputs/ids";
import { fromDateTimeInput, toDateTimeInput } from "../../inputs/range";

/** Whose coaching is wanted, and of when. */
export const coachingInputs = {
  workspaceId: idInput({
    ...workspaceIdInput("Workspace of the calls."),
    required: true,
  }),
  managerId: idInput({
    label: "Manager Id",
    required: true,
    comments: "User ID of the manager, from List Users.",
    example: "563515258458745",
    dataSource: "users",
  }),
  // Gong wants times, not days (G55).
  fromDateTime: instantInput(
    fromDateTimeInput({ required: true, comments: "Start of the range." }),
  ),
  toDateTime: instantInput(toDateTimeInput({ required: true, comments: "End of the range." })),
};
