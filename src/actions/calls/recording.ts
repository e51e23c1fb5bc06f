import type { FilePart } from "../../client/multipart";
import { openRemoteFile } from "../../client/remoteFile";
import type { FileValue } from "../../inputs/file";
import { mediaTypeOf } from "../../inputs/fileName";
import { InputError } from "../../inputs/InputError";

/** The largest recording that Gong takes, in bytes (G26). */
export const maxRecordingBytes = 1.5 * 1024 ** 3;

/** The type to name to Gong: what the file's name stands for (B30), else what it came with. */
const typeOf = (fileName: string, contentType: string | undefined): string =>
  mediaTypeOf(fileName) ?? contentType ?? "application/octet-stream";

/** Where a recording comes from: an earlier step, or the web. */
export interface RecordingInputs {
  readonly file: FileValue | undefined;
  readonly fileUrl: string | undefined;
  readonly fileName: string;
}

/** A recording that can be opened once for each attempt to send it. */
export interface Recording {
  /** @param signal of the attempt; when it aborts, what was opened is let go */
  open(signal: AbortSignal): Promise<FilePart>;
}

/**
 * Readies the recording that the inputs name.
 *
 * @throws InputError when they name none or two, or one larger than Gong takes
 */
export function toRecording({ file, fileUrl, fileName }: RecordingInputs): Recording {
  if (file && fileUrl) throw new InputError("File URL", "must be blank when File is given");
  if (fileUrl) return remoteRecording(fileUrl, fileName);
  if (!file) {
    throw new InputError("File", "or File URL is required", "the file of an earlier step");
  }
  if (file.data.length > maxRecordingBytes) {
    throw new InputError("File", "must be at most 1.5 GB, which is what Gong takes");
  }
  const contentType = typeOf(fileName, file.contentType);
  return { open: async () => ({ content: file.data, fileName, contentType }) };
}

function remoteRecording(url: string, fileName: string): Recording {
  return {
    open: async (signal) => {
      const rules = { label: "File URL", maxBytes: maxRecordingBytes, signal };
      const { stream, size, contentType } = await openRemoteFile(url, rules);
      return {
        content: stream,
        fileName,
        contentType: typeOf(fileName, contentType),
        ...(size === undefined ? {} : { size }),
      };
    },
  };
}
