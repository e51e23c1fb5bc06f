import { idInput, instantInput } from "../../inputs/fields";
import { fromDateTimeInput, toDateTimeInput } from "../../inputs/range";
import * as operations from "../../operations/coaching";
import { gongList } from "../gongAction";

/** Lists what a manager's reports were coached in. */
export const listCoachingMetrics = gongList(operations.listCoachingMetrics, {
  description:
    "Get a manager's coaching of each direct report. A user who manages no one gets an empty list.",
  inputs: {
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
        metrics: { feedbackGiven: ["3"] },
      },
    ],
  },
});
