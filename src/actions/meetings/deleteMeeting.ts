import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import { needed } from "../../inputs/needed";
import * as operations from "../../operations/meetings";
import { displayOf, outputOf } from "../describe";
import { meetingIdInput, organizerEmailInput } from "./meetingInputs";

/** Deletes a meeting for good. */
export const deleteMeeting = action({
  display: displayOf(
    operations.deleteMeeting,
    "Delete a meeting made by Create New Gong Meeting. This cannot be undone. Gong offers meetings in limited release.",
  ),
  inputs: {
    connection: connectionInput,
    meetingId: meetingIdInput,
    // G34: Gong deletes nothing without it.
    organizerEmail: needed(
      organizerEmailInput(
        "E-mail address of the Gong user who holds the meeting. Gong deletes no meeting without it, so a blank one is refused.",
        false,
      ),
    ),
  },
  performSafety: "notAllowed",
  perform: async (context, { connection, meetingId, organizerEmail }) => ({
    data: await createClient(connection, context).call(operations.deleteMeeting, {
      path: { meetingId },
      body: { organizerEmail },
    }),
  }),
  outputSchema: outputOf(operations.deleteMeeting),
  examplePayload: {
    data: {
      requestId: "4al018gzaztcr8nbukw",
      organizerEmail: "ada.quill@harbourline.example",
    },
  },
});
