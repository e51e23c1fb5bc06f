import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import * as operations from "../../operations/meetings";
import { displayOf, outputOf } from "../describe";
import { meetingIdInput, meetingInputs, toMeetingBody } from "./meetingInputs";

/** Changes a meeting. */
export const updateGongMeeting = action({
  display: displayOf(
    operations.updateMeeting,
    "Change a meeting made by Create New Gong Meeting: its times, people and title are replaced by the ones given. Gong offers meetings in limited release.",
  ),
  inputs: { connection: connectionInput, meetingId: meetingIdInput, ...meetingInputs },
  performSafety: "notAllowed",
  perform: async (context, { connection, meetingId, ...meeting }) => ({
    data: await createClient(connection, context).call(operations.updateMeeting, {
      path: { meetingId },
      body: toMeetingBody(meeting),
    }),
  }),
  outputSchema: outputOf(operations.updateMeeting),
  examplePayload: {
    data: { requestId: "4al018gzaztcr8nbukw", meetingId: "7782342274025937895" },
  },
});
