import { type FilePart, multipart } from "../../client/multipart";
import type { Body } from "../../client/types";
import { type FileValue, readFile, toBinaryFile } from "../../inputs/file";
import { mediaTypeOf } from "../../inputs/fileName";
import { InputError } from "../../inputs/InputError";
import { toJsonValue } from "../../inputs/json";
import type { Pair } from "../../inputs/pairs";
import { isBlank, type Refuse, readText } from "../../inputs/readers";
import { jsonOrNothing, parseExactJson } from "../../text/json";
import { rawRequestInputs } from "./rawRequestInputs";
import { refuseFor, toText } from "./rawRequestText";

/** A body, made anew for each attempt, and the type to name unless a header says otherwise. */
export interface RawBody {
  readonly make: () => Body;
  /** None for multipart, whose boundary the form itself names. */
  readonly contentType?: string;
  /** What it says, as a value. */
  readonly about?: unknown;
}

/** The inputs that a body is made of. */
type BodyInputs = { readonly data?: unknown } & {
  readonly [Key in "formData" | "fileData" | "fileDataFileNames"]?: readonly Pair[] | undefined;
};

/**
 * The body that the inputs ask for, or none.
 *
 * @throws InputError when both Data and form or file data are given, and for what cannot be sent
 */
export function toBody(inputs: BodyInputs): RawBody | undefined {
  const { data, formData = [], fileData = [], fileDataFileNames = [] } = inputs;
  const hasForm = formData.length > 0 || fileData.length > 0;
  if (!hasForm) return isBlank(data) ? undefined : toPlainBody(data);
  if (isBlank(data)) return toForm(formData, fileData, fileDataFileNames);
  throw new InputError(
    rawRequestInputs.data.label,
    "must be blank when Form Data or File Data is given: a request has one body",
  );
}

const anyType = "application/octet-stream";
const formEncoded = "application/x-www-form-urlencoded";

function toPlainBody(data: unknown): RawBody {
  const refuse = refuseFor(rawRequestInputs.data.label);
  const file = toBinaryFile(data);
  if (file) return { make: () => file.data, contentType: file.contentType ?? anyType };
  const isText = typeof data === "string";
  const body = isText ? readText()(data, refuse) : JSON.stringify(toJsonValue(data, refuse));
  const parsed = isText ? jsonOrNothing(body) : data;
  // Text that is no JSON, or no more than text in JSON, counts as a form (B20).
  const about = isText && typeof parsed === "string" ? undefined : parsed;
  if (isText && about !== undefined) refuseEndlessNumbers(body, refuse);
  const contentType = about === undefined ? formEncoded : "application/json";
  return { make: () => body, contentType, about };
}

/** A number beyond all, such as `1e999`, arrives as null on the other side. */
function refuseEndlessNumbers(json: string, refuse: Refuse): void {
  try {
    parseExactJson(json);
  } catch {
    refuse("must hold no number as large as 1e999, which JSON cannot keep");
  }
}

type Part = [field: string, part: string | FilePart];

function toForm(
  formData: readonly Pair[],
  fileData: readonly Pair[],
  names: readonly Pair[],
): RawBody {
  const fields = formData.map((pair): Part => {
    const file = toBinaryFile(pair.value);
    return [pair.key, file ? partOf(file, "") : toText(pair, rawRequestInputs.formData.label)];
  });
  const files = fileData.map((pair): Part => {
    const name = names.find(({ key }) => key === pair.key);
    const fileName = name ? toText(name, rawRequestInputs.fileDataFileNames.label) : pair.key;
    return [pair.key, partOf(fileOf(pair), fileName)];
  });
  const about = fields.map(([key, value]) => ({ [key]: value }));
  return { make: () => multipart([...fields, ...files]), about };
}

/** Text counts as a file's content, and blank text as an empty file. */
function fileOf({ key, value }: Pair): FileValue {
  if (value === "") return { data: Buffer.alloc(0) };
  return toBinaryFile(value) ?? readFile(value, refuseFor(rawRequestInputs.fileData.label, key));
}

/** @param fileName its ending tells the type (B30); blank for a field whose value is bytes */
function partOf({ data, contentType = anyType }: FileValue, fileName: string): FilePart {
  return { content: data, fileName, contentType: mediaTypeOf(fileName) ?? contentType };
}
