import type { Reader } from "./readers";

/** A file as it came from an earlier step. */
export interface FileValue {
  readonly data: Buffer;
  readonly contentType?: string;
}

/**
 * A file of at least one byte: a Buffer, `{data, contentType}` as steps hand files on, a Buffer
 * that went through JSON, or text, which is taken as the file's content.
 */
export const readFile: Reader<FileValue> = (given, refuse) => {
  const file = toFile(given);
  if (!file) return refuse("must be a file from an earlier step");
  return file.data.length > 0 ? file : refuse("has 0 bytes; it must hold something");
};

function toFile(given: unknown): FileValue | undefined {
  const bare = toBuffer(given);
  if (bare) return { data: bare };
  if (typeof given !== "object" || given === null || !("data" in given)) return undefined;
  const data = toBuffer(given.data);
  const contentType = "contentType" in given ? given.contentType : undefined;
  if (!data) return undefined;
  return typeof contentType === "string" && contentType ? { data, contentType } : { data };
}

function toBuffer(value: unknown): Buffer | undefined {
  if (Buffer.isBuffer(value)) return value;
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  if (typeof value === "string") return Buffer.from(value, "utf8");
  return isBufferJson(value) ? Buffer.from(value.data) : undefined;
}

/** `{"type": "Buffer", "data": [0, 255]}`, which is how JSON writes a Buffer. */
function isBufferJson(value: unknown): value is { type: "Buffer"; data: number[] } {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    value.type === "Buffer" &&
    "data" in value &&
    Array.isArray(value.data)
  );
}
