import type FormData from "form-data";
import { type FilePart, multipart } from "../../client/multipart";
import { readFile, toBinaryFile } from "../../inputs/file";
import { InputError } from "../../inputs/InputError";
import type { Pair } from "../../inputs/pairs";
import { isBlank } from "../../inputs/readers";
import { mediaTypeOf } from "../../text/mediaType";
import { rawRequestInputs } from "./rawRequestInputs";
import { demandWhole, toJson, toText } from "./rawRequestValues";

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
 * @throws InputError when both Data and form or file data are given, and for what cannot be sent
 */
export function toBody(inputs: BodyInputs): RawBody | undefined {
  const { data, formData = [], fileData = [], fileDataFileNames = [] } = inputs;
  const hasForm = formData.length > 0 || fileData.length > 0;
  if (!hasForm) return isBlank(data) ? undefined : toPlainBody(data);
  if (isBlank(data)) return { make: toForm(formData, fileData, fileDataFileNames) };
  throw new InputError(
    rawRequestInputs.data.label,
    "must be blank when Form Data or File Data is given: a request has one body",
  );
}

function toPlainBody(data: unknown): RawBody {
  const { label } = rawRequestInputs.data;
  if (typeof data === "string") {
    const text = demandWhole(data, label);
    return { make: () => text, contentType: isJson(text) ? "application/json" : formEncoded };
  }
  const file = toBinaryFile(data);
  if (file) return { make: () => file.data, contentType: file.contentType ?? mediaTypeOf("") };
  const json = toJson(data, label);
  return { make: () => json, contentType: "application/json" };
}

/** What text counts as that is no JSON (B20). */
const formEncoded = "application/x-www-form-urlencoded";

type Part = [field: string, part: string | FilePart];

function toForm(formData: readonly Pair[], fileData: readonly Pair[], names: readonly Pair[]) {
  const fields = formData.map((pair): Part => {
    const { label } = rawRequestInputs.formData;
    const file = toBinaryFile(pair.value);
    return [demandWhole(pair.key, label), file ? partOf(file, "") : toText(pair, label)];
  });
  const files = fileData.map((pair): Part => {
    const { label } = rawRequestInputs.fileData;
    const name = names.find(({ key }) => key === pair.key);
    const fileName = name ? toText(name, rawRequestInputs.fileDataFileNames.label) : pair.key;
    return [demandWhole(pair.key, label), partOf(fileOf(pair), fileName)];
  });
  return () => multipart([...fields, ...files]);
}

/** Text counts as a file's content, blank text too. */
function fileOf({ key, value }: Pair) {
  if (typeof value === "string") return { data: Buffer.from(value) };
  const refuse = (problem: string): never => {
    throw new InputError(rawRequestInputs.fileData.label, problem, undefined, key);
  };
  return toBinaryFile(value) ?? readFile(value, refuse);
}

/** @param fileName blank for bytes that stand for a field's value and are no file */
function partOf(file: { data: Buffer; contentType?: string }, fileName: string): FilePart {
  const { data, contentType = mediaTypeOf(fileName) } = file;
  return { content: data, fileName, contentType };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
