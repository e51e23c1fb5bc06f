import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { connectionInput } from "../../inputs/connection";
import { checkRange } from "../../inputs/range";
import * as operations from "../../operations/calls";
import { displayOf, outputOf } from "../describe";
import { mediaUrlMark } from "./mediaUrlMark";
import { checkParties, newCallInputs } from "./newCallInputs";

/** Makes a call that a recording is then added to, or fetched for by Gong. */
export const createNewCall = action({
  display: displayOf(
    operations.createCall,
    "Create a call from another system's recording. Either give a Download Media URL, or follow with Add Call Media; a call without a recording never shows up in Gong.",
  ),
  inputs: { connection: connectionInput, ...newCallInputs },
  performSafety: "notAllowed",
  perform: async (context, { connection, contextParam, ...call }) => {
    checkRange(call.scheduledStart, call.scheduledEnd, ["Scheduled Start", "Scheduled End"]);
    checkParties(call);
    const data = await createClient(connection, context).call(operations.createCall, {
      body: {
        clientUniqueId: call.clientUniqueId,
        primaryUser: call.primaryUser,
        parties: call.parties,
        direction: call.direction,
        actualStart: call.actualStart,
        scheduledStart: call.scheduledStart,
        scheduledEnd: call.scheduledEnd,
        title: call.title,
        purpose: call.purpose,
        duration: call.duration,
        disposition: call.disposition,
        context: contextParam,
        customData: call.customData,
        speakersTimeline: call.speakersTimeline,
        meetingUrl: call.meetingUrl,
        callProviderCode: call.callProviderCode,
        downloadMediaUrl: call.downloadMediaUrl,
        workspaceId: call.workspaceId,
        languageCode: call.languageCode,
      },
    });
    return call.downloadMediaUrl && data.callId
      ? { data, executionState: mediaUrlMark(data.callId) }
      : { data };
  },
  outputSchema: outputOf(operations.createCall),
  examplePayload: {
    data: { requestId: "4al018gzaztcr8nbukw", callId: "7782342274025937895" },
  },
});
