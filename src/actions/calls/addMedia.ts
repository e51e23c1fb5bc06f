import { action } from "@prismatic-io/spectral";
import { createClient } from "../../client/createClient";
import { multipart } from "../../client/multipart";
import { connectionInput } from "../../inputs/connection";
import { fileInput, fileNameInput, idInput, urlInput } from "../../inputs/fields";
import { InputError } from "../../inputs/InputError";
import * as operations from "../../operations/calls";
import { answerOf, displayOf } from "../describe";
import { hasMediaUrlMark } from "./mediaUrlMark";
import { toRecording } from "./recording";

/** The inputs of Add Call Media beside the connection. */
export const addMediaInputs = {
  callId: idInput({
    label: "Call Id",
    required: true,
    comments: "ID of the call, from the answer of Create New Call.",
    example: "7782342274025937895",
  }),
  fileInput: fileInput({
    label: "File",
    comments:
      "The recording as a binary file from an earlier step: WAV, MP3, MP4, MKV or FLAC, at most 1.5 GB. Give either this or File URL, which needs no memory and is best for large recordings.",
    placeholder: "Binary file of an earlier step",
    example: "the result of a step that downloads a file",
  }),
  fileUrl: urlInput({
    label: "File URL",
    comments:
      "Web address of the recording, in place of File: at most 1.5 GB. It is passed on to Gong as it arrives. It must begin with https:// and must not lead to a private address.",
    example: "https://recordings.harbourline.example/0001.mp3",
  }),
  fileName: fileNameInput({
    label: "File Name",
    required: true,
    comments: "Name of the recording with its ending, which tells Gong its type.",
    example: "recording.mp3",
  }),
};

/** Adds the recording to a call made by Create New Call. */
export const addMedia = action({
  display: displayOf(
    operations.addMedia,
    "Upload the recording of a call made by Create New Call. Gong drops recordings shorter than 60 seconds, silence not counted, and takes none for a call with a Download Media URL.",
  ),
  inputs: { connection: connectionInput, ...addMediaInputs },
  performSafety: "notAllowed",
  perform: async (context, { connection, callId, fileInput: file, fileName, fileUrl }) => {
    if (hasMediaUrlMark(context.executionState, callId)) {
      throw new InputError(
        "Call Id",
        "stands for a call made with a Download Media URL, which takes no other recording",
      );
    }
    const recording = toRecording({ file, fileUrl, fileName });
    const data = await createClient(connection, context).call(operations.addMedia, {
      path: { id: callId },
      form: async ({ signal }) => multipart([["mediaFile", await recording.open(signal)]]),
    });
    return { data };
  },
  ...answerOf(operations.addMedia),
});
