import type { FilePart } from "../client/multipart";
import { openRemoteFile, type RemoteFileRules, sizeOf } from "../client/remoteFile";
import type { FileValue } from "../inputs/file";
import { mediaTypeOf } from "../inputs/fileName";
import { InputError } from "../inputs/InputError";

/** Where a file comes from: an earlier step, or the web. */
interface FileInputs {
  readonly fileInput: FileValue | undefined;
  readonly fileUrl: string | undefined;
  readonly fileName: string;
}

/** A file that can be opened once for each attempt to send it. */
export interface GivenFile {
  /** @param signal of the attempt; when it aborts, what was opened is let go */
  open(signal: AbortSignal): Promise<FilePart>;
}

/** What Gong accepts. */
type FileRules = Pick<RemoteFileRules, "maxBytes" | "allowsText" | "consequence">;

/** What Gong accepts as a recording (G26). */
export const recordingRules: FileRules = {
  maxBytes: 1.5 * 1024 ** 3,
  consequence: "Nothing was added to the call.",
};

/** The file that File or File URL names. @throws InputError for none, for two, or when too large */
export function toGivenFile(inputs: FileInputs, rules: FileRules): GivenFile {
  const { fileInput: file, fileUrl, fileName } = inputs;
  if (file && fileUrl) throw new InputError("File URL", "must be blank when File is given");
  if (fileUrl) {
    const remote = { ...rules, label: "File URL" };
    return { open: (signal) => openRemote(fileUrl, fileName, { ...remote, signal }) };
  }
  if (!file) {
    throw new InputError("File", "or File URL is required", "the file of an earlier step");
  }
  if (file.data.length > rules.maxBytes) {
    const most = sizeOf(rules.maxBytes);
    throw new InputError("File", `must be at most ${most}, which is Gong's limit`);
  }
  const contentType = mediaTypeOf(fileName, file.contentType);
  return { open: async () => ({ content: file.data, fileName, contentType }) };
}

async function openRemote(url: string, fileName: string, rules: RemoteFileRules) {
  const { stream: content, size, contentType } = await openRemoteFile(url, rules);
  const part = { content, fileName, contentType: mediaTypeOf(fileName, contentType) };
  return size === undefined ? part : { ...part, size };
}
