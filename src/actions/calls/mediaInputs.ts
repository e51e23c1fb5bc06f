import { fileInput, fileNameInput, idInput, urlInput } from "../../inputs/fields";

/** The inputs of Add Call Media beside the connection. */
export const mediaInputs = {
  callId: idInput({
    label: "Call Id",
    required: true,
    comments: "From Create New Call.",
    example: "7782342274025937895",
  }),
  fileInput: fileInput({
    label: "File",
    comments:
      "The recording, a binary file from an earlier step: WAV, MP3, MP4, MKV, or FLAC, at most 1.5 GB. Leave it blank if you enter a File URL, which is best for large recordings.",
    example: "the result of a step that downloads a file",
  }),
  fileUrl: urlInput({
    label: "File URL",
    comments:
      "Web address of the recording, at most 1.5 GB, instead of File. It must begin with https:// and be on the public internet.",
    example: "https://recordings.harbourline.example/0001.mp3",
  }),
  fileName: fileNameInput({
    label: "File Name",
    required: true,
    comments: "File name with its extension, which sets the media type.",
    example: "recording.mp3",
  }),
};
