import { idInput, instantInput } from "../../inputs/fields";
import { fromDateTimeInput, toDateTimeInput } from "../../inputs/range";

/** Whose coaching is wanted, and of when. */
export const coachingInputs = {
  workspaceId: idInput({
    label: "Workspace Id",
    required: true,
    comments: "Workspace of the calls. List Workspaces shows the IDs.",
    example: "623457276584334",
    dataSource: "workspaces",
  }),
  managerId: idInput({
    label: "Manager Id",
    required: true,
    comments: "User ID of the manager. List Users shows the IDs.",
    example: "563515258458745",
    dataSource: "users",
  }),
  fromDateTime: instantInput(
    fromDateTimeInput({ required: true, comments: "First moment of the range." }),
  ),
  // Gong takes no day without a time here (G55).
  toDateTime: instantInput(toDateTimeInput({ required: true, comments: "End of the range." })),
};
