import { multipart } from "../../client/multipart";
import * as operations from "../../operations/calls";
import { recordingRules, toGivenFile } from "../givenFile";
import { gongAction } from "../gongAction";
import { mediaInputs } from "./mediaInputs";

/** Adds the recording to a call made by Create New Call. */
export const addMedia = gongAction(operations.addMedia, {
  description:
    "Upload the recording of a call that Create New Call made. Gong drops recordings with less than 60 seconds of sound. Do not use it for a call with a Download Media URL.",
  inputs: mediaInputs,
  request: ({ callId, ...files }) => {
    const recording = toGivenFile(files, recordingRules);
    return {
      path: { id: callId },
      form: async (signal) => multipart([["mediaFile", await recording.open(signal)]]),
    };
  },
});
