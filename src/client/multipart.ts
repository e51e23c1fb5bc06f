import FormData from "form-data";

/** A file in a multipart body. */
export interface FilePart {
  readonly content: Buffer;
  readonly fileName: string;
  readonly contentType: string;
}

/**
 * A multipart body. Buffers are sent as they are, without a copy, and give the body an exact
 * length.
 */
export function multipart(
  parts: Iterable<readonly [field: string, part: string | FilePart]>,
): FormData {
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
    });
  }
  return form;
}
