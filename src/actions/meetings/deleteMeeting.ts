import { needed } from "../../inputs/needed";
import * as operations from "../../operations/meetings";
import { gongAction } from "../gongAction";
import { meetingIdInput, organizerEmailInput } from "./inputs";

/** Deletes a meeting for good; Gong requires its organizer (G34). */
export const deleteMeeting = gongAction(operations.deleteMeeting, {
  description:
    "Delete a meeting made by Create New Gong Meeting. You cannot undo this. Gong offers meetings in limited release.",
  inputs: {
    meetingId: meetingIdInput,
    organizerEmail: needed(
      organizerEmailInput(
        false,
        "E-mail address of the Gong user who holds the meeting. Gong deletes no meeting without it.",
      ),
    ),
  },
  request: ({ meetingId, ...body }) => ({ path: { meetingId }, body }),
  example: { organizerEmail: "ada.quill@harbourline.example" },
});
