import { type FileInputs, type GivenFile, toGivenFile } from "../givenFile";

/** The largest recording that Gong accepts, in bytes (G26). */
const maxRecordingBytes = 1.5 * 1024 ** 3;

/**
 * Readies the recording that the inputs name.
 *
 * @throws InputError when they name none or two, or one larger than Gong accepts
 */
export function toRecording(inputs: FileInputs): GivenFile {
  const consequence = "Nothing was added to the call.";
  return toGivenFile(inputs, { maxBytes: maxRecordingBytes, consequence });
}
