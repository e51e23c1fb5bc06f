import * as operations from "../../operations/meetings";
import { gongAction } from "../gongAction";
import { meetingIdInput, meetingInputs } from "./inputs";

/** Changes a meeting. */
export const updateGongMeeting = gongAction(operations.updateMeeting, {
  description:
    "Change a meeting that Create New Gong Meeting made. What you enter replaces its times, people, and title. Gong offers meetings in limited release.",
  inputs: { meetingId: meetingIdInput, ...meetingInputs },
  request: ({ meetingId, ...body }) => ({ path: { meetingId }, body }),
});
