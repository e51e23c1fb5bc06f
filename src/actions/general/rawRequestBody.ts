import type FormData from "form-data";
import { type FilePart, multipart } from "../../client/multipart";
import { readFile } from "../../inputs/file";
import { InputError } from "../../inputs/InputError";
import type { Pair } from "../../inputs/pairs";
import { isBlank } from "../../inputs/readers";
import { rawRequestInputs } from "./rawRequestInputs";

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
  if (typeof data === "string") {
    return { make: () => data, contentType: isJson(data) ? "application/json" : "text/plain" };
  }
  const file = asFile(data);
  if (file) {
    return { make: () => file.data, contentType: file.contentType ?? "application/octet-stream" };
  }
  const json = toJson(data, rawRequestInputs.data.label);
  return { make: () => json, contentType: "application/json" };
}

/** A Buffer or a step's file; an object with a text under `data` is JSON and no file. */
function asFile(data: unknown) {
  const inner = typeof data === "object" && data !== null && "data" in data ? data.data : data;
  const isFile = inner instanceof Uint8Array || inner instanceof ArrayBuffer;
  return isFile ? readFile(data, refuse(rawRequestInputs.data.label)) : undefined;
}

function toForm(
  formData: readonly Pair[],
  fileData: readonly Pair[],
  fileNames: readonly Pair[],
): () => FormData {
  const names = new Map(fileNames.map(({ key, value }) => [key, String(value)]));
  const stray = [...names.keys()].find((key) => !fileData.some((file) => file.key === key));
  if (stray) {
    throw new InputError(
      rawRequestInputs.fileDataFileNames.label,
      "must name fields that File Data has",
      `${fileData[0]?.key ?? "mediaFile"}: recording.mp3`,
    );
  }
  const fields = formData.map(({ key, value }): [string, string | FilePart] => [
    key,
    typeof value === "object" ? toJson(value, rawRequestInputs.formData.label) : String(value),
  ]);
  const files = fileData.map(({ key, value }): [string, string | FilePart] => {
    const file = readFile(value, refuse(rawRequestInputs.fileData.label, key));
    return [
      key,
      {
        content: file.data,
        fileName: names.get(key) ?? key,
        contentType: file.contentType ?? "application/octet-stream",
      },
    ];
  });
  return () => multipart([...fields, ...files]);
}

const refuse =
  (label: string, place?: string) =>
  (problem: string): never => {
    throw new InputError(label, problem, undefined, place);
  };

function toJson(value: unknown, label: string): string {
  try {
    const text = JSON.stringify(value);
    if (text !== undefined) return text;
  } catch {
    // Circles and big integers have no JSON; the error below says so.
  }
  throw new InputError(label, "must be text, JSON or a file");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
