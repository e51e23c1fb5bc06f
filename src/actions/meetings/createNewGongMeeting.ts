import * as operations from "../../operations/meetings";
import { gongAction } from "../gongAction";
import { meetingInputs } from "./inputs";

/** Makes a meeting. */
export const createNewGongMeeting = gongAction(operations.createMeeting, {
  description:
    "Create a meeting and get its web address. Also invite the additionalInvitees in the result, so that Gong records the meeting. Gong offers meetings in limited release.",
  inputs: meetingInputs,
  request: (body) => ({ body }),
});
