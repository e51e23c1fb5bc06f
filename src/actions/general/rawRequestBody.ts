import { type FilePart, multipart } from "../../client/multipart";
import type { Body } from "../../client/types";
import { type FileValue, readFile, toBinaryFile } from "../../inputs/file";
import { mediaTypeOf } from "../../inputs/fileName";
import { InputError } from "../../inputs/InputError";
import { toJsonValue } from "../../inputs/json";
import { type Pair, readAnyText } from "../../inputs/pairs";
import { type Reader, type Refuse, readText } from "../../inputs/readers";
import { parseExactJson } from "../../text/json";

/** A body, made anew for each attempt, and the type to name unless a header says otherwise. */
interface RawBody {
  readonly make: () => Body | Promise<Body>;
  /** None for multipart, whose boundary the form itself names. */
  readonly contentType?: string;
  /** What it says, as a value. */
  readonly about?: unknown;
}

const anyType = "application/octet-stream";

/** Data: a file's bytes, a value as JSON, or text as it is, which counts as a form unless it is JSON (B20). */
export const readData: Reader<RawBody> = (given, refuse) => {
  const file = toBinaryFile(given);
  if (file) return { make: () => file.data, contentType: file.contentType ?? anyType };
  const text = typeof given === "string" ? readText()(given, refuse) : undefined;
  const about = text === undefined ? toJsonValue(given, refuse) : jsonIn(text, refuse);
  if (text !== undefined && (about === undefined || typeof about === "string")) {
    return { make: () => text, contentType: "application/x-www-form-urlencoded" };
  }
  const json = text ?? JSON.stringify(about);
  return { make: () => json, contentType: "application/json", about };
};

/** What JSON text says. A number such as `1e999` would arrive as null on the other side. */
function jsonIn(text: string, refuse: Refuse): unknown {
  try {
    return parseExactJson(text);
  } catch (error) {
    return /too large/.test(String(error))
      ? refuse("must hold no number as large as 1e999, which JSON cannot keep")
      : undefined;
  }
}

/** A field of a form: text, or bytes. */
export const readField: Reader<string | FileValue> = (given, refuse) =>
  toBinaryFile(given) ?? readAnyText(given, refuse);

/** A file of a form. Text counts as its content, and blank text as an empty file. */
export const readFormFile: Reader<FileValue> = (given, refuse) =>
  given === "" ? { data: Buffer.alloc(0) } : (toBinaryFile(given) ?? readFile(given, refuse));

type Pairs<Value> = readonly Pair<Value>[] | undefined;

/** What the inputs of a body read. */
interface BodyInputs {
  readonly data?: RawBody | undefined;
  readonly formData?: Pairs<string | FileValue>;
  readonly fileData?: Pairs<FileValue>;
  readonly fileDataFileNames?: Pairs<string>;
}

/**
 * The body that the inputs ask for, or none.
 *
 * @throws InputError when both Data and form or file data are given
 */
export function toBody(inputs: BodyInputs): RawBody | undefined {
  const { data, formData = [], fileData = [], fileDataFileNames = [] } = inputs;
  const parts = [
    ...formData.map(
      ({ key, value }) => [key, typeof value === "string" ? value : partOf(value, "")] as const,
    ),
    ...fileData.map(({ key, value }) => {
      const name = fileDataFileNames.find((pair) => pair.key === key)?.value ?? key;
      return [key, partOf(value, name)] as const;
    }),
  ];
  if (parts.length === 0) return data;
  if (!data) return { make: () => multipart(parts), about: formData };
  const problem = "must be blank when Form Data or File Data is given: a request has one body";
  throw new InputError("Data", problem);
}

/** @param fileName its ending sets the type (B30); blank for a field whose value is bytes */
function partOf({ data, contentType = anyType }: FileValue, fileName: string): FilePart {
  return { content: data, fileName, contentType: mediaTypeOf(fileName) ?? contentType };
}
