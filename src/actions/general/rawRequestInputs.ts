import { defineInput } from "../../inputs/define";
import { booleanInput, choiceInput, lineInput, numberInput, pairsInput } from "../../inputs/fields";
import type { Reader } from "../../inputs/readers";

/** Kept as it came; what it is decides how it is sent. */
const readAnything: Reader<unknown> = (given) => given;

/** The longest that one attempt may take: what the runner allows an execution. */
const maxTimeoutMs = 15 * 60_000;

/** Longer ones are cut off by the servers in front of an API, and not with an answer. */
export const maxAddressLength = 16_000;

/** The inputs of Raw Request beside the connection. */
export const rawRequestInputs = {
  url: lineInput(
    {
      label: "URL",
      required: true,
      comments:
        "Path of the API operation, put behind the connection's address. A whole address is taken when it is on the connection's host, and refused otherwise.",
      placeholder: "/v2/calls",
      example: "/v2/calls",
    },
    maxAddressLength,
  ),
  method: choiceInput(
    {
      label: "Method",
      required: true,
      comments: "HTTP method of the operation.",
      placeholder: "Method",
      example: "GET",
    },
    ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "LINK", "PURGE", "UNLINK"],
  ),
  data: defineInput(
    { type: "string" },
    {
      label: "Data",
      required: false,
      comments:
        "Body of the request: JSON text, an object, other text, or a file. Leave it blank when Form Data or File Data is given.",
      placeholder: '{"filter": {"callIds": ["7782342274025937895"]}}',
      example: '{"filter": {"callIds": ["7782342274025937895"]}}',
    },
    readAnything,
  ),
  formData: pairsInput({
    label: "Form Data",
    required: false,
    comments: "Text fields of a multipart body, by name.",
    placeholder: "Value",
    example: "name: value",
  }),
  fileData: pairsInput({
    label: "File Data",
    required: false,
    comments:
      "Files of a multipart body, by field name; each value is a file from an earlier step or text.",
    placeholder: "File of an earlier step",
    example: "mediaFile: the result of a step that downloads a file",
  }),
  fileDataFileNames: pairsInput({
    label: "File Data File Names",
    required: false,
    comments:
      "Names for the files of File Data, by the same field names. Without one, the field name is used.",
    placeholder: "recording.mp3",
    example: "mediaFile: recording.mp3",
  }),
  queryParams: pairsInput({
    label: "Query Parameter",
    required: false,
    comments: "Query parameters by name; they are encoded and added to those in the URL.",
    placeholder: "Value",
    example: "fromDateTime: 2026-03-01T00:00:00Z",
  }),
  headers: pairsInput({
    label: "Header",
    required: false,
    comments: "Headers by name. Authorization comes from the connection and cannot be replaced.",
    placeholder: "Value",
    example: "X-Correlation-Id: 42",
  }),
  responseType: choiceInput(
    {
      label: "Response Type",
      required: true,
      default: "json",
      comments:
        "How to read the answer: json as a value, text or document as it came, arraybuffer as a file.",
      placeholder: "json",
      example: "json",
    },
    ["json", "text", "arraybuffer", "document"],
  ),
  timeout: numberInput(
    {
      label: "Timeout",
      required: false,
      comments:
        "Milliseconds to wait for the answer, at most 900000. Blank means a minute, and 14 minutes with File Data.",
      placeholder: "60000",
      example: "60000",
    },
    { min: 0, max: maxTimeoutMs },
  ),
  debugRequest: booleanInput({
    label: "Debug Request",
    required: false,
    default: "false",
    comments:
      "Log a line for each attempt: method, path, status, time and Gong's request id. Headers and bodies are never logged.",
  }),
  retryDelayMS: numberInput(
    {
      label: "Retry Delay (ms)",
      required: false,
      default: "0",
      comments: "Milliseconds to wait before each repetition, at most 300000.",
      placeholder: "0",
      example: "1000",
    },
    { min: 0, max: 300_000 },
  ),
  retryAllErrors: booleanInput({
    label: "Retry On All Errors",
    required: false,
    default: "false",
    comments:
      "Repeat after every error, whatever the method: also requests that create or delete something. When off, only lost connections and 5xx answers are repeated, and of those only GET, HEAD and OPTIONS, which change nothing.",
  }),
  maxRetries: numberInput(
    {
      label: "Max Retry Count",
      required: false,
      default: "0",
      comments:
        "Repetitions at most, up to 10; 0 for none. Gong's own Retry-After is always waited for, as far as time allows; after a 429 that does not count.",
      placeholder: "0",
      example: "3",
    },
    { min: 0, max: 10, integer: true },
  ),
  useExponentialBackoff: booleanInput({
    label: "Use Exponential Backoff",
    required: false,
    default: "false",
    comments:
      "Double the wait with each repetition, from Retry Delay (ms), or from a second where that is 0.",
  }),
};
