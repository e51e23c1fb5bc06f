import * as operations from "../../operations/meetings";
import { gongAction } from "../gongAction";
import { deletionInputs } from "./inputs";

/** Deletes a meeting for good. */
export const deleteMeeting = gongAction(operations.deleteMeeting, {
  description:
    "Delete a meeting that Create New Gong Meeting made. You cannot undo this. Gong offers meetings in limited release.",
  inputs: deletionInputs,
  request: ({ meetingId, ...body }) => ({ path: { meetingId }, body }),
});
