import { isAnyArrayBuffer, isUint8Array } from "node:util/types";
import { isPlainObject, type Reader, wholeText } from "./readers";

/** A file as it came from an earlier step. */
export interface FileValue {
  readonly data: Buffer;
  /** A well-formed media type; nothing where the step named none, or something else. */
  readonly contentType?: string;
}

/**
 * A file of at least one byte: a Buffer, `{data, contentType}` as steps return files, a Buffer that
 * went through JSON, or text, which is the file's content.
 */
export const readFile: Reader<FileValue> = (given, refuse) => {
  const text = isPlainObject(given) ? given.data : given;
  if (typeof text === "string") wholeText(text, refuse);
  const file = toFile(given);
  if (!file) return refuse("must be a file from an earlier step");
  return file.data.length > 0 ? file : refuse("is empty");
};

/** The file that a value is, unless it is text, or an object with mere text under `data`. */
export function toBinaryFile(given: unknown): FileValue | undefined {
  const isText = [given, fieldsOf(given).data].some((value) => typeof value === "string");
  return isText ? undefined : toFile(given);
}

function toFile(given: unknown): FileValue | undefined {
  const { data: inner, contentType } = fieldsOf(given);
  const data = toBuffer(given) ?? toBuffer(inner);
  return data && (isMediaType(contentType) ? { data, contentType } : { data });
}

function toBuffer(value: unknown): Buffer | undefined {
  if (typeof value === "string" || isAnyArrayBuffer(value)) return Buffer.from(value as string);
  if (Buffer.isBuffer(value)) return value;
  if (isUint8Array(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  // `{"type": "Buffer", "data": [0, 255]}` is how JSON writes a Buffer.
  const { type, data } = fieldsOf(value);
  const isBytes = type === "Buffer" && Array.isArray(data) && data.every(isByte);
  return isBytes ? Buffer.from(data as number[]) : undefined;
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  isPlainObject(value) ? value : {};

const isByte = (value: unknown) => value === (Number(value) & 255);

/** RFC 9110, 8.3.1. It becomes a header, so a line break in it would begin another one. */
function isMediaType(value: unknown): value is string {
  return (
    typeof value === "string" && /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;[\t\x20-\x7e]*)?$/.test(value)
  );
}
