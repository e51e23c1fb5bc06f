import type FormData from "form-data";
import { type FilePart, multipart } from "../../client/multipart";
import { type FileValue, readFile, toBinaryFile } from "../../inputs/file";
import { readFileName } from "../../inputs/fileName";
import { InputError } from "../../inputs/InputError";
import type { Pair } from "../../inputs/pairs";
import { isBlank } from "../../inputs/readers";
import { rawRequestInputs } from "./rawRequestInputs";
import { refuseFor, toJson, toText } from "./rawRequestText";

/** The media type of bytes that came without one. */
const anyType = "application/octet-stream";

/** A body, made anew for each attempt, and the type to name unless a header says otherwise. */
export interface RawBody {
  readonly make: () => string | Buffer | FormData;
  /** None for multipart, whose boundary the form itself names. */
  readonly contentType?: string;
}

/** The inputs that a body is made of. */
interface BodyInputs {
  readonly data?: unknown;
  readonly formData?: readonly Pair[] | undefined;
  readonly fileData?: readonly Pair[] | undefined;
  readonly fileDataFileNames?: readonly Pair[] | undefined;
}

/**
 * The body that the inputs ask for, or none.
 *
 * @throws InputError when both Data and form or file data are given, for a file of 0 bytes, and
 *   for a file name without a file
 */
export function toBody(inputs: BodyInputs): RawBody | undefined {
  const { data, formData = [], fileData = [], fileDataFileNames = [] } = inputs;
  const hasForm = formData.length > 0 || fileData.length > 0;
  if (hasForm && !isBlank(data)) {
    throw new InputError(
      rawRequestInputs.data.label,
      "must be blank when Form Data or File Data is given: a request has one body",
    );
  }
  if (hasForm) return { make: toForm(formData, fileData, fileDataFileNames) };
  if (fileDataFileNames.length > 0) {
    throw new InputError(rawRequestInputs.fileDataFileNames.label, "must come with File Data");
  }
  return isBlank(data) ? undefined : toPlainBody(data);
}

function toPlainBody(data: unknown): RawBody {
  const { label } = rawRequestInputs.data;
  if (typeof data === "string") {
    return { make: () => data, contentType: isJson(data) ? "application/json" : "text/plain" };
  }
  if (toBinaryFile(data)) {
    const file = readFile(data, refuseFor(label));
    return { make: () => file.data, contentType: file.contentType ?? anyType };
  }
  const json = toJson(data, label);
  return { make: () => json, contentType: "application/json" };
}

function toForm(
  formData: readonly Pair[],
  fileData: readonly Pair[],
  fileNames: readonly Pair[],
): () => FormData {
  const names = readNames(fileNames, fileData);
  const fields = formData.map(({ key, value }): Part => {
    const file = toBinaryFile(value);
    return [key, file ? toPart(file, "") : toText({ key, value }, rawRequestInputs.formData.label)];
  });
  const files = fileData.map(({ key, value }): Part => {
    const refuse = refuseFor(rawRequestInputs.fileData.label, key);
    return [key, toPart(readFile(value, refuse), names.get(key) ?? readFileName(key, refuse))];
  });
  return () => multipart([...fields, ...files]);
}

type Part = [field: string, part: string | FilePart];

/** @param fileName blank for bytes that stand for a field's value and are no file */
function toPart({ data, contentType = anyType }: FileValue, fileName: string): FilePart {
  return { content: data, fileName, contentType };
}

function readNames(fileNames: readonly Pair[], fileData: readonly Pair[]): Map<string, string> {
  const { label } = rawRequestInputs.fileDataFileNames;
  if (fileNames.some(({ key }) => !fileData.some((file) => file.key === key))) {
    throw new InputError(
      label,
      "must name fields that File Data has",
      `${fileData[0]?.key ?? "mediaFile"}: recording.mp3`,
    );
  }
  return new Map(
    fileNames.map(({ key, value }) => [key, readFileName(value, refuseFor(label, key))]),
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
