import { idInput, instantInput } from "../../inputs/fields";
import { workspaceIdInput } from "../../inputs/ids";
import { fromDateTimeInput, toDateTimeInput } from "../../inputs/range";
import * as operations from "../../operations/coaching";
import { gongList } from "../gongAction";

/** Lists what a manager's reports were coached in. */
export const listCoachingMetrics = gongList(operations.listCoachingMetrics, {
  description:
    "Get a manager's coaching of each direct report. A user who manages no one gets an empty list.",
  inputs: {
    workspaceId: idInput({
      ...workspaceIdInput("Workspace of the calls, from List Workspaces."),
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
      fromDateTimeInput({ required: true, comments: "First moment of the range." }),
    ),
    toDateTime: instantInput(toDateTimeInput({ required: true, comments: "End of the range." })),
  },
  request: ({ workspaceId, managerId, fromDateTime, toDateTime }) => ({
    query: {
      "workspace-id": workspaceId,
      "manager-id": managerId,
      from: fromDateTime,
      to: toDateTime,
    },
  }),
  example: {
    manager: { id: "563515258458745", emailAddress: "noor.hale@harbourline.example" },
    directReportsMetrics: [
      {
        report: { id: "234599484848423", emailAddress: "ada.quill@harbourline.example" },
        metrics: { callsListenedTo: ["7782342274025937895"], callsWithFeedback: [] },
      },
    ],
  },
});
