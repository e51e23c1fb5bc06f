import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import * as operations from "../../operations/meetings";
import { displayOf, outputOf } from "../describe";
import { meetingInputs, toMeetingBody } from "./meetingInputs";

/** Makes a meeting. */
export const createNewGongMeeting = action({
  display: displayOf(
    operations.createMeeting,
    "Create a meeting and get the web address by which people join it. The answer's additional invitees belong on the invitation, so that Gong records the meeting. Gong offers meetings in limited release.",
  ),
  inputs: { connection: connectionInput, ...meetingInputs },
  performSafety: "notAllowed",
  perform: async (context, { connection, ...meeting }) => ({
    data: await createClient(connection, context).call(operations.createMeeting, {
      body: toMeetingBody(meeting),
    }),
  }),
  outputSchema: outputOf(operations.createMeeting),
  examplePayload: {
    data: {
      requestId: "4al018gzaztcr8nbukw",
      meetingId: "7782342274025937895",
      meetingUrl: "https://join.gong.io/harbourline/ada.quill?tkn=MoNpS9tMNt8BK7EZxQpSJl",
      additionalInvitees: [{ email: "assistant@gong.io", displayName: "Gong Assistant" }],
    },
  },
});
