import type { FilePart } from "../client/multipart";
import { openRemoteFile, type RemoteFileRules, sizeOf } from "../client/remoteFile";
import type { FileValue } from "../inputs/file";
import { mediaTypeOf } from "../inputs/fileName";
import { InputError } from "../inputs/InputError";

/** Where a file comes from: an earlier step, or the web. */
export interface FileInputs {
  readonly file: FileValue | undefined;
  readonly fileUrl: string | undefined;
  readonly fileName: string;
}

/** A file that can be opened once for each attempt to send it. */
export interface GivenFile {
  /** @param signal of the attempt; when it aborts, what was opened is let go */
  open(signal: AbortSignal): Promise<FilePart>;
}

/** What Gong accepts. */
export type FileRules = Pick<RemoteFileRules, "maxBytes" | "allowsText" | "consequence">;

/** The type to name to Gong: by the file's name (B30), else what it came with. */
const typeOf = (fileName: string, contentType: string | undefined): string =>
  mediaTypeOf(fileName) ?? contentType ?? "application/octet-stream";

/**
 * Readies the file that the inputs File and File URL name.
 *
 * @throws InputError when they name none or two, or one larger than Gong accepts
 */
export function toGivenFile({ file, fileUrl, fileName }: FileInputs, rules: FileRules): GivenFile {
  if (file && fileUrl) throw new InputError("File URL", "must be blank when File is given");
  if (fileUrl) return remoteFile(fileUrl, fileName, rules);
  if (!file) {
    throw new InputError("File", "or File URL is required", "the file of an earlier step");
  }
  if (file.data.length > rules.maxBytes) {
    const most = sizeOf(rules.maxBytes);
    throw new InputError("File", `must be at most ${most}, which is Gong's limit`);
  }
  const contentType = typeOf(fileName, file.contentType);
  return { open: async () => ({ content: file.data, fileName, contentType }) };
}

function remoteFile(url: string, fileName: string, rules: FileRules): GivenFile {
  return {
    open: async (signal) => {
      const { stream, size, contentType } = await openRemoteFile(url, {
        label: "File URL",
        signal,
        ...rules,
      });
      return {
        content: stream,
        fileName,
        contentType: typeOf(fileName, contentType),
        ...(size === undefined ? {} : { size }),
      };
    },
  };
}
