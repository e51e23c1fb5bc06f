import type { Readable } from "node:stream";
import type FormData from "form-data";

/** A file in a multipart body. */
export interface FilePart {
  readonly content: Buffer | Readable;
  /** Bytes of a stream, where they are known; a Buffer knows its own. */
  readonly size?: number;
  readonly fileName: string;
  readonly contentType: string;
}

/**
 * A multipart body. Buffers are sent as they are, without a copy, and give the body an exact
 * length; streams pass through in constant memory.
 */
export async function multipart(
  parts: Iterable<readonly [field: string, part: string | FilePart]>,
): Promise<FormData> {
  const { default: FormData } = await import(/* webpackMode: "eager" */ "form-data");
  const form = new FormData();
  for (const [field, part] of parts) {
    if (typeof part === "string") {
      form.append(field, part);
      continue;
    }
    form.append(field, part.content, {
      filename: part.fileName,
      // Always named, so that form-data does not guess.
      contentType: part.contentType,
      ...(part.size === undefined ? {} : { knownLength: part.size }),
    });
  }
  return form;
}
