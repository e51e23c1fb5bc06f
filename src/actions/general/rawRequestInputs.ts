import type { Body } from "../../client/types";
import { defineInput, type ValuesOf } from "../../inputs/define";
import {
  booleanInput,
  lineInput,
  numberInput,
  pairsInput,
  suggestionInput,
} from "../../inputs/fields";
import { type FileValue, readFile, toBinaryFile } from "../../inputs/file";
import { toJsonValue } from "../../inputs/json";
import { readAnyText } from "../../inputs/pairs";
import { type Reader, type Refuse, readText, readTrimmed } from "../../inputs/readers";
import { parseExactJson } from "../../text/json";

const methods = "GET POST PUT PATCH DELETE HEAD OPTIONS LINK PURGE UNLINK".split(" ");

/** Any method of HTTP (B13) but CONNECT, which opens a tunnel and sends no request. */
const readMethod: Reader<string> = (given, refuse) => {
  const method = readTrimmed(given, refuse).toUpperCase();
  return /^(?!CONNECT$)[A-Z-]+$/.test(method) ? method : refuse("must be an HTTP method");
};

/** A list becomes a parameter that repeats, as in Gong's description. */
const readQuery: Reader<string[]> = (given, refuse) =>
  [given].flat().map((value) => readAnyText(value, refuse));

/** A body, made anew for each attempt, and the type to name unless a header says otherwise. */
export interface RawBody {
  readonly make: () => Body | Promise<Body>;
  /** None for multipart, whose boundary the form itself names. */
  readonly contentType?: string;
  /** What it says, as a value. */
  readonly about?: unknown;
}

/** Data: a file's bytes, a value as JSON, or text as it is, which counts as a form unless it is JSON (B20). */
const readData: Reader<RawBody> = (given, refuse) => {
  const file = toBinaryFile(given);
  if (file)
    return { make: () => file.data, contentType: file.contentType ?? "application/octet-stream" };
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
      ? refuse("must not contain a number as large as 1e999, which JSON cannot represent")
      : undefined;
  }
}

/** A field of a form: text, or bytes. */
const readField: Reader<string | FileValue> = (given, refuse) =>
  toBinaryFile(given) ?? readAnyText(given, refuse);

/** A file of a form. Text counts as its content, and blank text as an empty file. */
const readFormFile: Reader<FileValue> = (given, refuse) =>
  given === "" ? { data: Buffer.alloc(0) } : (toBinaryFile(given) ?? readFile(given, refuse));

const pairs = <T>(label: string, comments: string, example: string, read: Reader<T>) =>
  pairsInput({ label, comments, placeholder: "Value", example }, read);

const toggle = (label: string, comments: string) =>
  booleanInput({ label, default: "false", comments });

/** The inputs of Raw Request beside the connection. */
export const rawRequestInputs = {
  url: lineInput({
    label: "URL",
    required: true,
    comments: "Path of the API operation, or a full address on the connection's host.",
    example: "/v2/calls",
  }),
  method: defineInput(
    { type: "string", model: methods.map((value) => ({ label: value, value })) },
    { label: "Method", required: true, comments: "HTTP method of the operation.", example: "GET" },
    readMethod,
  ),
  data: defineInput(
    { type: "string" },
    {
      label: "Data",
      comments:
        "Body of the request: JSON text, an object, a file, or other text, which is sent form-encoded. Leave it blank if you use Form Data or File Data.",
      example: '{"filter": {"callIds": ["7782342274025937895"]}}',
    },
    readData,
  ),
  formData: pairs("Form Data", "Text fields of a multipart body.", "name: value", readField),
  fileData: pairs(
    "File Data",
    "Files of a multipart body, by field name. Each value is a binary file from an earlier step, or text.",
    "mediaFile: the result of a step that downloads a file",
    readFormFile,
  ),
  fileDataFileNames: pairs(
    "File Data File Names",
    "Names for the files of File Data, by the same field names. Blank means the field name.",
    "mediaFile: recording.mp3",
    readAnyText,
  ),
  queryParams: pairs(
    "Query Parameter",
    "Query parameters, added to those in the URL. A list becomes a parameter that repeats.",
    "fromDateTime: 2026-03-01T00:00:00Z",
    readQuery,
  ),
  headers: pairs(
    "Header",
    "Headers to send. Authorization comes from the connection.",
    "X-Correlation-Id: 42",
    readAnyText,
  ),
  responseType: suggestionInput({
    label: "Response Type",
    default: "json",
    comments:
      "How to read the response: json (text if it is not JSON), text or document unchanged, or arraybuffer for a binary file.",
    example: "json",
    choices: ["json", "text", "arraybuffer", "document"],
  }),
  timeout: numberInput({
    label: "Timeout",
    comments:
      "Milliseconds to wait for the response. Blank means one minute, or 14 minutes with File Data.",
    example: "60000",
  }),
  debugRequest: toggle("Debug Request", "Log a line for each attempt, without headers and bodies."),
  retryDelayMS: numberInput({
    label: "Retry Delay (ms)",
    default: "0",
    comments: "Milliseconds to wait before each retry.",
    example: "1000",
  }),
  retryAllErrors: toggle(
    "Retry On All Errors",
    "Retry after every error and with every method. When off, only lost connections and 5xx responses are retried, and never a POST or PATCH.",
  ),
  maxRetries: numberInput({
    label: "Max Retry Count",
    default: "0",
    comments: "How many times to retry. Waits for Gong's limit do not count.",
    example: "3",
  }),
  useExponentialBackoff: toggle(
    "Use Exponential Backoff",
    "Double the wait with each retry, from one second when Retry Delay (ms) is 0.",
  ),
};

/** What they read. */
export type RawRequestValues = Partial<ValuesOf<typeof rawRequestInputs>>;
