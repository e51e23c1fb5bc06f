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

/** A multipart body. Buffers are sent without a copy; streams pass through in constant memory. */
export async function multipart(
  parts: Iterable<readonly [field: string, part: string | FilePart]>,
): Promise<FormData> {
  const { default: FormData } = await import(/* webpackMode: "eager" */ "form-data");
  const form = new FormData();
  for (const [field, part] of parts) {
    if (typeof part === "string") form.append(field, part);
    else {
      const { content, fileName: filename, contentType, size: knownLength } = part;
      // The type is always named, so that form-data does not guess.
      form.append(field, content, { filename, contentType, knownLength });
    }
  }
  return form;
}
